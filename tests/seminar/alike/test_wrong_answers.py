"""Which wrong answers can tell where they come from, and which say nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.alike.own_words import course_words, written
from coursekit.seminar.alike.wrong_answers import Missed, wrong_answers
from coursekit.seminar.classwork import gather
from tests.marking.handing import SPAN, made, put, set_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.classwork import Work

BOX = {"source": "BOX", "edition": "guide", "prefix": "", "suffix": ""}
ELSEWHERE = {**BOX, "paragraph": "p1", "start": 0, "end": 6, "quote": "A lamp"}
QUIZ = """
[[question]]
id = "00-way"
kind = "order"
prompt = "Which way did it come?"
rests_on = ["BOX p1"]
skill = "chain"
feedback = "Letter, copy, print (BOX p1)."
wrong_feedback = "Ask of each what it must have had before it."
[[question.item]]
id = "letter"
text = "the letter"
[[question.item]]
id = "copy"
text = "the copy"
[[question.item]]
id = "print"
text = "the print"

[[question]]
id = "00-rests"
kind = "single"
prompt = "Who sent something along?"
rests_on = ["BOX p3"]
skill = "layers"
[[question.option]]
text = "the harbour master"
right = true
feedback = "He says so himself (BOX p3)."
[[question.option]]
text = "the mayor"
feedback = "He was written to (BOX p1)."
[question.ground]
source = "BOX"
paragraphs = "p1-p3"
nowhere_feedback = "It does say so (BOX p3)."
elsewhere = "Look near the end (BOX p3)."
[[question.ground.accept]]
paragraph = "p3"
quote = "the keeper's own note"
feedback = "There it is (BOX p3)."
"""


def missed(course: Path, folder: Path, answers: dict[str, Any], exercise: str = "L00") -> dict[str, Missed]:
    """Return the wrong answers of one hand-in."""
    found = Keys(Course(course)).get(exercise)
    assert found
    put(folder, "hand-ins/a.json", made(answers=answers, exercise=exercise, version=found.exercise.version))
    (work,) = gather([folder / "hand-ins"], Keys(Course(course))).works
    return wrong_answers(found.exercise, work)


@pytest.fixture
def lesson(course: Path) -> Path:
    """The small course, with an order to find and a ground to point at."""
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    quiz.write_text(quiz.read_text(encoding="utf-8") + QUIZ, encoding="utf-8")
    return course


def test_places_and_orders_that_are_wrong_are_taken_as_they_are(lesson: Path, work: Path) -> None:
    answers = {
        "00-where": {"spans": [ELSEWHERE]},
        "00-way": {"order": ["print", "copy", "letter"]},
        "00-rests": {"choice": "a", "ground": {"spans": [ELSEWHERE]}},
    }
    assert missed(lesson, work, answers) == {
        "00-where  places": Missed("00-where", "", "BOX p1 “A lamp”"),
        "00-way  places": Missed("00-way", "", "print → copy → letter"),
        "00-rests ground places": Missed("00-rests", "pointed at", "BOX p1 “A lamp”"),
    }


def test_what_is_right_or_blank_or_no_answer_is_left_out(lesson: Path, work: Path) -> None:
    right = {"00-where": {"spans": [SPAN]}, "00-place": {"choice": "a"}, "00-way": 3, "00-rests": {}}
    assert missed(lesson, work, right) == {}
    assert missed(lesson, work, {"00-where": {"spans": [{**SPAN, "end": 10**9}]}}) == {}
    assert missed(lesson, work, {"00-where": {"nowhere": True}}) == {}  # two ways to be wrong are too few to tell


def test_a_mistake_that_the_course_has_a_name_for_is_left_out(lesson: Path, work: Path) -> None:
    assert missed(lesson, work, {"00-place": {"choice": "b"}}) == {}
    assert missed(lesson, work, {"00-rests": {"choice": "b"}}) == {"00-rests ": Missed("00-rests", "", "the mayor")}


def test_a_table_is_taken_cell_by_cell(course: Path, work: Path) -> None:
    set_exercise(course)
    grid = {"cells": {"letter": {"who": "C", "year": "1893"}, "copy": {"who": "C", "year": "1893"}}}
    (found,) = missed(course, work, {"x00-grid": grid}, "00-lamp").values()  # 1893, copied, has a name
    assert found.question == "x00-grid"


def work_of(course: Path, folder: Path, cells: dict[str, dict[str, str]]) -> tuple[Exercise, Work]:
    """Return a hand-in of the course's largest table."""
    keys = Keys(Course(course))
    key = keys.get("09-matrix")
    assert key
    put(folder, "a.json", made(exercise="09-matrix", version=1, answers={"x09-matrix": {"cells": cells}}))
    (found,) = gather([folder], keys).works
    return key.exercise, found


@pytest.mark.usefixtures("this_course")
def test_one_answer_throughout_is_left_out(tmp_path: Path) -> None:
    from tests.conftest import ROOT

    rows = ("offer", "complaint", "paid", "held-back")
    same = {row: dict.fromkeys(("let", "klo", "yud", "cat"), "V") for row in rows}
    assert wrong_answers(*work_of(ROOT, tmp_path, same)) == {}
    mixed = {row: {"let": "V", "klo": "D", "yud": "L", "cat": "N"} for row in rows}
    assert len(wrong_answers(*work_of(ROOT, tmp_path, mixed))) > 4


def test_sentences_are_found_whatever_the_question() -> None:
    answer = {
        "cells": {"a": {"why": "Because nobody stood there then.", "who": "the keeper"}},
        "spans": [{"quote": "these are words of the document itself"}],
        "text": "And this is what I think.",
        "confidence": "as sure as anybody can be",
    }
    assert written(answer) == "Because nobody stood there then.\nAnd this is what I think."
    assert written(None) == written({"text": "too short"}) == ""
    deep: Any = "a sentence that is far down"
    for _ in range(10_000):
        deep = [deep]
    assert written(deep) == "a sentence that is far down"


def test_words_of_questions_and_documents_are_the_course_s(course: Path) -> None:
    set_exercise(course)
    here = Course(course)
    known = course_words(here.exercises["00-lamp"].questions, here.library)
    paragraph = here.library.source("BOX").guide.paragraphs[-1].text.casefold()
    assert any(" ".join(run) in paragraph for run in known)
    assert json.dumps(sorted(known)) != "[]"
