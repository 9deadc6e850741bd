"""nbgrader on our folders: nothing published, nothing overwritten, and the same points as everywhere else."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.marking.exercise import mark_exercise
from coursekit.questions.exercises import Exercises
from coursekit.sources import Library
from tests.conftest import ROOT
from tests.formats import instructor, tries

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

EXERCISES = Exercises(ROOT)
WHOLE, WITH_DATA = "09-matrix", "07-numbers"  # one is tried in every way, the others with a mixture
STRAY = "mine.json"  # an instructor's own file, where a student has one of the same name
STUDENTS_DATA = "row,what\n1,the student's own\n"


@dataclass
class Marked:
    """What nbgrader made of all that was handed in."""

    course: Path
    grades: dict[str, dict[str, dict[str, float]]]

    def notebook(self, step: str, exercise: str, student: str = ".") -> dict[str, Any]:
        path = self.course / "nbgrader" / step / student / exercise / f"{exercise}.ipynb"
        found: dict[str, Any] = json.loads(path.read_bytes())
        return found


def submit(course: Path, exercise: str, student: str, answers: dict[str, Any] | None, *, short: bool = False) -> Path:
    """Lay a student's folder out: the notebook as a class copy has it and, beside it, their hand-in."""
    folder = course / "nbgrader" / "submitted" / student / exercise
    folder.mkdir(parents=True)
    given = json.loads((ROOT / "exercises" / exercise / f"{exercise}.ipynb").read_bytes())
    if short:  # quicker to run; who hands in a file answers nothing in the notebook
        given["cells"] = [cell for cell in given["cells"] if "nbgrader" in cell["metadata"]]
    (folder / f"{exercise}.ipynb").write_text(json.dumps(given), encoding="utf-8")
    if answers is not None:
        (folder / STRAY).write_text(tries.handed_in(EXERCISES[exercise], answers, student), encoding="utf-8")
    return folder / f"{exercise}.ipynb"


def edit(notebook: Path, *, typed: str = "", without: str = "", tampered: str = "") -> None:
    """Do to a notebook what students do: type a cell, delete one, change one that is not theirs."""
    content = json.loads(notebook.read_bytes())
    kept = [
        cell
        for cell in content["cells"]
        if not without or without != cell["metadata"].get("nbgrader", {}).get("grade_id")
    ]
    for cell in kept:
        if tampered and cell["metadata"].get("nbgrader", {}).get("grade_id") == tampered:
            cell["source"] = "30.0"
    if typed:
        new = {
            "cell_type": "code",
            "id": "typed",
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "source": typed,
        }
        kept.insert(0, new)
    content["cells"] = kept
    notebook.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    """All exercises released, handed in and autograded, in a copy of the course."""
    python = instructor.python()
    course = instructor.lay_out(tmp_path_factory.mktemp("nbgrader") / "course")
    whole = EXERCISES[WHOLE]
    (course / "solutions" / WHOLE / STRAY).write_text(
        tries.handed_in(whole, tries.all_of(whole, "right"), "the instructor"), encoding="utf-8"
    )
    own = course / "work"  # the instructor has solved it, in the place a learner's work is kept
    _journal(own, tries.all_of(whole, "right"))
    for name in EXERCISES.files:
        submit(course, name, "mixed", tries.mixed(EXERCISES[name]), short=True)
    for state in tries.STATES:
        submit(course, WHOLE, state, tries.all_of(whole, state), short=state != "partly")
    submit(course, WHOLE, "nothing", None, short=True)
    first = whole.questions[0]
    typed = f"from coursekit.lesson import answer\nanswer({first.id!r}, {tries.one(first, 'right')!r})"
    edit(submit(course, WHOLE, "in-python", None, short=True), typed=typed)
    edit(submit(course, WHOLE, "deleted", tries.all_of(whole, "right"), short=True), without=first.id)
    edit(submit(course, WHOLE, "tampered", tries.all_of(whole, "wrong"), short=True), tampered=first.id)
    data = course / "nbgrader" / "submitted" / "mixed" / WITH_DATA / "data" / "figures.csv"
    data.parent.mkdir()
    data.write_text(STUDENTS_DATA, encoding="utf-8")
    lines = [[command, name] for command in ("generate_assignment", "autograde") for name in EXERCISES.files]
    said = instructor.nbgrader(python, course, *lines, ["export"], COURSEKIT_WORK=str(own))
    return Marked(course, said["grades"])


