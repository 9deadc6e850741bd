"""The class copy: all that learners need, nothing that tells a key in clear, and nothing of theirs lost."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from coursekit import questions as room
from coursekit.annotation.keys import load_key
from coursekit.build.class_copy import class_copy, contents
from coursekit.cli import build as verb
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.lesson.explaining import body
from coursekit.places import CLASS_COPY
from coursekit.questions import Questions
from coursekit.questions.exercises import MASTER, Exercises
from coursekit.sources import Library
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG = 8  # words in a row: fewer may stand anywhere by chance
BREAK = "\0"  # between two texts
TALKS = """
import sys
sys.path.insert(0, sys.argv[1])
import IPython.display
IPython.display.display = lambda data, **_: print(data.get("text/plain", ""))
from coursekit import lesson
from coursekit.course import course
from coursekit.lesson.exercising import worked_solution
from coursekit.questions import typical
here = course()
assert lesson.__file__.startswith(sys.argv[1]), lesson.__file__
for question in (here.question(sys.argv[2]), here.question(sys.argv[3])):
    right = [answer for answer, state in typical(question) if state == "right"][0]
    blank = [answer for answer, state in typical(question) if state == "unanswered"][0]
    lesson.ask(question.id)
    lesson.answer(question.id, right)
lesson.begin(sys.argv[2][:2])
exercise = here.exercises.of_question(sys.argv[3])
lesson.results(exercise.id)
try:
    worked_solution(here, exercise)
except Exception as error:
    print(type(error).__name__, error)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class copy of this very course."""
    out = tmp_path_factory.mktemp("class") / "course"
    class_copy(ROOT, out)
    return out


def words(text: str) -> list[str]:
    """Words without the marks around them, those of HTML included."""
    return re.findall(r"\w+", re.sub(r"</?\w[^>]*>", " ", html.unescape(text)))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    for part in text.split(BREAK):
        found = words(part)
        for start in range(len(found) - LONG + 1):
            yield tuple(found[start : start + LONG])


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def readable(path: Path) -> str:
    """A file's words; of a notebook, those of each text in it: two texts make no run."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return BREAK.join(whole(json.loads(text))) if path.suffix in (".ipynb", ".json") else text


