"""The list of misconceptions, and the codes that questions carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.questions import Questions
from coursekit.questions.misconceptions import codes, load_misconceptions
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ONE = '[[misconception]]\nid = "{id}"\nname = "The year on top is the year of it"\ninstead = "The year of what?"\n'


def listed(course: Path, *ids: str) -> Path:
    path = course / "lessons" / "misconceptions.toml"
    path.write_text("".join(ONE.format(id=each) for each in ids), encoding="utf-8")
    return path


def test_a_code_is_found_wherever_it_stands_in_a_question(course: Path) -> None:
    by_id = Questions(course).by_id
    assert [*codes(by_id["00-place"])] == ["M8"]
    assert [*codes(by_id["00-where"])] == []


def test_a_course_need_have_no_list(course: Path) -> None:
    assert Course(course).misconceptions == {}
    assert not [each for each in check_course(course).findings if "misconception" in each.message]


def test_a_code_that_the_list_does_not_have_is_told_with_its_line(course: Path) -> None:
    listed(course, "M8")
    assert not [each for each in check_course(course).errors if "M8" in each.message]
    listed(course, "M7")
    (found,) = [each for each in check_course(course).errors if "M8" in each.message]
    assert (found.file, found.line) == ("lessons/quizzes/00-lamp.toml", Questions(course).by_id["00-place"].where.line)
    assert found.message.startswith("00-place: M8: no such misconception")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ONE.format(id="M1") * 2, "m.toml:6: id: expected a code used once here, found “M1” twice"),
        (ONE.format(id="M1").replace("instead", "insted"), "instead"),
        ("", "misconception"),
    ],
)
def test_what_is_wrong_in_the_list_is_told(course: Path, text: str, said: str) -> None:
    path = listed(course)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        load_misconceptions(path, "m.toml")
    assert [each for each in check_course(course).errors if each.file == "lessons/misconceptions.toml"]


@pytest.mark.usefixtures("this_course")
def test_this_course_names_every_code_that_it_uses() -> None:
    here = Course(ROOT)
    used = {code for each in here.questions.by_id.values() for code in codes(each)}
    used |= {code for each in here.exercises.by_id.values() for question in each.questions for code in codes(question)}
    assert used == set(here.misconceptions)
