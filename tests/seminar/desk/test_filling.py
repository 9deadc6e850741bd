"""Marks filled into the file that a platform exported: into one column, and nothing written that was not asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.files.tables import read_table_file
from coursekit.sessions.desk import Made, WouldChange
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.desk.desks import COLUMNS, ESSAY, LOG, produced

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.desk.teaching import Teaching
    from tests.seminar.made_up_class import MadeUpClass


def test_the_gradebook_has_the_marks_in_one_column(full: Teaching, made: MadeUpClass, work: Path) -> None:
    found = produced(full, "gradebook", exercise=NAME, column=LOG)
    before = read_table_file(platforms.canvas_gradebook(made, COLUMNS), "x")
    after = read_table_file(found.content, "x")
    changed = {
        at
        for row in range(len(before.rows))
        for at, (one, other) in enumerate(zip(before.words(row), after.words(row), strict=True))
        if one != other
    }
    assert (found.name, changed) == ("upload-grades.csv", {5})
    assert found.lines[0] == f"13 marks of {NAME}, of 6 points, in “The log (77)”; nothing else is changed"
    assert sum("left as it is" in line for line in found.lines) == 2
    assert (work / "teaching" / "out" / found.name).read_bytes() == found.content


def test_other_points_are_told_and_scaled_when_that_is_ticked(full: Teaching) -> None:
    plain = produced(full, "gradebook", exercise=NAME, column=ESSAY)
    assert any("the column is of 20 points and the marks are of 6" in line for line in plain.lines)
    scaled = produced(full, "gradebook", exercise=NAME, column=ESSAY, scale=True)
    assert scaled.lines[0].endswith("of 20 points, in “Essay (78)”; nothing else is changed")


def test_marks_that_stand_there_are_asked_about(full: Teaching, made: MadeUpClass) -> None:
    table = read_table_file(platforms.canvas_gradebook(made, COLUMNS), "x")
    row = next(n for n in range(len(table.rows)) if table.words(n)[0] == made.people[0].sortable)
    full.bring("again.csv", "gradebook", table.changed({(row, 5): "0.01"}))
    asked = {"exercise": NAME, "column": "again.csv/5"}
    found = full.make("gradebook", asked)
    assert isinstance(found, WouldChange)
    assert found.lines[0].startswith(f"{made.people[0].name}: 0.01 → ")
    assert isinstance(full.make("gradebook", asked | {"insist": True}), Made)


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        ({"exercise": NAME}, "choose the column"),
        ({"exercise": NAME, "column": "other.csv/5"}, "choose the column"),
        ({"exercise": NAME, "column": "grades.csv/0"}, "choose the column"),
        ({"column": LOG, "exercise": ["x"]}, "choose the exercise"),
        ({"column": LOG, "exercise": "99-none"}, "choose the exercise"),
    ],
)
def test_what_was_not_chosen_is_asked_for(full: Teaching, choices: dict[str, Any], why: str) -> None:
    with pytest.raises(CourseError, match=why):
        full.make("gradebook", choices)


def test_marks_above_what_the_column_has_are_never_written(desk: Teaching, full: Teaching, made: MadeUpClass) -> None:
    full.bring("small.csv", None, platforms.canvas_gradebook(made, {"Log (1)": 0.5}))
    with pytest.raises(CourseError, match="here: tick “as many points as the column has”"):
        full.make("gradebook", {"exercise": NAME, "column": "small.csv/5"})


def test_a_gradebook_that_tells_no_points_cannot_be_scaled_to(full: Teaching, made: MadeUpClass) -> None:
    full.bring("moodle.csv", None, platforms.moodle_gradebook(made, ("Assignment: Log (Real)",)))
    (column,) = [each["id"] for each in full.now()["columns"] if "moodle" in each["id"]]
    with pytest.raises(CourseError, match="leave scaling off"):
        full.make("gradebook", {"exercise": NAME, "column": column, "scale": True})
    assert any("does not say of how many points" in line for line in produced(
        full, "gradebook", exercise=NAME, column=column
    ).lines)  # fmt: skip
