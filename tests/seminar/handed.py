"""A small class that handed in the small exercise, and two markers who read it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from coursekit.course import Course
from coursekit.journal import Journal
from coursekit.marking.hand_in import FORMAT
from coursekit.questions.exercises import Exercises
from coursekit.seminar import levels
from tests.exercise import NAME, lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.kinds.text import Text

QUESTION = "x00-why"
SECOND = """
[[question.row]]
id = "limits"
name = "Says where it ends"
levels = ["nowhere", "somewhere", "where it ends", "where it ends and why"]
"""


def lay_out(course: Path) -> None:
    """Put the exercise into the course, with two rows in the rubric of its text."""
    file = lay_out_exercise(course) / "exercise.toml"
    before, mark, after = file.read_text(encoding="utf-8").partition("[[question.sample]]")
    file.write_text(f"{before}{SECOND.strip()}\n{mark}{after}", encoding="utf-8")


def question(course: Path) -> Text:
    """Return the question that is read."""
    found: Any = Exercises(course)[NAME].question(QUESTION)
    return found  # type: ignore[no-any-return]


def hand_in(folder: Path, learner: str, text: str, made: str = "2026-01-31T12:00:00Z", **more: Any) -> str:
    """Write a hand-in and return its hash."""
    answers = {QUESTION: {"text": text}, "x00-day": {"text": "1871-11-03"}} if "exercise" not in more else {}
    answers |= more.pop("answers", {})
    data = {"format": FORMAT, "exercise": NAME, "version": 1, "learner": learner, "made": made, "answers": answers}
    raw = json.dumps(data | more).encode()
    folder.mkdir(parents=True, exist_ok=True)
    content = hashlib.sha256(raw).hexdigest()
    (folder / f"{content[:16]}.json").write_bytes(raw)
    return content


def gave(course: Path, work: Path, marker: str, content: str, *given: int, comment: str = "") -> Path:
    """Have a marker give levels, in the order of the rows; return their file."""
    asked = question(course)
    file = levels.file_of(work, marker)
    named = {row.id: level for row, level in zip(asked.rows, given, strict=False)}
    levels.keep(Journal(file), content, asked, named, comment)
    return file


REFLECTION = "00-believe"
_REFLECTION = f"""

[[question]]
id = "{REFLECTION}"
kind = "text"
purpose = "reflection"
prompt = "Whom would you believe?"
points = 4
[[question.row]]
id = "ground"
name = "Gives a ground"
levels = ["none", "a word", "a sentence", "a sentence and its place"]
[[question.row]]
id = "limit"
name = "Says where it ends"
levels = ["nowhere", "somewhere", "where it ends", "where it ends and why"]
"""
SHORT = "00-short"
_SHORT = f"""

[[question]]
id = "{SHORT}"
kind = "text"
prompt = "In one sentence: who saw it?"
points = 3
[[question.row]]
id = "saw"
name = "Names who saw it"
levels = ["nobody", "somebody", "the keeper", "the keeper, and where he stood"]
"""


def lay_out_texts(course: Path) -> None:
    """Give the lesson two texts that people read: one with points, one for none."""
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    quiz.write_text(quiz.read_text(encoding="utf-8") + _REFLECTION + _SHORT, encoding="utf-8")


def lesson_hand_in(course: Path, folder: Path, learner: str, answers: dict[str, Any], **more: Any) -> str:
    """Write a hand-in of the lesson and return its hash."""
    version = Course(course).assignments["L00"].version
    return hand_in(folder, learner, "", exercise="L00", version=version, answers=answers, **more)


def gave_lesson(course: Path, work: Path, content: str, name: str, comment: str = "", **given: int) -> Path:
    """Have a marker give levels to a text of the lesson; return their file."""
    asked: Any = Course(course).question(name)
    file = levels.file_of(work, "AB")
    levels.keep(Journal(file), content, asked, given, comment)
    return file
