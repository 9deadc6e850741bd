"""Each exercise worked in Python, as a notebook that nbval runs: what is told and counted is what marking says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from coursekit.cli.testing.steps import NBVAL
from coursekit.course import Course
from coursekit.html import Safe
from coursekit.lesson.exercising import FOR_PROGRAMS
from coursekit.lesson.notebook import bundle
from coursekit.lesson.output import twin
from coursekit.marking import mark
from coursekit.marking.exercise import mark_exercise
from coursekit.questions import twin as question_twin
from coursekit.questions.exercises import Exercises
from coursekit.sessions.answer_store import AnswerStore
from coursekit.sessions.saved import visible_mark
from coursekit.sessions.store import store_of
from coursekit.sources import Library
from tests.conftest import ROOT
from tests.formats import tries

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise


def told(here: Course, question: Question, answer: dict[str, Any]) -> Any:
    """What a cell shows of an answer: the question, the answer and its mark."""
    store = store_of(here)
    AnswerStore(store, question).keep(answer, check=True)  # what was tried before decides what is told of it
    found = visible_mark(store, question, store.state.answers[question.id])
    alone = mark(question, answer, here.shelf)
    assert (found.state, found.points) == (alone.state, alone.points)
    shown = twin(Safe(question_twin(question, answer or None, found, here.shelf)))
    return new_output("display_data", bundle(shown))


def worked(here: Course, exercise: Exercise) -> Any:
    """A notebook that answers everything blank, wrong, partly and right, with what marking makes of it."""
    cells = []
    for state in tries.STATES:
        answers = tries.all_of(exercise, state)
        for question in exercise.questions:
            code = f"from coursekit.lesson import answer\nanswer({question.id!r}, {answers[question.id]!r})"
            cells.append(new_code_cell(code, outputs=[told(here, question, answers[question.id])]))
        for question, found in mark_exercise(exercise, answers, here.shelf).marks:
            if question.kind != "text":
                code = f"from coursekit.lesson import points\npoints({question.id!r})"
                data = {"text/plain": repr(found.points), "text/html": FOR_PROGRAMS}
                value = new_output("execute_result", data, execution_count=None)
                cells.append(new_code_cell(code, outputs=[value]))
    for number, cell in enumerate(cells, start=1):
        cell["execution_count"] = number  # what was not run may have no outputs
        for output in cell["outputs"]:
            if "execution_count" in output:
                output["execution_count"] = number
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


def nbval(folder: Path, work: Path) -> str:
    """Run nbval strictly over a folder; return what pytest says."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *NBVAL, "-v", str(folder)],
        env=os.environ | {"COURSEKIT_WORK": str(work), "COURSEKIT_COURSE": str(ROOT), "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def here(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(ROOT, tmp_path_factory.mktemp("marks"), Library(ROOT))


@pytest.mark.usefixtures("this_course")
def test_every_exercise_tells_and_counts_in_a_notebook_what_marking_says(here: Course, tmp_path: Path) -> None:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    cells = 0
    for exercise in Exercises(ROOT).by_id.values():
        notebook = worked(here, exercise)
        cells += len(notebook.cells)
        nbformat.write(notebook, folder / f"{exercise.id}.ipynb")
    said = nbval(folder, tmp_path / "work")
    assert re.search(rf"\b{cells} passed\b", said), said[-3000:]
    assert "failed" not in said


@pytest.mark.usefixtures("this_course")
def test_a_notebook_that_expects_another_point_fails(here: Course, tmp_path: Path) -> None:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    notebook = worked(here, next(iter(Exercises(ROOT).by_id.values())))
    value = next(
        output for cell in reversed(notebook.cells) for output in cell.outputs if output.output_type != "display_data"
    )
    value["data"]["text/plain"] = "0.5"
    nbformat.write(notebook, folder / "x.ipynb")
    assert "1 failed" in nbval(folder, tmp_path / "work")
