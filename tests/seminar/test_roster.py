"""Class lists, as platforms write them and as people type them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.seminar import roster
from coursekit.seminar.roster import read_roster, roster_of
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "Nachname;Vorname;E-Mail;Matrikelnummer\nMüller;Jürgen;jm@example.org;4711\nGraf;Ida;;\n"


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    """A class in the small exercise."""
    return make(Course(seminar), 16, [NAME])


def names(raw: bytes) -> list[str]:
    return [each.name for each in roster_of(raw, "list.csv").learners]


def test_what_platforms_export_is_known_by_its_headings(made: MadeUpClass) -> None:
    exports = {
        "class list": platforms.moodle_participants(made),
        "Moodle grading worksheet": platforms.moodle_worksheet(made, NAME, "de"),
        "Moodle gradebook": platforms.moodle_gradebook(made, ("Assignment: Log (Real)",)),
        "Canvas gradebook": platforms.canvas_gradebook(made, {"Log (77)": 10}),
    }
    for kind, raw in exports.items():
        found = roster_of(raw, "list.csv")
        assert found.kind == kind
        assert [each.name for each in found.learners] == [each.name for each in made.listed]


def test_ids_are_those_in_the_names_of_files(made: MadeUpClass) -> None:
    of_canvas = roster_of(platforms.canvas_gradebook(made, {"Log (77)": 10}), "list.csv").learners[0]
    assert "canvas 55001" in of_canvas.ids
    for language in ("en", "de"):
        of_moodle = roster_of(platforms.moodle_worksheet(made, NAME, language), "list.csv").learners[0]
        assert of_moodle.ids >= {f"moodle {made.people[0].moodle(0)}"}
        assert of_moodle.email == "reader1@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "Identifier,Grade,Grade can be changed\nParticipant 7,,Yes\n",
        "ID,Bewertung kann geändert werden\nTeilnehmer/in7,Ja\n",
    ],
)
def test_where_moodle_hides_names_there_are_numbers(text: str) -> None:
    (found,) = roster_of(text.encode(), "list.csv").learners
    assert "moodle 7" in found.ids
    assert found.name == text.splitlines()[1].partition(",")[0]


def test_canvas_may_part_first_and_last_names() -> None:
    raw = (
        b"LastName,FirstName,ID,SIS Login ID,Section,Log (7)\n    Points Possible,,,,,10\nLantern,Ada,55,al,1,\n"
        b"Student,Test,99,x,1,\n"
    )
    found = roster_of(raw, "list.csv")
    assert (found.kind, [each.name for each in found.learners]) == ("Canvas gradebook", ["Ada Lantern"])


@pytest.mark.parametrize("language", ["en", "de"])
def test_moodle_s_worksheet_says_who_was_late(made: MadeUpClass, language: str) -> None:
    found = roster_of(platforms.moodle_worksheet(made, NAME, language), "list.csv")
    assert [each.name for each in found.learners if each.late] == [made.people[Plight.LATE].name]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_plain_list_is_read_however_it_was_saved(encoding: str, separator: str) -> None:
    found = roster_of(PLAIN.replace(";", separator).encode(encoding), "list.csv")
    assert [(each.name, each.email) for each in found.learners] == [
        ("Jürgen Müller", "jm@example.org"),
        ("Ida Graf", ""),
    ]
    assert "4711" in found.learners[0].logins


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name,Vorname\nMüller,Jürgen\n", "Jürgen Müller"),
        ("Name\nJürgen Müller\n", "Jürgen Müller"),
        ('Name\n"Müller, Jürgen"\n', "Jürgen Müller"),
        ("First name,Last name\nJürgen,Müller\n", "Jürgen Müller"),
        ("Student/in,Login\nJürgen Müller,jm\n", "Jürgen Müller"),
        ("sep=,\nE-Mail\njm@example.org\n", "jm@example.org"),
        ("\n\nVollständiger Name\nJürgen Müller\n", "Jürgen Müller"),
    ],
)
def test_headings_are_known_however_they_are_written(text: str, name: str) -> None:
    assert names(text.encode()) == [name]


def test_the_same_line_twice_is_one_person_and_an_empty_one_nobody() -> None:
    assert names(b"Name,Email\nAda,a@example.org\n,\nAda,a@example.org\nAda,b@example.org\n") == ["Ada", "Ada"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"colour,size\nred,2\n", "list.csv: row 1: no column with names; expected a heading as Name, "),
        (b"sep=;\n", "list.csv: empty"),
        (b"PK\x03\x04 xl/workbook.xml", "list.csv: an Excel table, not CSV"),
    ],
)
def test_what_is_no_list_is_told(raw: bytes, why: str) -> None:
    with pytest.raises(CourseError) as told:
        roster_of(raw, "list.csv")
    assert str(told.value).startswith(why)
    assert "\n" not in str(told.value)


def test_a_list_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster, "MOST_LEARNERS", 1)
    with pytest.raises(CourseError, match="more than 1 people"):
        names(b"Name\nAda\nBo\n")


def test_a_name_of_a_hundred_thousand_words_costs_no_more_than_another() -> None:
    (found,) = roster_of(b"Name\n" + b"a " * 100_000 + b"\n", "list.csv").learners
    assert len(found.name) <= 400
    assert sum(map(len, found.forms)) < 100_000


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="cannot be opened"):
        read_roster(tmp_path / "none.csv")
    (tmp_path / "list.csv").write_bytes(b"Name\n\xe2\x80\xaeAda\n")
    assert [each.name for each in read_roster(tmp_path / "list.csv").learners] == ["Ada"]
