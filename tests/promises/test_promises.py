"""What the README promises about a learner's answers, one test a promise, each under the promise's name."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coursekit.cli.lab import copies
from coursekit.journal import Journal, answers
from coursekit.marking import mark
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import HandIn, read_hand_in
from coursekit.questions import LibraryShelf, Questions, typical
from coursekit.questions.exercises import Exercises
from coursekit.sources import Edition, Library, Paragraph
from coursekit.spans import Unplaced, anchor, make_span

ROOT = Path(__file__).resolve().parents[2]
# A kernel that answers for ever: each number goes out only after the journal has said that it is kept.
KERNEL = """
import os, sys
from pathlib import Path
from coursekit.journal import Journal
journal = Journal(Path(sys.argv[1]))
n = 0
while True:
    n += 1
    journal.append("answer", question=f"{sys.argv[2]}-{n}", version=1, answer={"text": "so"}, checked=False)
    os.write(1, f"{sys.argv[2]}-{n}\\n".encode())
"""


def kernel(path: Path, name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", KERNEL, str(path), name], cwd=ROOT, stdout=subprocess.PIPE)


def told_saved(process: subprocess.Popen[bytes], least: int) -> set[str]:
    """Let a kernel save some answers, kill it, and return those of which it said so."""
    assert process.stdout
    heard = [process.stdout.readline() for _ in range(least)]
    process.send_signal(signal.SIGKILL)
    with process.stdout as rest:
        heard += rest.read().splitlines(keepends=True)
    process.wait(timeout=30)
    return {line.decode().strip() for line in heard if line.endswith(b"\n")}


def kept(path: Path) -> set[str]:
    return set(answers(Journal(path).read().events))


def test_what_you_are_told_is_saved_is_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    said = told_saved(kernel(path, "a"), 50)
    assert len(said) >= 50
    assert said <= kept(path)


def test_two_windows_never_overwrite_each_other(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    both = [kernel(path, "a"), kernel(path, "b")]
    said = set().union(*(told_saved(each, 50) for each in both))
    assert {name[0] for name in said} == {"a", "b"}
    assert said <= kept(path)


def test_a_damaged_line_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    for name in ("one", "two", "three"):
        journal.append("answer", question=name, version=1, answer={"text": name}, checked=False)
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1][: len(lines[1]) // 2] + b"\xff\x00"
    path.write_bytes(b"\n".join(lines))
    reading = Journal(path).read()
    assert set(answers(reading.events)) == {"one", "three"}
    assert [aside.line for aside in reading.set_aside] == [2]


def test_an_update_of_the_course_leaves_your_work_alone(tmp_path: Path) -> None:
    lessons, work = tmp_path / "lessons", tmp_path / "work"
    lessons.mkdir()
    mine = Journal(work / "journal.jsonl")
    mine.append("answer", question="00-x", version=1, answer={"text": "mine"}, checked=True)
    before = mine.path.read_bytes()
    lesson = lessons / "00-box.ipynb"
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "first"}
    notebook: dict[str, Any] = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    lesson.write_text(json.dumps(notebook), encoding="utf-8")
    copies.refresh(lessons, work / "lessons")
    copy = work / "lessons" / lesson.name
    changed = json.loads(copy.read_text(encoding="utf-8"))
    changed["cells"][0]["source"] = "first, and a note of my own"
    copy.write_text(json.dumps(changed), encoding="utf-8")
    cell["source"] = "second, from the update"
    lesson.write_text(json.dumps(notebook), encoding="utf-8")
    copies.refresh(lessons, work / "lessons")
    assert "second, from the update" in copy.read_text(encoding="utf-8")
    assert mine.path.read_bytes() == before
    earlier = [path.read_text(encoding="utf-8") for path in (work / "lessons" / "earlier").rglob("*.ipynb")]
    assert any("a note of my own" in text for text in earlier)


def test_a_mark_that_no_longer_fits_is_listed_and_never_moved() -> None:
    before = Edition("LOG", "guide", (Paragraph("p1", "", "many asked to go, and many stayed"),))
    span = make_span(before, "p1", 0, 4)
    after = Edition("LOG", "guide", (Paragraph("p1", "", "some asked to go; how many stayed, and how many left?"),))
    found = anchor(span, after)
    assert isinstance(found, Unplaced)
    assert found.reason


@pytest.mark.usefixtures("this_course")
def test_blank_is_never_wrong() -> None:
    questions = Questions(ROOT).by_id.values()
    assert len(questions) > 20
    for question in questions:
        blank, state = typical(question)[0]
        assert state == "unanswered"
        assert mark(question, blank).state == "unanswered", question.id


def test_every_promise_has_a_test_of_its_name() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    made = re.findall(r"^- \*\*.*`(test_\w+)`$", readme, re.MULTILINE)
    assert len(made) == 10
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [name for name in made if f"def {name}(" not in tests] == []


@pytest.mark.parametrize("place", ["work/journal.jsonl", "work/texts/LET.json", "work/lessons/00.ipynb"])
def test_your_answers_and_copies_stay_out_of_git(place: str) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not run: this copy of the course is no git checkout")
    assert subprocess.run(["git", "check-ignore", "-q", place], cwd=ROOT, check=False).returncode == 0


@pytest.mark.usefixtures("this_course")
@pytest.mark.parametrize("wanted", ["unanswered", "wrong", "partly", "right"])
def test_a_hand_in_is_marked_as_you_saw_it(wanted: str) -> None:
    texts = LibraryShelf(Library(ROOT))
    exercises = Exercises(ROOT).by_id.values()
    assert len(exercises) > 5
    for exercise in exercises:
        given = {
            question.id: next((answer for answer, state in typical(question) if state == wanted), {})
            for question in exercise.questions
        }
        seen = [mark(question, given[question.id], texts) for question in exercise.questions]
        raw = HandIn(exercise.id, exercise.version, "Ann", "2026-01-31T12:00:00Z", given).to_json().encode()
        marked = mark_exercise(exercise, read_hand_in(raw).answers, texts)
        assert [found for _, found in marked.marks] == seen, exercise.id
        assert marked.points == pytest.approx(sum(found.points for found in seen), abs=0.01)
