"""The one marking function."""

from __future__ import annotations

import subprocess
import sys
from copy import deepcopy
from pathlib import Path

from coursekit.marking import MARKING, mark
from coursekit.questions import load_quiz, typical

QUIZ = load_quiz(Path(__file__).parents[1] / "questions" / "data" / "01-lighthouse.toml")


def test_marking_is_pure_and_changes_nothing() -> None:
    for question in QUIZ:
        for answer, _ in typical(question):
            before = deepcopy(answer)
            assert mark(question, answer) == mark(question, answer)
            assert answer == before


def test_every_mark_carries_the_version_of_the_marking() -> None:
    assert {mark(question, answer).marking for question in QUIZ for answer in (None, {}, {"choice": 3})} == {MARKING}


def test_the_same_question_of_another_load_marks_the_same() -> None:
    again = load_quiz(Path(__file__).parents[1] / "questions" / "data" / "01-lighthouse.toml")
    for one, other in zip(QUIZ, again, strict=True):
        assert [mark(one, answer) for answer, _ in typical(one)] == [
            mark(other, answer) for answer, _ in typical(other)
        ]


def test_marking_loads_no_widget_and_no_date_parser_before_it_needs_one() -> None:
    code = (
        "import sys; from coursekit.marking import mark; "
        "print(sorted({'ipywidgets', 'anywidget', 'edtf', 'bs4', 'pypdf'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
