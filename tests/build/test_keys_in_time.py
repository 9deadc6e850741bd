"""Nothing that a learner's copy offers shows a key before it is due: every verb and every function is tried."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.build.class_copy import class_copy
from coursekit.cli.main import VERBS
from tests.build.test_class_copy import public, runs, secrets
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = (".json", ".jsonl", ".jsonld", ".csv", ".xml", ".zip", ".html")
# Calls everything public of `coursekit.lesson` with all that the course has, by the names of the parameters.
# A parameter with a new name ends it: then say here what is to be tried for it.
TRIES = r"""
import importlib, inspect, itertools, json, pkgutil, sys
sys.path.insert(0, sys.argv[1])
said = []
import IPython.display
now = ""
def say(data):
    words = data if isinstance(data, str) else json.dumps(data, default=str, ensure_ascii=False)
    said.append(f"{now}: {words}")
class Handle:
    def update(self, data, **_):
        say(data)
def display(data, **_):
    say(data)
    return Handle()
IPython.display.display = display
from ipywidgets.widgets.widget import _instances
from coursekit import lesson, pictures
from coursekit.course import course
from coursekit.errors import CourseError
here = course()
assert lesson.__file__.startswith(sys.argv[1]), lesson.__file__
exercises = list(here.exercises.by_id.values())
questions = [*here.questions.by_id.values(), *(q for each in exercises for q in each.questions)]
sigla = list(here.library.sigla)
names = [path.stem for path in sorted(here.folders.pictures.glob("*.toml"))]
records = [here.library.record(each) for each in sigla]
ids = [each.id for each in questions]
BY_NAME = {
    "question_id": ids, "exercise_id": [each.id for each in exercises], "siglum": sigla, "source": sigla,
    "task": [""], "task_id": sorted(here.keys.by_id) if hasattr(here, "keys") else [""], "prediction": ["", *ids[:3]],
    "lesson_id": ["00", "01"], "lesson": ["00", "01"], "reference": [f"{each} p1" for each in sigla], "ids": [()],
    "kind": ["chain", *pictures.KINDS], "what": [*sigla, *names], "value": ["x"], "column": ["date"], "folder": ["."],
    "marker": ["ab"], "anonymous": [True], "here": [here], "question": questions, "exercise": exercises,
    "record_": records, "learner": ["Ada"], "sitting": [1, 2],
}
tried, unknown, passed = [], [], []
def call(name, function):
    takes = [each for each in inspect.signature(function).parameters.values() if each.kind != each.VAR_POSITIONAL]
    missing = [each.name for each in takes if each.name not in BY_NAME and each.default is each.empty]
    if missing:
        (unknown if name in lesson.__all__ else passed).append(f"{name}: {', '.join(missing)}")
        return
    takes = [each for each in takes if each.name in BY_NAME]
    global now
    now = name
    for given in itertools.product(*(BY_NAME[each.name] for each in takes)):
        keywords = dict(zip([each.name for each in takes], given))
        try:
            found = function(**keywords)
            say(str(getattr(found, "markup", found)))
        except CourseError as error:
            say(str(error))
        except Exception as error:
            if name in lesson.__all__:
                raise
            say(str(error))
    tried.append(name)
for name in lesson.__all__:
    call(name, getattr(lesson, name))
for found in pkgutil.iter_modules(lesson.__path__, "coursekit.lesson."):
    module = importlib.import_module(found.name)
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == found.name and not name.startswith("_") and name not in lesson.__all__:
            call(f"{found.name.rpartition('.')[2]}.{name}", function)
now = "what the widgets hold"
for each in list(_instances.values()):
    say(each.get_state())
print(json.dumps({"said": said, "tried": tried, "unknown": unknown, "passed": passed}))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("class") / "course"
    class_copy(ROOT, out)
    return out


@pytest.fixture(scope="module")
def kept() -> dict[tuple[str, ...], str]:
    """Runs of words that only keys, reasons, hints and samples have, and where they are from."""
    known = public()
    told = [(origin, secret) for origin, secret in secrets() if not origin.endswith(".ipynb")]  # made of these
    return {run: origin for origin, secret in told for run in runs(secret) if run not in known}


def environment(copy: Path, work: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("COURSEKIT", "PYTHON"))}
    return {**kept, "COURSEKIT_COURSE": str(copy), "COURSEKIT_WORK": str(work), "PYTHONIOENCODING": "utf-8"}


def leaks(told: list[str], kept: dict[tuple[str, ...], str]) -> dict[tuple[str, str], str]:
    """Return what was told too early, by whom: one run of words for each pair of teller and file."""
    return {(each.partition(":")[0], kept[run]): " ".join(run) for each in told for run in runs(each) if run in kept}


