"""Item statistics from hand-ins: of an answer nothing gets out but which of its options were chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.formats.statistics.gathering import of_class
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import gather
from coursekit.seminar.report.people import people
from coursekit.seminar.report.sheets import sheets
from tests.seminar import handed

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.formats.statistics.figures import Figures

OWN = "Mara Klein 4711"
MULTIPLE = """

[[question]]
id = "00-both"
kind = "multiple"
prompt = "Who was on the gallery?"
[[question.option]]
id = "keeper"
text = "The keeper."
right = true
feedback = "He says so himself, and nobody denies it."
[[question.option]]
id = "boy"
text = "The boy."
right = true
feedback = "The keeper names him in the second entry."
[[question.option]]
id = "pilot"
text = "The pilot."
feedback = "He saw the light from the water."
"""


@pytest.fixture
def asked(course: Path) -> Path:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    quiz.write_text(quiz.read_text(encoding="utf-8") + MULTIPLE, encoding="utf-8")
    return course


def figures(course: Path, pile: Path, question: str, answer: dict[str, Any]) -> Figures:
    handed.lesson_hand_in(course, pile, "Ada", {question: answer})
    keys = Keys(Course(course))
    found = of_class(sheets(people(gather([pile], keys)), keys))
    return next(value for key, value in found.items() if key.item == question)


@pytest.mark.parametrize("more", [{}, {"choice": 5}, {"choice": OWN}])
def test_of_several_options_only_the_question_s_own_are_counted(
    asked: Path, tmp_path: Path, more: dict[str, Any]
) -> None:
    found = figures(asked, tmp_path / "in", "00-both", {"choices": ["boy", "pilot"], **more})
    assert (found.n, found.options) == (1, {"boy": 1, "pilot": 1})


@pytest.mark.parametrize("more", [{}, {"choices": 5}, {"choices": [OWN]}, {"option": OWN}])
def test_of_one_option_only_the_question_s_own_is_counted(asked: Path, tmp_path: Path, more: dict[str, Any]) -> None:
    one = next(each for each in Course(asked).questions.by_id.values() if each.kind == "single")
    chosen = one.options[0].id  # type: ignore[attr-defined]
    found = figures(asked, tmp_path / "in", one.id, {"choice": chosen, **more})
    assert (found.n, found.options) == (1, {chosen: 1})
