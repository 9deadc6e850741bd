"""Levels become points, by the rule that is written down, and change nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.marking.hand_in import read_hand_in
from coursekit.marking.judging import marks_of
from coursekit.marking.keys import Keys
from coursekit.marking.row import MARKED, Marks, Row
from coursekit.seminar.joining import Joined
from tests.exercise import NAME
from tests.seminar.handed import gave, hand_in

if TYPE_CHECKING:
    from pathlib import Path


def keys(course: Path) -> Keys:
    return Keys(Course(course))


def marked(course: Path, handed: Path, content: str) -> tuple[Row, Marks]:
    """Return the row of a hand-in before anybody read it."""
    known = keys(course)
    given = read_hand_in((handed / f"{content[:16]}.json").read_bytes())
    key = known.get(NAME)
    assert key
    marks = marks_of(key, given, known)
    points = {"points": marks.points, "of": marks.of, "for_a_teacher": marks.for_a_teacher}
    return Row(file="a", exercise=NAME, status=MARKED, content=content, **points), marks


def figures(row: Row) -> tuple[Any, ...]:
    return row.points, row.of, row.for_a_teacher, row.note


def test_points_are_those_of_the_question_by_the_share_of_levels(seminar: Path, work: Path, handed: Path) -> None:
    content = hand_in(handed, "Ada", "Because.")
    row, marks = marked(seminar, handed, content)
    assert figures(row) == (2.0, 6.0, 3.0, "")
    joined = Joined([gave(seminar, work, "AB", content, 3, 1)], keys(seminar))
    assert figures(joined.row(row, marks.questions)) == (4.0, 9.0, 0.0, "")  # 2 + 3 · 4 / (3 · 2)


def test_points_are_rounded_to_two_decimals(seminar: Path, work: Path, handed: Path) -> None:
    toml = seminar / "solutions" / NAME / "exercise.toml"
    toml.write_text(toml.read_text().replace("points = 3", "points = 4"))
    content = hand_in(handed, "Ada", "Because.")
    row, marks = marked(seminar, handed, content)
    joined = Joined([gave(seminar, work, "AB", content, 1, 0)], keys(seminar))
    assert joined.row(row, marks.questions).points == 2.67  # 4 · 1 / 6 = 0.666…


def test_of_several_markers_the_mean_counts_and_two_levels_apart_are_named(
    seminar: Path, work: Path, handed: Path
) -> None:
    content = hand_in(handed, "Ada", "Because.")
    row, marks = marked(seminar, handed, content)
    files = [gave(seminar, work, "AB", content, 3, 1), gave(seminar, work, "CD", content, 1, 2)]
    points, of, waiting, note = figures(Joined(files, keys(seminar)).row(row, marks.questions))
    assert (points, of, waiting) == (3.75, 9.0, 0.0)  # 2 + 3 · 3.5 / 6
    assert note == "x00-why: markers are apart on “Says what is claimed” (AB 3, CD 1)"


def test_a_row_left_open_means_not_read(seminar: Path, work: Path, handed: Path) -> None:
    content = hand_in(handed, "Ada", "Because.")
    row, marks = marked(seminar, handed, content)
    points, of, waiting, note = figures(
        Joined([gave(seminar, work, "AB", content, 3)], keys(seminar)).row(row, marks.questions)
    )
    assert (points, of, waiting) == (2.0, 6.0, 3.0)
    assert "AB left a row without a level" in note


def test_who_was_not_read_yet_still_waits_and_blank_has_none_of_the_points(
    seminar: Path, work: Path, handed: Path
) -> None:
    read, waits, blank = (hand_in(handed, *each) for each in (("Ada", "So."), ("Bob", "Thus."), ("Cem", "")))
    joined = Joined([gave(seminar, work, "AB", read, 3, 3)], keys(seminar))
    found = {}
    for content in (read, waits, blank):
        row, marks = marked(seminar, handed, content)
        found[content] = figures(joined.row(row, marks.questions))[:3]
    assert found == {read: (5.0, 9.0, 0.0), waits: (2.0, 6.0, 3.0), blank: (2.0, 9.0, 0.0)}


def test_the_details_say_who_gave_what(seminar: Path, work: Path, handed: Path) -> None:
    content = hand_in(handed, "Ada", "Because.")
    row, marks = marked(seminar, handed, content)
    joined = Joined([gave(seminar, work, "AB", content, 3, 1, comment="Well seen.")], keys(seminar))
    ((_, questions),) = joined.details([(row, marks.questions)])
    grid, day, why = json.loads(questions)
    assert "read" not in grid
    assert "read" not in day
    assert (why["points"], why["of"]) == (2.0, 3.0)
    assert why["read"] == {"AB": {"levels": {"claim": 3, "limits": 1}, "comment": "Well seen."}}


def test_a_row_without_marks_stays_as_it_is(seminar: Path, work: Path) -> None:
    joined = Joined([gave(seminar, work, "AB", "a" * 64, 3, 1)], keys(seminar))
    row = Row(file="a", status="not a hand-in", note="a PDF")
    assert joined.row(row, "[]") == row
    assert list(joined.details([(row, "[]")])) == [(row, "[]")]
    assert joined.left == 1


def test_two_files_of_one_marker_are_refused(seminar: Path, work: Path, tmp_path: Path) -> None:
    file = gave(seminar, work, "AB", "a" * 64, 3, 1)
    again = tmp_path / file.name
    again.write_bytes(file.read_bytes())
    with pytest.raises(CourseError, match="marker AB"):
        Joined([file, again], keys(seminar))
