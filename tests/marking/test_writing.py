"""One file with a learner's answers, in the name they chose."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal
from coursekit.marking import hand_in
from coursekit.marking.hand_in import MOST_NAME, read_hand_in
from coursekit.marking.writing import NoNameError, write_hand_in
from coursekit.questions.exercises import Exercises
from coursekit.sources import Library
from tests.marking.handing import RIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.exercises import Exercise


@pytest.fixture
def exercise(key: Path, course: Path) -> Exercise:
    return Exercises(course)["00"]


@pytest.fixture
def learners(work: Path) -> Journal:
    found = Journal(work / "journal.jsonl")
    for name, given in RIGHT.items():
        found.append("answer", question=name, version=1, answer=given, checked=True)
    found.append("answer", question="00-place", version=1, answer={"choice": "a"}, checked=True)
    found.append("hint", question="x00-grid", step=1)
    return found


def test_it_holds_the_answers_to_this_exercise_and_what_was_tried(
    exercise: Exercise, learners: Journal, course: Path, work: Path
) -> None:
    path = write_hand_in(exercise, learners, Library(course), work / "hand-ins", "Ada Lovelace")
    assert path == work / "hand-ins" / "00-lamp-ada-lovelace.json"
    found = read_hand_in(path.read_bytes())
    assert found.answers == RIGHT
    assert (found.learner, found.version) == ("Ada Lovelace", 2)
    assert [each["what"] for each in found.history] == ["hint"]
    assert set(found.texts) == {"BOX"}


def test_a_clock_that_was_never_set_makes_no_hand_in_older_than_what_it_holds(
    exercise: Exercise, learners: Journal, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, _tz: object = None) -> datetime:
            return datetime(1970, 1, 1, 0, 10, tzinfo=UTC)

    monkeypatch.setattr(hand_in, "datetime", Clock)
    found = read_hand_in(write_hand_in(exercise, learners, Library(course), tmp_path, "Ada").read_bytes())
    assert found.made[:19] == learners.read().events[-1].at[:19]


def test_the_name_is_remembered_and_may_be_changed(
    exercise: Exercise, learners: Journal, course: Path, tmp_path: Path
) -> None:
    library = Library(course)
    with pytest.raises(NoNameError, match="in whose name"):
        write_hand_in(exercise, learners, library, tmp_path)
    write_hand_in(exercise, learners, library, tmp_path, "Ada")
    assert read_hand_in(write_hand_in(exercise, learners, library, tmp_path).read_bytes()).learner == "Ada"
    assert read_hand_in(write_hand_in(exercise, learners, library, tmp_path, "Owl").read_bytes()).learner == "Owl"
    assert sum(event.event == "named" for event in learners.read().events) == 2


@pytest.mark.parametrize("name", ["../../x", "a/b\\c", "CON", "李" * MOST_NAME, "=1+1", "\u202eda\x00", "."])
def test_no_name_leads_anywhere_else(
    exercise: Exercise, learners: Journal, course: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "out"
    path = write_hand_in(exercise, learners, Library(course), folder, name)
    assert list(folder.iterdir()) == [path]
    assert len(path.name.encode()) < 255


def test_a_name_that_is_too_long_is_said(exercise: Exercise, learners: Journal, course: Path, tmp_path: Path) -> None:
    with pytest.raises(NoNameError, match="at most 120"):
        write_hand_in(exercise, learners, Library(course), tmp_path, "a" * 121)


def test_a_folder_that_cannot_be_written_is_one_line(
    exercise: Exercise, learners: Journal, course: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CourseError, match="not written"):
        write_hand_in(exercise, learners, Library(course), tmp_path / "file", "Ada")
