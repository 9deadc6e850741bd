"""The check of exercises, on a small one that is spoilt in one place at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.sealed import seal
from coursekit.check.course import check_course
from coursekit.check.exercises import RUN
from coursekit.cli.check import shown

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = """
id = "00-lamp"
version = 1
title = "The lamp"
about = "Date a letter and its copy."
minutes = 4
[[question]]
id = "x00-year"
kind = "number"
prompt = "In which year did the lamp fail?"
points = 3
rests_on = ["BOX p1"]
answer = 1893
tolerance = 0
feedback = "The harbour master writes of 1893 (BOX p1)."
wrong_feedback = "Look at what the letter tells of, not at its copy (BOX m1)."
hints = ["Where: BOX p1.", "What: a month and a year.", "How: it is the letter's own year."]
[[question.typical]]
answer = {text = "1951"}
[[question]]
id = "x00-why"
kind = "text"
prompt = "Why is the copy no proof?"
points = 4
rests_on = ["BOX m1"]
words = [1, 60]
[[question.row]]
id = "ground"
name = "Ground"
levels = ["none", "one", "two", "all"]
[[question.sample]]
level = "high"
text = "It bears a place of its own."
comment = "Names what the copyist added."
"""
HEAD = """---
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# Exercise 0: The lamp

Two papers, one lamp (BOX p1). The letter says “no keeper was found”.

<button type="button" data-commandlinker-command="notebook:run-all-cells">Run this exercise</button>

"""
CREDIT = """nbgrader:
  cell_type: code
  grade: true
  grade_id: x00-year
  locked: true
  points: 3
  schema_version: 3
  solution: false
  task: false
