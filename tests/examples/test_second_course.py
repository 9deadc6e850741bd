"""The kit is a kit: a course on other texts, of another time, in another language goes through all of it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.testing.steps import NBVAL
from coursekit.course import Course
from coursekit.marking import mark
from coursekit.pictures import KINDS as PICTURES
from coursekit.questions import KINDS, Question, best_answer, typical, view
from coursekit.study.path import units
from tests.examples.conftest import COURSE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.examples.conftest import Second


@pytest.fixture
def course(second: Second, monkeypatch: pytest.MonkeyPatch) -> Course:
    """The course as the kit's own modules see it."""
    for name in ("COURSEKIT_COURSE", "COURSEKIT_WORK"):
        monkeypatch.setenv(name, second.environment[name])
    return Course(second.root)


def questions(course: Course) -> list[Question]:
    exercises = [question for exercise in course.exercises.by_id.values() for question in exercise.questions]
    return [*course.questions.by_id.values(), *exercises]


def test_check_finds_nothing_to_mend_and_nothing_to_look_at(second: Second) -> None:
    done = second.run("coursekit", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("0 to mend, 0 to look at")


def test_what_is_built_is_in_step(second: Second) -> None:
    done = second.run("coursekit", "build", "--check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 exercises looked at, 0 out of step" in done.stdout


def test_it_has_every_kind_of_question_and_of_picture_and_one_of_its_own(course: Course) -> None:
    assert {question.kind for question in questions(course)} == {*KINDS, "aussage"}
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in course.folders.pictures.glob("*.toml")]
    assert {each.get("kind", "timeline") for each in files} == set(PICTURES)


def test_every_question_gets_what_its_author_says(course: Course) -> None:
    for question in questions(course):
        for answer, state in typical(question):
            assert mark(question, answer, course.texts).state == state, (question.id, answer)


def test_a_kind_of_its_own_is_marked_and_drawn(course: Course) -> None:
    question = course.question("01-zeichen")
    assert view(question)["kind"] == "single"
    assert mark(question, best_answer(question)).state == "right"
    wrong = mark(question, {"choice": "da"})
    assert (wrong.state, wrong.feedback[0].misconception) == ("wrong", "M4")


def test_its_lessons_are_cut_and_named_by_their_german_marks(course: Course) -> None:
    lessons = [unit for unit in units(course) if unit.kind == "lesson"]
    assert [(len(unit.parts), unit.minutes) for unit in lessons] == [(1, 16), (2, 40), (1, 28)]
    assert all(unit.about and "**" not in unit.about for unit in lessons)


def test_nothing_made_stands_beside_it_in_the_archive() -> None:
    ignored = (COURSE.parent.parent / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"/examples/**/*.ipynb", "/examples/*/exercises/", "/examples/*/work/"} <= set(ignored)


@pytest.mark.slow
def test_its_class_copy_is_whole_and_keeps_its_keys(second: Second, tmp_path: Path) -> None:
    done = second.run("coursekit", "build", "--class", str(tmp_path / "copy"))
    assert done.returncode == 0, done.stderr
    copy = type(second)(tmp_path / "copy")
    checked = copy.run("coursekit", "check")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    given = {path.relative_to(copy.root).as_posix() for path in copy.root.rglob("*") if path.is_file()}
    assert {"kinds/aussage.py", "sources/BIT/text.txt", "exercises/03-horn/03-horn.ipynb"} <= given
    assert not [name for name in given if name.startswith(("solutions/", "lessons/teaching/"))]
    assert not [name for name in given if name.startswith(("lessons/quizzes/", "lessons/keys/")) and "toml" in name]


@pytest.mark.slow
def test_its_notebooks_run_and_say_what_they_said(second: Second) -> None:
    notebooks = sorted(path.relative_to(second.root).as_posix() for path in second.root.rglob("*.ipynb"))
    assert len(notebooks) == 7
    plain = ("-c", "/dev/null", "--rootdir", str(second.root), "-q")
    done = second.run("pytest", *plain, *NBVAL, "--nbval-cell-timeout=120", *notebooks)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
