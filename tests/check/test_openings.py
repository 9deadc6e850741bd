"""A card that points into a text before the prediction that opens it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from tests.sittings import cut

if TYPE_CHECKING:
    from pathlib import Path

EXPECT = 'predict("00-expect")'
WHERE = 'ask("00-where")'
BREAK = "\n\n+++\n\n"
MARKS = 'annotate("00-marks")'


def told(course: Path) -> list[str]:
    return [str(each.message) for each in check_course(course).errors if "points into" in each.message]


def moved(course: Path, card: str) -> Path:
    """Cut the lesson with a card's cell right before the prediction."""
    lesson = cut(course)
    parts = lesson.read_text(encoding="utf-8").split(BREAK)
    cell = next(each for each in parts if card in each)
    parts.remove(cell)
    parts.insert(next(n for n, each in enumerate(parts) if EXPECT in each), cell.rstrip("\n"))
    lesson.write_text(BREAK.join(parts) + "\n", encoding="utf-8")
    return lesson


def purpose(course: Path, name: str, purpose: str) -> None:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace(f'id = "{name}"', f'id = "{name}"\npurpose = "{purpose}"'), encoding="utf-8")


def test_a_lesson_in_its_order_is_in_order(course: Path) -> None:
    cut(course)
    assert told(course) == []


@pytest.mark.parametrize("card", [WHERE, MARKS])
def test_a_card_before_the_prediction_is_told_with_its_line(course: Path, card: str) -> None:
    lesson = moved(course, card)
    lines = lesson.read_text(encoding="utf-8").splitlines()
    expected = f"points into BOX, which opens with 00-expect in line {lines.index(EXPECT) + 1}"
    assert [expected in each and each.startswith(card.partition("(")[0]) for each in told(course)] == [True]
    found = next(each for each in check_course(course).errors if "points into" in each.message)
    assert (found.file, found.line) == ("lessons/00-lamp.md", lines.index(card) + 1)


def test_a_warm_up_is_not(course: Path) -> None:
    moved(course, WHERE)
    purpose(course, "00-where", "warm-up")
    assert told(course) == []


def test_what_the_lesson_also_lays_open_is_not_shut(course: Path) -> None:
    lesson = moved(course, WHERE)
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace('read("BOX", after="00-expect")', 'read("BOX")'), encoding="utf-8")
    assert told(course) == []


def test_a_card_that_rests_on_a_ground_in_the_text_is_told(course: Path) -> None:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    text = quiz.read_text(encoding="utf-8")
    ground = (
        '[question.ground]\nsource = "BOX"\nparagraphs = "p1-p3"\n'
        'nowhere_feedback = "It does (BOX p3)."\nelsewhere = "Look further (BOX p3)."\n'
        '[[question.ground.accept]]\nparagraph = "p3"\nquote = "the keeper\'s own note"\nfeedback = "Yes (BOX p3)."\n\n'
    )
    at = text.index("[[question]]", text.index('id = "00-place"'))
    quiz.write_text((text[:at] + ground + text[at:]).replace("method = true\n", ""), encoding="utf-8")
    moved(course, 'ask("00-place")')
    assert [each.partition(" points")[0] for each in told(course)] == ["ask: 00-place"]
