"""A lesson's texts are given levels as an exercise's are: they count where the text counts, and go back either way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.answers import collect
from coursekit.seminar.classwork import gather
from coursekit.seminar.register import register
from tests.seminar.feedback.test_sheet import back
from tests.seminar.handed import REFLECTION, SHORT, gave_lesson, lay_out_texts, lesson_hand_in
from tests.seminar.report.six import reported

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = {
    "00-expect": {"text": "News of the lamp."},
    "00-place": {"choice": "a"},
    REFLECTION: {"text": "The keeper, who stood there.", "levels": {"ground": 3, "limit": 0}},
    SHORT: {"text": "The keeper saw it."},
}


@pytest.fixture
def content(course: Path, work: Path) -> str:
    lay_out_texts(course)
    return lesson_hand_in(course, work / "in", "Ada", ANSWERS)


def test_its_answers_are_collected(course: Path, work: Path, content: str) -> None:
    here = Course(course)
    lesson = here.assignments.of_question(REFLECTION)
    assert lesson is not None
    found = collect([work / "in"], Keys(here), lesson, lesson.question(REFLECTION))  # type: ignore[arg-type]
    assert [(each.learner, each.text) for each in found.answers] == [("Ada", "The keeper, who stood there.")]


def test_levels_count_where_the_text_does(course: Path, work: Path, content: str) -> None:
    gave_lesson(course, work, content, REFLECTION, ground=1, limit=2)
    levels = gave_lesson(course, work, content, SHORT, saw=2)
    keys = Keys(Course(course))
    before, after = (gather([work / "in"], keys, files).works[0] for files in ([], [levels]))
    assert (before.row.points, before.row.of, before.row.for_a_teacher) == (1, 2, 3)
    assert (after.row.points, after.row.of, after.row.for_a_teacher) == (3, 5, 0)
    marks = {each["id"]: each for each in after.marks}
    assert marks[REFLECTION]["read"]["AB"]["levels"] == {"ground": 1, "limit": 2}
    assert marks[REFLECTION]["points"] == 2  # of its four: told, and in no sum


def test_a_blank_reflection_costs_nothing_though_others_were_read(course: Path, work: Path, content: str) -> None:
    levels = gave_lesson(course, work, content, REFLECTION, ground=1, limit=2)
    blank = lesson_hand_in(course, work / "in", "Bob", {"00-place": {"choice": "a"}})
    found = gather([work / "in"], Keys(Course(course)), [levels])
    assert next(each.row.of for each in found.works if each.row.content == blank) == 2


def test_what_waits_is_what_points_wait_for(course: Path, work: Path, content: str) -> None:
    keys = Keys(Course(course))
    (before,) = register(gather([work / "in"], keys)).lines[0][1].values()
    assert (before.waiting, before.read) == (1, 0)  # neither the prediction nor the reflection waits
    gave_lesson(course, work, content, REFLECTION, ground=1, limit=2)
    levels = gave_lesson(course, work, content, SHORT, saw=2)
    (after,) = register(gather([work / "in"], keys, [levels])).lines[0][1].values()
    assert (after.waiting, after.read) == (0, 2)


def test_the_feedback_tells_the_levels_beside_the_learner_s_own(course: Path, work: Path, content: str) -> None:
    before = back(course, work / "in")
    assert "Not read yet by your teacher; for no points" in before
    gave_lesson(course, work, content, REFLECTION, "Where was he at ten?", ground=1, limit=2)
    levels = gave_lesson(course, work, content, SHORT, saw=2)
    after = back(course, work / "in", levels=[levels])
    assert "Read by your teacher; for no points" in after
    assert "</strong>: level 1 of 3 (you set 3): a word" in after
    assert "</strong>: level 2 of 3 (you set 0): where it ends" in after
    assert "Where was he at ten?" in after
    assert "Read by your teacher: 2 of 3 points" in after
    assert "</strong>: level 2 of 3: the keeper" in after


@pytest.mark.parametrize("own", [{"ground": True}, {"ground": "3"}, {"ground": 9}, "3", None])
def test_levels_of_one_s_own_that_are_none_are_not_told(course: Path, work: Path, content: str, own: object) -> None:
    answer = json.loads(json.dumps({REFLECTION: {"text": "He.", "levels": own}}))
    bob = lesson_hand_in(course, work / "bob", "Bob", answer)
    levels = gave_lesson(course, work, bob, REFLECTION, ground=1, limit=2)
    assert "you set" not in back(course, work / "bob", levels=[levels])


def test_a_reflection_that_was_read_has_a_share_in_the_report(course: Path, work: Path, content: str) -> None:
    levels = gave_lesson(course, work, content, REFLECTION, ground=3, limit=3)
    items = {each.question.id: each for each in reported(course, work / "in", levels=[levels]).items}
    assert items[REFLECTION].n == 1
    assert items[SHORT].n == 0
