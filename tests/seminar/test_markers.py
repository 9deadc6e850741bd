"""Agreement of two markers, against values reckoned by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.seminar import levels
from coursekit.seminar.markers import compare, figures, two_by_two
from tests.seminar.handed import gave, question

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.levels import Book

ONE, TWO, THREE, FOUR = (letter * 64 for letter in "abcd")


def test_it_is_said_when_there_is_nothing_to_say() -> None:
    assert str(figures([])) == "no answer read by both"
    assert "not defined" in str(figures([(1, 1)]))
    assert str(figures([(0, 1), (1, 1), (2, 2), (3, 2)])) == "2 of 4 the same (50%), weighted kappa 0.67"


def both(seminar: Path, work: Path) -> tuple[Book, Book]:
    """AB reads three answers, CD three, two of them the same."""
    gave(seminar, work, "AB", ONE, 0, 3)
    gave(seminar, work, "AB", TWO, 1, 1)
    gave(seminar, work, "AB", THREE, 3, 3)
    gave(seminar, work, "CD", ONE, 2, 3)
    gave(seminar, work, "CD", TWO, 1)
    gave(seminar, work, "CD", FOUR, 0, 0)
    one, other = (levels.read(path) for path in levels.files(work))
    return one, other


def test_row_by_row_and_over_all_only_what_both_gave_counts(seminar: Path, work: Path) -> None:
    found = compare(*both(seminar, work), question(seminar))
    (claim, first), (limits, second) = found.rows
    assert (claim, first.n, first.same) == ("Says what is claimed", 2, 1)
    assert first.kappa == pytest.approx(1 - 4 / 3)  # seen 4; by chance (0-2)²·½ + (0-1)²·½ + (1-2)²·½ + 0 = 3
    assert (limits, second.n, second.same, second.kappa) == ("Says where it ends", 1, 1, None)
    assert (found.all_rows.n, found.all_rows.same) == (3, 2)
    assert [(each.content, each.row, each.levels) for each in found.apart] == [(ONE, "Says what is claimed", (0, 2))]


def test_without_an_answer_read_by_both_it_says_so(seminar: Path, work: Path) -> None:
    gave(seminar, work, "AB", ONE, 0, 3)
    gave(seminar, work, "CD", TWO, 0, 3)
    (found,) = two_by_two([levels.read(path) for path in levels.files(work)], [question(seminar)])
    assert found.lines() == ["x00-why, AB and CD: no answer read by both"]


def test_levels_to_another_version_of_the_question_are_not_compared(seminar: Path, work: Path) -> None:
    books = both(seminar, work)
    toml = seminar / "solutions" / "00-log" / "exercise.toml"
    asked = 'id = "x00-why"\n'
    toml.write_text(toml.read_text().replace(asked, f"{asked}version = 2\n"))
    assert compare(*books, question(seminar)).all_rows.n == 0


def test_three_markers_are_compared_two_by_two(seminar: Path, work: Path) -> None:
    for marker in ("AB", "CD", "EF"):
        gave(seminar, work, marker, ONE, 1, 2)
    found = two_by_two([levels.read(path) for path in levels.files(work)], [question(seminar)])
    assert [each.markers for each in found] == [("AB", "CD"), ("AB", "EF"), ("CD", "EF")]
