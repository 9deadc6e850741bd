"""A batch's memory on the disk: interrupted, continued, and never taken for something else."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.marking.ledger import Before, opened
from coursekit.marking.row import EARLIER, MARKED, NONE, Marks, Row
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MARKS = Marks(3, 6, 3, "[]")
ROW = Row(file="a", learner="Ada", exercise="00-lamp", status=MARKED, points=3, of=6, made="2026-01-01T00:00:00Z")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "marks.csv.ledger"


def settled(place: Path, *rows: Row) -> dict[str, Row]:
    with opened(place) as ledger:
        for row in rows:
            ledger.add(replace(row, content=row.content or row.file))
        ledger.settle()
        return {row.file: row for row, _ in ledger.rows()}


def test_marks_are_there_the_next_time(place: Path) -> None:
    with opened(place) as ledger:
        assert ledger.kept("c", "b") is None
        ledger.keep("c", "b", MARKS)
    with opened(place) as ledger:
        assert ledger.kept("c", "b") == MARKS
        assert ledger.kept("c", "other") is None


def interrupted(place: Path, end: BaseException) -> None:
    with opened(place) as ledger:
        ledger.keep("c", "b", MARKS)
        raise end


@pytest.mark.parametrize("end", [KeyboardInterrupt("x"), ValueError("x"), CourseError("x")])
def test_what_was_marked_before_an_interruption_stays(place: Path, end: BaseException) -> None:
    with pytest.raises(type(end), match="x"):
        interrupted(place, end)
    with opened(place) as ledger:
        assert ledger.kept("c", "b") == MARKS


def test_a_process_that_is_killed_loses_a_moment_s_work(place: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from coursekit.marking.ledger import opened;"
        "from coursekit.marking.row import Marks\n"
        "with opened(Path(sys.argv[1])) as ledger:\n"
        "    marks = Marks(3, 6, 3, '[]')\n"
        "    ledger.keep('c', 'b', marks); ledger.commit(); ledger.keep('d', 'b', marks)\n"
        "    os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, place], cwd=ROOT, check=False).returncode == 9
    with opened(place) as ledger:
        assert ledger.kept("c", "b") == MARKS
        assert ledger.kept("d", "b") is None


def test_two_batches_do_not_write_into_one(place: Path) -> None:
    with (
        opened(place) as ledger,
        pytest.raises(CourseError, match="another program is grading into it"),
        opened(place),
    ):
        ledger.keep("never", "here", MARKS)


def test_another_file_is_not_touched(place: Path) -> None:
    place.write_bytes(b"my notes\n" * 500)
    with pytest.raises(CourseError, match="delete it"), opened(place):
        pass
    assert place.read_bytes() == b"my notes\n" * 500


def test_another_data_base_is_not_touched(place: Path) -> None:
    base = sqlite3.connect(place)
    base.execute("CREATE TABLE marks (mine)")
    base.commit()
    base.close()
    with pytest.raises(CourseError, match="something else"), opened(place):
        pass


def test_a_ledger_of_another_form_begins_anew(place: Path) -> None:
    with opened(place) as ledger:
        ledger.keep("c", "b", MARKS)
    base = sqlite3.connect(place)
    base.execute("PRAGMA user_version = 99")
    base.close()
    with opened(place) as ledger:
        assert ledger.kept("c", "b") is None


def test_no_name_stands_in_it(place: Path) -> None:
    settled(place, replace(ROW, learner="Ada Lovelace", note="Ada Lovelace"))
    assert b"Lovelace" not in place.read_bytes()


def test_the_latest_of_a_learner_counts(place: Path) -> None:
    early, late = replace(ROW, file="1"), replace(ROW, file="2", made="2026-01-02T00:00:00Z", learner="ADA")
    other = replace(ROW, file="3", exercise="01-chain")
    found = settled(place, late, early, other, replace(ROW, file="4", learner="Bob"))
    assert {name: row.status for name, row in found.items()} == {"1": EARLIER, "2": MARKED, "3": MARKED, "4": MARKED}
    assert found["1"].note == "a later one counts: 2"
    assert found["2"].note == ""


def test_one_that_has_no_marks_replaces_none(place: Path) -> None:
    late = replace(ROW, file="2", made="2026-01-02T00:00:00Z", status=NONE)
    assert settled(place, ROW, late)["a"].status == MARKED


def test_copies_and_ties_are_told_and_do_not_depend_on_the_order(place: Path) -> None:
    one, copy = replace(ROW, file="1", content="c"), replace(ROW, file="2", content="c", note="older")
    tie = replace(ROW, file="3", content="d")
    for rows in ((one, copy, tie), (tie, copy, one)):
        found = settled(place, *rows)
        assert found["1"].status == MARKED
        assert found["2"].note == "the same as 1, which counts; older"
        assert found["3"].note == "made at the same time as 1, which counts: ask which is meant"


def test_two_people_of_one_name_both_count(place: Path) -> None:
    one, two = replace(ROW, file="1", person="moodle 1"), replace(ROW, file="2", person="moodle 2", note="older")
    again = replace(ROW, file="3", person="moodle 1", made="2026-01-02T00:00:00Z")
    found = settled(place, one, two, again)
    assert {name: row.status for name, row in found.items()} == {"1": EARLIER, "2": MARKED, "3": MARKED}
    assert found["2"].note == "2 people handed in under this name: see who is who; older"
    assert found["3"].note == "2 people handed in under this name: see who is who"


def test_one_person_may_hand_in_by_two_ways(place: Path) -> None:
    found = settled(place, replace(ROW, file="1", person="moodle 1"), replace(ROW, file="2", made="2026-02-01"))
    assert {name: row.status for name, row in found.items()} == {"1": EARLIER, "2": MARKED}


def test_one_person_of_two_names_is_told(place: Path) -> None:
    one, two = replace(ROW, file="1", person="moodle 1"), replace(ROW, file="2", person="moodle 1", learner="Owl")
    found = settled(place, one, two, replace(ROW, file="3", learner="Bob", person="moodle 2"))
    assert [row.note for row in found.values()] == ["the same person handed in under 2 names: see which counts"] * 2 + [
        ""
    ]


def test_one_name_written_in_two_ways_is_one(place: Path) -> None:
    found = settled(
        place, replace(ROW, file="1", learner="Zoé"), replace(ROW, file="2", learner="Zoe\u0301", made="2027")
    )
    assert [row.status for row in found.values()] == [EARLIER, MARKED]


def test_those_without_a_visible_name_never_replace_each_other(place: Path) -> None:
    rows = [replace(ROW, file=str(n), learner="no name") for n in range(3)]
    assert {row.status for row in settled(place, *rows).values()} == {MARKED}


def changes(place: Path, before: list[Before], *rows: Row) -> list[tuple[str, float | None, float | None]]:
    with opened(place) as ledger:
        for row in rows:
            ledger.add(row)
        ledger.settle()
        ledger.remember(before)
        return [(change.learner, change.was, change.now) for change in ledger.changes()]


def test_who_changes_is_found(place: Path) -> None:
    before = [
        Before("Ada", "00-lamp", "", "1 (marking 1)", 5, 6),
        Before("Bob", "00-lamp", "", "1 (marking 1)", 3, 6),
        Before("Cy", "00-lamp", "", "1 (marking 1)", 2, 6),
        Before("Dora", "00-lamp", "", "1 (marking 1)", 3, 7),
    ]
    rows = [replace(ROW, file=name, learner=name) for name in ("Ada", "Bob", "Dora", "Eve")]
    assert changes(place, before, *rows) == [("Ada", 5, 3), ("Cy", 2, None), ("Dora", 3, 3)]


def test_people_of_one_name_are_compared_with_themselves(place: Path) -> None:
    before = [Before("Ada", "00-lamp", f"moodle {n}", "1", n, 6) for n in (1, 2)]
    rows = [replace(ROW, file=str(n), person=f"moodle {n}", points=n + (n == 2)) for n in (1, 2)]
    assert changes(place, before, *rows) == [("Ada", 2, 3)]


def test_a_learner_who_came_by_mail_and_then_by_the_platform_is_the_same(place: Path) -> None:
    assert changes(place, [Before("Ada", "00-lamp", "", "1", 3, 6)], replace(ROW, person="moodle 1")) == []


def test_what_is_no_longer_needed_is_forgotten(place: Path) -> None:
    with opened(place) as ledger:
        ledger.keep("c", "b", MARKS)
        ledger.keep("old", "b", MARKS)
        ledger.add(replace(ROW, content="c", basis="b"))
        ledger.prune()
        assert ledger.kept("c", "b") == MARKS
        assert ledger.kept("old", "b") is None


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="cannot be used"), opened(tmp_path / "nowhere" / "x.ledger"):
        pass