def _journal(work: Path, answers: dict[str, Any]) -> None:
    from coursekit.journal import Journal

    journal = Journal(work / "journal.jsonl")
    for question, answer in answers.items():
        journal.append("answer", question=question, version=1, answer=answer, checked=True)


def ours(exercise: str, answers: dict[str, Any]) -> dict[str, float]:
    """The points that `grade` gives, of what is counted."""
    texts = Course(ROOT, ROOT / "work", Library(ROOT)).shelf
    marks = mark_exercise(EXERCISES[exercise], json.loads(json.dumps(answers)), texts).marks
    return {question.id: mark.points for question, mark in marks if question.kind != "text"}


@pytest.mark.parametrize("name", EXERCISES.files)
def test_typical_answers_get_the_same_points_from_nbgrader_as_from_grade(marked: Marked, name: str) -> None:
    assert marked.grades[name]["mixed"] == ours(name, tries.mixed(EXERCISES[name]))


@pytest.mark.parametrize("state", tries.STATES)
def test_blank_wrong_partly_and_right_get_the_same_points(marked: Marked, state: str) -> None:
    found = marked.grades[WHOLE][state]
    assert found == ours(WHOLE, tries.all_of(EXERCISES[WHOLE], state))
    whole = EXERCISES[WHOLE].of
    assert sum(found.values()) in {"unanswered": [0], "wrong": [0], "right": [whole]}.get(state, [sum(found.values())])


def test_the_totals_exported_are_those_points(marked: Marked) -> None:
    with (marked.course / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["assignment"], row["student_id"]): row for row in csv.DictReader(file)}
    for name in EXERCISES.files:
        row = rows[name, "mixed"]
        assert float(row["score"]) == pytest.approx(sum(marked.grades[name]["mixed"].values()))
        assert float(row["max_score"]) == EXERCISES[name].of


def test_answers_given_in_python_count_where_no_hand_in_lies_beside(marked: Marked) -> None:
    first, *others = marked.grades[WHOLE]["in-python"].values()
    assert first == EXERCISES[WHOLE].questions[0].points
    assert not any(others)


def test_the_instructors_own_answers_are_no_students(marked: Marked) -> None:
    assert sum(marked.grades[WHOLE]["nothing"].values()) == 0


def test_a_deleted_cell_costs_no_points_and_a_changed_one_wins_none(marked: Marked) -> None:
    assert marked.grades[WHOLE]["deleted"] == marked.grades[WHOLE]["right"]
    assert marked.grades[WHOLE]["tampered"] == marked.grades[WHOLE]["wrong"]


def test_nothing_of_the_students_is_overwritten(marked: Marked) -> None:
    for step in ("submitted", "autograded"):
        folder = marked.course / "nbgrader" / step / "mixed"
        assert (folder / WITH_DATA / "data" / "figures.csv").read_text(encoding="utf-8") == STUDENTS_DATA
        assert json.loads((folder / WHOLE / STRAY).read_bytes())["learner"] == "mixed"


@pytest.mark.parametrize("name", EXERCISES.files)
def test_a_release_has_no_solution_and_no_file_of_the_instructor(marked: Marked, name: str) -> None:
    folder = marked.course / "nbgrader" / "release" / name
    data = {path.name for path in (ROOT / "solutions" / name / "data").glob("*")}
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == {
        f"{name}.ipynb",
        *(f"data/{each}" for each in data),
    }
    released = marked.notebook("release", name)
    source = json.loads((ROOT / "solutions" / name / f"{name}.ipynb").read_bytes())
    told = ["".join(cell["source"]) for cell in source["cells"] if "solution" in cell["metadata"].get("tags", [])]
    kept = ["".join(cell["source"]) for cell in source["cells"] if "solution" not in cell["metadata"].get("tags", [])]
    assert told
    assert ["".join(cell["source"]) for cell in released["cells"]] == kept
    assert "jupytext" not in released["metadata"]
    assert not any(cell.get("outputs") for cell in released["cells"])