def whole(value: object) -> Iterator[str]:
    """The texts of a notebook, whose lines stand in lists."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        yield "".join(value)
    elif isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from whole(part)


def secrets() -> Iterator[tuple[str, str]]:
    """What no student's tree may show: (where it is from, words)."""
    quizzes = [*(ROOT / "lessons" / "quizzes").glob("*.toml"), *(ROOT / "solutions").glob(f"*/{MASTER}")]
    for path in [*quizzes, *(ROOT / "lessons" / "keys").rglob("*.toml")]:
        where = path.relative_to(ROOT).as_posix()
        yield from ((where, told) for told in strings(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in (ROOT / "lessons" / "teaching").glob("*.md"):
        yield f"teaching/{path.name}", path.read_text(encoding="utf-8")
    for path in (ROOT / "solutions").glob("*/*.ipynb"):
        for cell in json.loads(path.read_bytes())["cells"]:
            if "solution" in cell["metadata"].get("tags", []):
                yield from ((path.name, told) for told in strings(cell))


def public() -> set[tuple[str, ...]]:
    """What everybody may read: calendars, lessons, rubrics, questions as they are asked, and the program."""
    exercises = Exercises(ROOT).by_id.values()
    asked = [*Questions(ROOT).by_id.values(), *(question for each in exercises for question in each.questions)]
    texts = [*(ROOT / "sources").rglob("*.*"), *(ROOT / "lessons").glob("*.md"), ROOT / "lessons" / "rubric.toml"]
    texts += [*(ROOT / "lessons" / "pictures").glob("*.toml")]
    here = Course(ROOT, ROOT / "work", Library(ROOT))
    shelf = here.shelf
    said = [told for question in asked for told in strings(room.view(question, shelf))]
    said += [room.twin(question, shelf=shelf) for question in asked]
    said += [told for path in (ROOT / "lessons" / "keys").glob("*.toml") for told in [load_key(path).prompt]]
    for path in (ROOT / "solutions").glob("*/*.ipynb"):
        cells = json.loads(path.read_bytes())["cells"]
        said += ["".join(c["source"]) for c in cells if "solution" not in c["metadata"].get("tags", [])]
    said += [each.about for each in exercises]
    said += [body(entry).markup for entry in here.glossary.values()]
    said += [point for each in asked for point in getattr(each, "compare", ())]  # laid beside the text, for all to see
    texts += [*(ROOT / "coursekit").rglob("*.py"), *(ROOT / "solutions").glob("*/data/*")]
    return {run for told in [*said, *map(readable, texts)] for run in runs(told)}


@pytest.mark.usefixtures("this_course")
def test_no_key_reason_hint_sample_or_note_stands_in_it_in_clear(copy: Path) -> None:
    known = public()
    there: dict[tuple[str, ...], str] = {}
    for path in copy.rglob("*"):
        if path.is_file():
            there |= dict.fromkeys(runs(readable(path)), path.relative_to(copy).as_posix())
    checked, told = 0, set()
    for origin, secret in secrets():
        own = [run for run in runs(secret) if run not in known]
        checked += bool(own)
        told |= {f"{there[run]} tells of {origin}: {' '.join(run)}" for run in own if run in there}
    assert checked > 1000
    assert sorted(told) == []


def test_no_option_is_said_to_be_right(copy: Path) -> None:
    marked = [
        path for path in copy.rglob("*") if path.is_file() and path.suffix != ".py" and "right = true" in readable(path)
    ]
    assert marked == []


def test_folders_of_the_instructor_are_not_in_it(copy: Path) -> None:
    names = {path.relative_to(copy).as_posix() for path in copy.rglob("*")}
    assert not [name for name in names if name.startswith(("solutions", "tests", "lessons/teaching", ".git/", "work"))]
    assert not [name for name in names if "node_modules" in name or "/keys/first" in name or "/keys/second" in name]
    assert not [
        name
        for name in names
        if name.startswith(("lessons/quizzes/", "lessons/keys/", "lessons/practice/")) and name.endswith(".toml")
    ]
    assert {"course.py", "course.toml", "requirements.txt", "README.md", "coursekit/frontend/dist/question.js"} <= names
    assert {f"exercises/{folder.name}/{folder.name}.ipynb" for folder in (ROOT / "solutions").glob("*/")} <= names


def test_every_question_and_key_is_read_from_it_as_from_the_original(copy: Path) -> None:
    assert Questions(copy).by_id == Questions(ROOT).by_id
    assert Exercises(copy).by_id == Exercises(ROOT).by_id
    assert not any(Exercises(copy).solved_here(name) for name in Exercises(copy).files)


@pytest.mark.usefixtures("this_course")
def test_a_lesson_and_an_exercise_run_in_it_and_the_solution_is_said_to_be_elsewhere(
    copy: Path, tmp_path: Path
) -> None:
    lesson = next(q.id for q in Questions(ROOT).by_id.values() if q.kind == "single" and q.purpose == "quiz")
    exercise = next(q.id for e in Exercises(ROOT).by_id.values() for q in e.questions if q.kind == "table")
    done = subprocess.run(
        [sys.executable, "-P", "-c", TALKS, str(copy), lesson, exercise],
        env={"COURSEKIT_COURSE": str(copy), "COURSEKIT_WORK": str(tmp_path / "work"), "PATH": ""},
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "cannot be shown" not in done.stdout
    assert done.stdout.count("Right") >= 2
    assert "You have answered 1 of" in done.stdout
    assert "CourseError" in done.stdout
    assert "the worked solution is not in this copy of the course; ask your instructor" in done.stdout


def test_check_finds_nothing_to_mend_in_it(copy: Path) -> None:
    from coursekit.check.course import check_course

    checked = check_course(copy)
    assert checked.errors == []
    assert checked.counts["questions"] == len(Questions(ROOT).by_id)


def test_a_second_run_takes_away_what_is_no_more_and_leaves_what_learners_made(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    class_copy(course, out)
    (out / "work").mkdir()
    (out / "work" / "journal.jsonl").write_text("mine", encoding="utf-8")
    (course / "lessons" / "pictures" / "00-dates.toml").unlink()
    _, gone = class_copy(course, out)
    assert gone == 1
    assert not (out / "lessons" / "pictures" / "00-dates.toml").exists()
    assert (out / "work" / "journal.jsonl").read_text(encoding="utf-8") == "mine"
    assert contents(course).items() <= {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*.*")}.items()


def test_a_folder_that_is_something_else_is_refused_in_one_line(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").touch()
    with pytest.raises(CourseError, match="is not empty and no class copy; name a new folder") as told:
        verb.run(["--class", str(tmp_path / "full")])
    assert "\n" not in str(told.value)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("noted", ["{}", "[", '{"format": "coursekit-class-copy/1", "files": 7}', '{"format": "x"}'])
def test_a_list_that_is_none_makes_no_class_copy(course: Path, tmp_path: Path, noted: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / CLASS_COPY).write_text(noted, encoding="utf-8")
    with pytest.raises(CourseError, match="no class copy"):
        class_copy(course, tmp_path / "out")


def test_a_list_that_names_files_outside_deletes_none_of_them(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    class_copy(course, out)
    (tmp_path / "diary.txt").touch()
    noted: dict[str, Any] = json.loads((out / CLASS_COPY).read_bytes())
    noted["files"] += ["../diary.txt", str(tmp_path / "diary.txt")]
    (out / CLASS_COPY).write_text(json.dumps(noted), encoding="utf-8")
    class_copy(course, out)
    assert (tmp_path / "diary.txt").exists()


def test_a_class_copy_is_no_place_to_build_in(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    class_copy(course, out)
    monkeypatch.setenv("COURSEKIT_COURSE", str(out))
    before = {path: path.read_bytes() for path in out.rglob("*.*") if path.is_file()}
    for arguments in ([], ["--check"], ["--class", str(tmp_path / "third")]):
        with pytest.raises(CourseError, match="this is a class copy"):
            verb.run(arguments)
    assert before == {path: path.read_bytes() for path in out.rglob("*.*") if path.is_file()}


def test_a_class_copy_says_that_it_has_no_tests(
    course: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from coursekit.cli.setup.run import main

    class_copy(course, tmp_path / "out")
    assert main(["test"], tmp_path / "out") == 1
    assert (
        capfd.readouterr().err
        == "test: this is a class copy, which has no tests; run them in the instructor's course\n"
    )
    assert not (tmp_path / "out" / ".venv").exists()
