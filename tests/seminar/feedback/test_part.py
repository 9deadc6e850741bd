"""One question on the page that goes back, whatever kind it is: what may be told, and what may not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coursekit.html import text
from coursekit.marking import mark
from coursekit.marking.held_back import without_key
from coursekit.questions import Question, best_answer, read_by, typical
from coursekit.questions.grid import Grid
from coursekit.questions.loading import load_quiz
from coursekit.questions.rubric import Rubric
from coursekit.questions.shelf import LibraryShelf
from coursekit.seminar.feedback.handed_back import Part
from coursekit.seminar.feedback.part import section
from coursekit.seminar.levels import Given
from tests.questions.conftest import FakeLibrary

QUESTIONS = load_quiz(Path(__file__).parents[2] / "questions" / "data" / "01-lighthouse.toml")
EACH = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
SHELF = LibraryShelf(FakeLibrary(), {})
READ = [each for each in QUESTIONS if isinstance(each, Rubric) and each.rows]


def part(question: Question, answer: object, *given: Given, keys: bool = False, read: float | None = None) -> Part:
    full = mark(question, answer, SHELF)
    held = full if keys else without_key(full)
    return Part(question, answer, held, full, given, read)  # type: ignore[arg-type]


def shown(question: Question, answer: object, *given: Given, keys: bool = False, read: float | None = None) -> str:
    return section(part(question, answer, *given, keys=keys, read=read), SHELF, keys=keys).markup


@EACH
def test_no_reason_that_gives_a_key_away_is_told_unless_keys_are(question: Question) -> None:
    for answer, state in typical(question):
        whole = mark(question, answer, SHELF).feedback
        secret = {note.text for note in whole if note.reveals} - {note.text for note in whole if not note.reveals}
        told, full = shown(question, answer), shown(question, answer, keys=True)
        asked = shown(question, {})
        assert [words for words in secret if text(words).markup in told and text(words).markup not in asked] == []
        known = not isinstance(question, Rubric) and read_by(question) != "teacher"
        known = known and not (isinstance(question, Grid) and not question.cells)
        assert ("A right answer" in full) == (known and state != "right")
        assert "A right answer" not in told


@EACH
def test_a_right_answer_is_nobodys_own(question: Question) -> None:
    blank = shown(question, {}, keys=True)
    assert "our answer" not in blank.partition("A right answer")[2]
    assert "(your answer)" not in blank


@EACH
def test_samples_are_shown_only_with_the_keys(question: Question) -> None:
    samples = question.samples if isinstance(question, Rubric) else ()
    levels = {row.id: 1 for row in question.rows} if isinstance(question, Rubric) else {}
    answer = {**best_answer(question), **({"levels": levels} if levels and "text" in best_answer(question) else {})}
    told, full = shown(question, answer), shown(question, answer, keys=True)
    for sample in samples if READ and question in READ else ():
        assert text(sample.comment).markup not in told
        assert text(sample.comment).markup in full


@EACH
def test_what_was_handed_in_stays_text(question: Question) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    for answer in ({"text": bad}, {"choice": bad}, {"cells": {bad: {bad: bad}}}, [bad], bad, {"spans": bad}):
        found = shown(question, answer)
        assert "<script" not in found
        assert "<img" not in found
    assert READ
    assert "&lt;script&gt;" in shown(READ[0], {"text": bad})


def given(question: Rubric, *levels: int, comment: str = "") -> Given:
    rows = {row.id: level for row, level in zip(question.rows, levels, strict=False)}
    return Given(rows, comment, question.version, "2026-02-01T12:00:00Z")


def test_of_what_is_read_the_level_stands_with_its_words_and_what_was_said() -> None:
    question = replace(READ[0], purpose="quiz")
    said = given(question, *[2] * len(question.rows), comment="Well <seen>.\n\nBut where?")
    found = shown(question, {"text": "Because."}, said, read=1.5)
    assert f"Read by your teacher: 1.5 of {question.points:g} point" in found
    for row in question.rows:
        assert f"<strong>{row.name}</strong>: level 2 of 3: {text(row.levels[2])}" in found
    assert "<p>Well &lt;seen&gt;.</p><p>But where?</p>" in found
    assert "Reader 1" not in found


def test_a_reflection_is_read_for_no_points() -> None:
    question = replace(READ[0], purpose="reflection")
    assert "Not read yet by your teacher; for no points" in shown(question, {"text": "Because."})
    found = shown(question, {"text": "Because."}, given(question, *[2] * len(question.rows)), read=1.5)
    assert "Read by your teacher; for no points" in found
    assert "1.5" not in found


def test_two_readers_stand_one_after_the_other_and_neither_is_named() -> None:
    question = READ[0]
    found = shown(question, {"text": "Because."}, given(question, 1), given(question, comment="No."), given(question))
    assert "Not read yet by your teacher" in found
    assert found.index("Reader 1") < found.index("level 1 of 3") < found.index("Reader 2") < found.index("<p>No.</p>")
    assert "Reader 3" not in found


def test_a_text_that_was_not_written_is_told_so() -> None:
    assert "Not answered" in shown(READ[0], {"text": " "})
    assert "Not read yet" not in shown(READ[0], {"text": " "})