@pytest.mark.usefixtures("this_course")
def test_no_verb_and_no_function_of_a_lesson_shows_a_key(
    copy: Path, kept: dict[tuple[str, ...], str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", TRIES, str(copy)],
        env=environment(copy, tmp_path),
        cwd=copy,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert found["unknown"] == [], "say in BY_NAME what is to be tried"
    assert {"worked", "solution", "compare", "read_answers", "exercising.worked_answer"} <= set(found["tried"])
    assert len(found["said"]) > 1000
    assert any("is not in this copy of the course; ask your instructor" in each for each in found["said"])
    early = leaks(found["said"], kept)
    assert early == {}


@pytest.mark.usefixtures("this_course")
@pytest.mark.parametrize("verb", sorted({*VERBS} - {"open", "test"}))
def test_no_verb_of_the_command_line_shows_a_key(
    verb: str, copy: Path, kept: dict[tuple[str, ...], str], tmp_path: Path
) -> None:
    work = tmp_path / "work"
    blank = {"format": "coursekit-hand-in/1", "version": 1, "learner": "Ada", "made": "2026-01-31T12:00:00Z"}
    numbers = [path.parent.name for path in sorted((copy / "exercises").glob("*/questions.sealed"))]
    hand_ins = tmp_path / "in"
    hand_ins.mkdir()
    for name in numbers:
        (hand_ins / f"{name}.json").write_text(json.dumps({**blank, "exercise": name, "answers": {}}))
    key = next((copy / "lessons" / "keys").glob("*.sealed"))
    export = tmp_path / "gradebook.csv"
    export.write_text("Student,ID,SIS Login ID,Section,Cards (1)\n    Points Possible,,,,30\nAda,1,ada,S,\n")
    letters = {form: tmp_path / f"{form}.txt" for form in "ab"}
    for form, file in letters.items():
        file.write_text("".join(f"{form}-{n}: A\n" for n in range(1, 15)))
    tries = {
        "check": [[], ["--json"], ["--coverage"], ["--agreement", str(key), str(key)]],
        "notes": [[], ["--out", str(tmp_path / "notes")]],
        "update": [[str(copy)], [str(hand_ins)]],
        "build": [[], ["--check"], ["--class", str(tmp_path / "out")]],
        "hand-in": [[name, "--name", "Ada"] for name in (*(number[:2] for number in numbers), "L02")],
        "grade": [[str(hand_ins), "--out", str(tmp_path / "marks.csv"), *more] for more in ([], ["--json"])],
        "export": [
            ["annotations", "--out", str(tmp_path / "marks.csv")],
            ["annotations", str(hand_ins), "--out", str(tmp_path / "marks.jsonld")],
            ["questions", "--for", "moodle", "--out", str(tmp_path / "marks.xml")],
            ["questions", "L01", "--for", "canvas", "--json", "--out", str(tmp_path / "marks.zip")],
            ["statistics", str(hand_ins), "--out", str(tmp_path / "marks.json")],
        ],
        "feedback": [[str(hand_ins), "--out", str(tmp_path / "back.zip"), "--answers", "yes"]],
        "register": [[str(hand_ins), "--out", str(tmp_path / "marks.csv")], [str(hand_ins), "--json"]],
        "gradebook": [[str(export), str(hand_ins), "--exercise", numbers[0], "--out", str(tmp_path / "marks.csv")]],
        "teach": [["--no-browser"]],
        "alike": [[str(hand_ins), "--out", str(tmp_path / "marks.html")]],
        "report": [[str(hand_ins), "--out", str(tmp_path / "marks.html"), *more] for more in ([], ["--projected"])],
        "doctor": [["--dry-run"], []],
        "sources": [[], ["add", str(hand_ins)]],
        "progress": [[], ["--json"]],
        "practice": [["--print", "a"], *(["--score", form, str(letters[form])] for form in "ab")],
        "work": [[], ["export", str(tmp_path / "marks.zip")], ["import", str(hand_ins / f"{numbers[0]}.json")]],
        # What a class copy refuses, or what cannot be made here.
        "room": [["00", "--no-browser"]],
        "debrief": [[]],
        "hub": [[], ["--copies"]],
        "new": [[str(tmp_path / "own")]],
        "site": [["--out", str(tmp_path / "site")]],
    }
    assert verb in tries, "say how it is to be tried"
    said = []
    for arguments in tries[verb]:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "coursekit", verb, *arguments],
            env=environment(copy, work) | {"PYTHONPATH": str(copy)},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stderr
        said += [f"{verb}: {done.stdout}", f"{verb}: {done.stderr}"]
    made = [path for path in [*work.rglob("*"), *tmp_path.glob("marks*")] if path.suffix in WRITTEN]
    said += [f"{verb} {path.name}: {path.read_text(encoding='utf-8', errors='replace')}" for path in made]
    assert any(said)
    assert leaks(said, kept) == {}
