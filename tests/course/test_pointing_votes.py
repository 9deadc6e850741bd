"""Every lesson's notes have a pointing vote that a room can hold, with an expert's passages where one may point."""

from __future__ import annotations

import pytest

from coursekit.course import Course
from coursekit.room.items import load_item
from coursekit.room.plan import NOTES, plan
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("this_course")

LESSONS = sorted(path.name[:2] for path in (ROOT / "lessons").glob("[0-9]*.md"))
CASES = 3  # most agree, they are divided, nobody sees it


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_pointing_vote_is_one_press_away(lesson: str) -> None:
    course = Course(ROOT)
    offered = [each for each in plan(course, lesson) if each["from"] == NOTES and each["item"]["kind"] == "point"]
    assert offered
    for each in offered:
        item = load_item(each["item"], course)
        assert item.expert()
        assert {passage.paragraph for passage in item.expert()} <= {paragraph.id for paragraph in item.paragraphs()}
        assert each["expected"]
        assert len(each["cases"]) >= CASES
