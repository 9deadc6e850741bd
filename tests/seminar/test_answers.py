"""Which answers are put before a reader, in which order, under which names."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.questions.exercises import Exercises
from coursekit.seminar.answers import Collected, collect
from tests.exercise import NAME
from tests.seminar.handed import hand_in, question

if TYPE_CHECKING:
    from pathlib import Path


def collected(course: Path, *paths: Path, anonymous: bool = True) -> Collected:
    keys = Keys(Course(course))
    return collect(list(paths), keys, Exercises(course)[NAME], question(course), anonymous=anonymous)


def test_every_answer_is_there_once_with_its_words(seminar: Path, handed: Path) -> None:
    contents = {hand_in(handed, name, f"Because of {name}.") for name in ("Ada", "Bob", "Cem")}
    found = collected(seminar, handed, handed)
    assert {each.content for each in found.answers} == contents
    assert {each.text for each in found.answers} == {"Because of Ada.", "Because of Bob.", "Because of Cem."}
    assert (found.blank, found.unread) == (0, 0)


def test_of_one_learner_the_latest_hand_in_is_read(seminar: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "First.", "2026-01-31T12:00:00Z")
    hand_in(handed, "ada", "Second.", "2026-02-01T12:00:00Z")
    assert [each.text for each in collected(seminar, handed).answers] == ["Second."]


def test_a_zip_is_read_like_a_folder(seminar: Path, handed: Path, tmp_path: Path) -> None:
    hand_in(handed, "Ada", "In a zip.")
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        for path in handed.iterdir():
            archive.write(path, f"Ada_123_assignsubmission_file_/{path.name}")
    assert [each.text for each in collected(seminar, tmp_path / "class.zip").answers] == ["In a zip."]


def test_blank_ones_and_files_that_are_no_hand_ins_are_counted(seminar: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "  \n")
    hand_in(handed, "Bob", "Here.")
    hand_in(handed, "Cem", "x", answers={"x00-why": ["no", "answer"]})
    hand_in(handed, "Dan", "x", exercise="07-other")
    (handed / "notes.txt").write_text("not a hand-in")
    found = collected(seminar, handed)
    assert [each.text for each in found.answers] == ["Here."]
    assert (found.blank, found.unread) == (2, 2)


def test_the_order_is_shuffled_alike_for_every_reader_and_tells_nothing_of_names(seminar: Path, handed: Path) -> None:
    names = [f"Learner {number:02}" for number in range(20)]
    for name in names:
        hand_in(handed, name, f"Because of {name}.")
    first, second = (collected(seminar, handed).answers for _ in range(2))
    assert first == second
    assert [each.learner for each in first] != names
    assert [each.learner for each in collected(seminar, handed, anonymous=False).answers] == names


def test_an_answers_name_does_not_change_when_others_come(seminar: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "First.")
    (before,) = collected(seminar, handed).answers
    for number in range(5):
        hand_in(handed, f"Late {number}", f"Late {number}.")
    assert before in collected(seminar, handed).answers
