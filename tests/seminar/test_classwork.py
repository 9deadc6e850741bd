"""What a class handed in is read and marked once, whatever looks at it afterwards."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.marking.finding import find
from coursekit.marking.keys import Keys
from coursekit.marking.ledger import Ledger, opened
from coursekit.seminar.classwork import Classwork, Pile, gather
from tests.exercise import NAME
from tests.seminar.handed import QUESTION, gave, hand_in

if TYPE_CHECKING:
    from pathlib import Path


def gathered(course: Path, *paths: Path, levels: list[Path] | None = None) -> Classwork:
    return gather(list(paths), Keys(Course(course)), levels)


def test_every_file_is_there_and_the_latest_of_a_learner_counts(seminar: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "First.", "2026-01-31T12:00:00Z")
    latest = hand_in(handed, "ada", "Second.", "2026-02-01T12:00:00Z")
    (handed / "essay.docx").write_bytes(b"PK\x03\x04 no hand-in")
    found = gathered(seminar, handed)
    assert sorted(each.row.status for each in found.works) == ["earlier", "marked", "not a hand-in"]
    (work,) = found.counting(NAME)
    assert work.row.content == latest
    assert work.given is not None
    assert work.given.answers[QUESTION] == {"text": "Second."}
    assert found.exercises == (NAME,)
    assert [each.given for each in found.works if each.row.status == "not a hand-in"] == [None]


def test_marks_stand_question_by_question_with_what_people_gave(seminar: Path, handed: Path, work: Path) -> None:
    content = hand_in(handed, "Ada", "Because.")
    (before,) = gathered(seminar, handed).counting()
    levels = gave(seminar, work, "M1", content, 3, 3, comment="Well seen.")
    (after,) = gathered(seminar, handed, levels=[levels]).counting()
    named = {mark["id"]: mark for mark in after.marks}
    assert named[QUESTION]["read"]["M1"]["comment"] == "Well seen."
    assert (after.row.points or 0) > (before.row.points or 0)
    assert {mark["id"] for mark in before.marks} == set(named)


def test_where_the_ledger_fails_what_was_to_be_marked_still_is(
    seminar: Path, handed: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Ada", "Bo"):
        hand_in(handed, name, f"{name} says so.")
    pile = Pile(Keys(Course(seminar)))
    for found in find([handed]):
        pile.take(found)

    def full(*_marks: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as short:
        short.setattr(Ledger, "keep", full)
        with pytest.raises(CourseError, match="disk is full"), opened(work / "marks.ledger") as ledger:
            pile.mark(ledger)
    assert pile.left == 2
    with opened(work / "marks.ledger") as ledger:
        pile.mark(ledger)
    assert [each.waits for each in pile.classwork().works] == [False, False]