"""
CALLS = [
    ("passage", "BOX p1", "hide-input", ""),
    ("ask", "x00-year", "hide-input", ""),
    ("worked", "x00-year", "hide-input, solution", ""),
    ("ask", "x00-why", "hide-input", ""),
    ("worked", "x00-why", "hide-input, solution", ""),
    ("results", "00-lamp", "hide-input", ""),
    ("hand_in", "00-lamp", "hide-input", ""),
    ("solution", "00-lamp", "hide-input", ""),
    ("points", "x00-year", "hide-input", CREDIT),
]


def cell(verb: str, named: str, tags: str, more: str) -> str:
    head = f"---\njupyter:\n  source_hidden: true\n{more}tags: [{tags}]\n---\n"
    return f'```{{code-cell}} ipython3\n{head}from coursekit.lesson import {verb}\n{verb}("{named}")\n```\n\n'


@pytest.fixture
def exercise(course: Path) -> Path:
    """A course with one exercise, in order."""
    folder = course / "solutions" / "00-lamp"
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text(QUESTIONS, encoding="utf-8")
    (folder / "00-lamp.md").write_text(HEAD + "".join(cell(*call) for call in CALLS), encoding="utf-8")
    return course


def told(course: Path) -> list[str]:
    return [line for line in map(shown, check_course(course).findings) if line.startswith(("solutions/", "exercises/"))]


def spoil(course: Path, name: str, old: str, new: str) -> None:
    path = course / "solutions" / "00-lamp" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_exercise_in_order_is_counted_and_nothing_is_told(exercise: Path) -> None:
    assert told(exercise) == []
    assert check_course(exercise).counts["exercises"] == 1


def test_a_cell_that_is_the_learners_own_may_say_anything(exercise: Path) -> None:
    own = "```{code-cell} ipython3\n---\ntags: [yours]\n---\n# your own lines\n```\n"
    path = exercise / "solutions" / "00-lamp" / "00-lamp.md"
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert told(exercise) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "00-lamp"', 'id = "00-lump"', "id: expected the name of its folder"),
        ("answer = 1893", "answr = 1893", "answer: expected a number"),
        ('rests_on = ["BOX p1"]', 'rests_on = ["BOX p9"]', "x00-year: BOX p9: no such paragraph"),
        ("(BOX p1).", "(BOX p8).", "x00-year: BOX p8: no such paragraph"),
        ('{text = "1951"}', '{text = "1893"}', "expected wrong, is marked right"),
        ('"Where: BOX p1.", ', "", "hints: expected 3 hints"),
        ("hints = [", "hints = [] #", "x00-year: hints: expected three"),
    ],
)
def test_a_faulty_question_is_told_with_its_line(exercise: Path, old: str, new: str, said: str) -> None:
    spoil(exercise, "exercise.toml", old, new)
    found = told(exercise)
    assert any(said in line and line.startswith("solutions/00-lamp/exercise.toml:") for line in found), found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("(BOX p1).", "(BOX p7).", "10: BOX p7: no such paragraph"),
        ("(BOX p1).", "([x](nowhere.ipynb)).", "10: link nowhere.ipynb:"),
        ("(BOX p1).", "([x](notes.md)).", "10: link notes.md: a learner's copy has only"),
        ("# Exercise 0", "### Exercise 0", "heading “Exercise 0: The lamp”: expected at most 1 #"),
        (RUN[0], "", f"1: expected once, before the first code cell: {RUN[0]} or"),
        ("kernelspec:", "kernel:", "1: expected a head with kernelspec"),
        ('ask("x00-why")', 'ask("x00-wyh")', "ask: x00-wyh: no such question in this exercise"),
        ('ask("x00-why")', 'ask("00-place")', "ask: 00-place: no such question in this exercise"),
        ('ask("x00-why")', 'ask("x00-year")', "1: x00-year: expected one cell that asks it, ask(…), found 2"),
        ('ask("x00-why")', 'ask("x00-year")', "1: x00-why: expected one cell that asks it, ask(…), found 0"),
        ('results("00-lamp")', 'results("01-lamp")', "results: expected “00-lamp”, this exercise, found “01-lamp”"),
        ('hand_in("00-lamp")', 'hand_in("")', "1: expected one cell hand_in(“00-lamp”), found 0"),
        ("import passage\npassage(", "import annotate\nannotate(", "annotate: no such verb; one of ask, answer,"),
        ('passage("BOX p1")', 'passage("BOX p9")', "passage: "),
        ("[hide-input, solution]", "[hide-input]", "worked: expected the tag solution"),
        (
            "tags: [hide-input]\n---\nfrom coursekit.lesson import ask",
            "tags: [hide-input, solution]\n---\nfrom coursekit.lesson import ask",
            "ask: expected no tag solution",
        ),
        ("  points: 3", "  points: 30", "points: nbgrader: points: expected 3, found 30"),
        ("  grade_id: x00-year", "  grade_id: x00-yaer", "points: nbgrader: grade_id: expected x00-year"),
        ("  locked: true", "  locked: false", "points: nbgrader: locked: expected true, found false"),
        (CREDIT, "", "points: expected in the cell's head: nbgrader: {grade: true, solution: false, locked: true, "),
        ("  source_hidden: true", "  source_hidden: false", "expected source_hidden: true"),
    ],
)
def test_a_faulty_notebook_is_told_with_its_line(exercise: Path, old: str, new: str, said: str) -> None:
    spoil(exercise, "00-lamp.md", old, new)
    found = told(exercise)
    assert any(said in line and line.startswith("solutions/00-lamp/00-lamp.md:") for line in found), found


def test_a_question_that_people_read_has_no_points_to_be_counted(exercise: Path) -> None:
    path = exercise / "solutions" / "00-lamp" / "00-lamp.md"
    more = cell(
        "points", "x00-why", "hide-input", CREDIT.replace("x00-year", "x00-why").replace("points: 3", "points: 4")
    )
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert any("points: x00-why: is read by people; nothing to count" in line for line in told(exercise))


def test_a_quotation_that_stands_nowhere_is_told_where_the_documents_are_at_hand(exercise: Path, work: Path) -> None:
    from coursekit.sources import Library
    from coursekit.sources.texts import write_copy

    library = Library(exercise, work / "texts")
    paragraphs = (exercise / "as-it-was.txt").read_text(encoding="utf-8").strip().split("\n\n")
    record = library.record("BOX")
    write_copy(library.copy_path("BOX"), record, dict(zip(record.ids, paragraphs, strict=True)))
    spoil(exercise, "00-lamp.md", "“no keeper was found”", "“nobody was ever found”")
    found = [shown(each) for each in check_course(exercise, work / "texts").findings]
    assert "solutions/00-lamp/00-lamp.md:10: “nobody was ever found” stands nowhere" in found


def test_a_missing_notebook_is_told(exercise: Path) -> None:
    (exercise / "solutions" / "00-lamp" / "00-lamp.md").unlink()
    assert told(exercise) == [
        "solutions/00-lamp/00-lamp.md:1: expected the exercise's notebook as text here, in UTF-8",
    ]


def test_of_a_class_copy_the_sealed_questions_are_checked(exercise: Path) -> None:
    folder = exercise / "exercises" / "00-lamp"
    folder.mkdir(parents=True)
    (exercise / "solutions").rename(exercise / "elsewhere")
    (folder / "questions.sealed").write_text(seal(QUESTIONS), encoding="utf-8")
    assert told(exercise) == []
    (folder / "questions.sealed").write_text(
        seal(QUESTIONS.replace("answer = 1893", "answer = true")), encoding="utf-8"
    )
    assert any(line.startswith("exercises/00-lamp/questions.sealed:") for line in told(exercise))
    (folder / "questions.sealed").write_text("nonsense", encoding="utf-8")
    assert any("not a sealed file" in line for line in told(exercise))
