"""The register as a table and in words."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from coursekit.marking.marks_file import Style
from coursekit.marking.row import MARKED, NONE, Row
from coursekit.seminar import register_table
from coursekit.seminar.classwork import Work
from coursekit.seminar.matching import Match
from coursekit.seminar.register import Entry, Register
from coursekit.seminar.roster import Learner

if TYPE_CHECKING:
    from collections.abc import Mapping

ADA, BO = Learner("Ada", "a@x.org", row=1), Learner("=Bo", row=2)


def work(file: str, status: str = MARKED) -> Work:
    return Work(Row(file=file, learner="Ada", exercise="00-log" if status == MARKED else "", status=status))


def table(ada: Mapping[str, Entry], bo: Mapping[str, Entry], *nobodys: Match) -> Register:
    return Register(("00-log", ""), ((ADA, ada), (BO, bo)), nobodys)


HANDED = {"00-log": Entry(work("a.json"), late="says the platform", replaced=1, waiting=2)}
UNCLEAR = {"00-log": Entry(several=("b.json", "c.json")), "": Entry(unreadable=(("d.docx", "not a hand-in"),))}


def test_a_cell_says_all_there_is() -> None:
    assert register_table.rows(table(HANDED, UNCLEAR)) == [
        ["learner", "email", "00-log", "exercise not known"],
        ["Ada", "a@x.org", "handed in; late (says the platform); 1 earlier; 2 texts not read yet", ""],
        ["=Bo", "", "see which counts", "not readable; d.docx: not a hand-in"],
    ]


def test_without_names_the_order_is_that_of_the_pseudonyms() -> None:
    rows = register_table.rows(table(HANDED, UNCLEAR), {ADA: "Reader 02", BO: "Reader 01"})
    assert [row[0] for row in rows] == ["learner", "Reader 01", "Reader 02"]
    assert rows[1][1:] == ["see which counts", "not readable"]


def test_no_cell_of_the_csv_is_a_formula() -> None:
    raw = register_table.to_csv(register_table.rows(table(HANDED, UNCLEAR)), Style(bom=True, semicolon=True))
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows[2][0] == "'=Bo"


def test_in_words_it_is_counted_and_named() -> None:
    stranger = [Match(work(f"{n}.json", NONE), None, "not on the list") for n in range(3)]
    said = list(register_table.lines(table(HANDED, UNCLEAR, *stranger)))
    assert said[0].startswith("00-log: 2 of 2 handed in, 1 late, 1 with more than one file: see which counts, 1 with")
    assert said[1:] == [
        "exercise not known: 0 of 2 handed in, 1 not readable",
        "=Bo: see which counts: b.json, c.json",
        "=Bo: d.docx: not a hand-in",
        "Ada: not on the list: 0.json and 2 more files",
    ]


def test_without_names_people_are_counted() -> None:
    said = list(register_table.lines(table({}, UNCLEAR, Match(work("e.json"), None, "not on the list")), names=False))
    assert said[0].endswith("1 missing")
    assert said[-1] == "1 found that are nobody's on the list"
    assert not any(name in line for line in said for name in ("Ada", "Bo", ".json", ".docx"))
