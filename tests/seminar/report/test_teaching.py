"""Teaching notes: the vote and the wrong turns are found, in those of this course and in any that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.seminar.report.teaching import Notes, notes, read_notes
from tests.conftest import ROOT
from tests.seminar.report.six import NOTES

if TYPE_CHECKING:
    from pathlib import Path


def test_a_vote_is_read_with_its_cases() -> None:
    vote = read_notes(NOTES).vote
    assert vote is not None
    assert vote.question == "Who stood there?"
    assert vote.options == (("a", "the keeper"), ("b", "the clerk"))
    assert (vote.rider, vote.expected) == ("Say it in one word.", "Expected first vote: half and half.")
    assert vote.cases == ("**Most choose (a).** Ask why.", "**Most choose (b).** Ask who wrote it.")


def test_a_wrong_turn_is_found_by_its_code() -> None:
    found = read_notes(NOTES)
    turn = found.turn("M8")
    assert turn is not None
    assert turn.words.startswith("*He wrote it, so he saw it.* (M8)")
    assert found.turn("M1") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no heading",
        "## The vote",
        "## The vote\n\nWe vote.\n",
        "## The vote\n\n*Is it?*\nyes or no\n",
        "## The vote\n\n*x",
    ],
)
def test_notes_written_otherwise_have_no_vote(text: str) -> None:
    assert read_notes(text) == Notes()


def test_a_place_in_brackets_is_no_option() -> None:
    vote = read_notes("## The vote\n\n*Which?*\n(a) the order (p24) (b) the book (p20)\n").vote
    assert vote is not None
    assert vote.options == (("a", "the order (p24)"), ("b", "the book (p20)"))


def test_where_there_are_no_notes_or_none_that_can_be_read_there_is_nothing(tmp_path: Path) -> None:
    assert notes(tmp_path, "01") == Notes()
    (tmp_path / "01-broken.md").write_bytes(b"\xff\xfe\x00")
    assert notes(tmp_path, "01") == Notes()


@pytest.mark.usefixtures("this_course")
def test_every_lesson_of_this_course_has_a_vote_that_can_be_read() -> None:
    found = {path.stem[:2]: notes(path.parent, path.stem[:2]).vote for path in (ROOT / "lessons/teaching").glob("*.md")}
    assert found
    for number, vote in found.items():
        assert vote is not None, number
        assert len(vote.options) >= 2, number
        assert vote.expected, number
        assert vote.cases, number
