"""The desk's table is there before anything is marked; marking goes on bit by bit, and nothing is marked twice."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.marking import judging
from coursekit.seminar.desk import class_read
from coursekit.seminar.desk.teaching import Teaching
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from pathlib import Path

READABLE, UNREADABLE = 15, 2  # of the files of sixteen learners and one more


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    return make(Course(seminar), 16, [NAME])


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whose hand-ins were marked anew, in order."""
    names: list[str] = []
    ours = judging.marks_of

    def noted(key: Any, given: Any, keys: Any) -> Any:
        names.append(given.learner)
        return ours(key, given, keys)

    monkeypatch.setattr(judging, "marks_of", noted)
    return names


@pytest.fixture
def packed(made: MadeUpClass, tmp_path: Path) -> bytes:
    return platforms.canvas_zip(made, NAME, tmp_path / "x.zip").read_bytes()


@pytest.fixture
def full(seminar: Path, work: Path, packed: bytes, made: MadeUpClass) -> Teaching:
    """A desk with a class's zip and gradebook on it."""
    desk = Teaching(Course(seminar))
    desk.bring("submissions.zip", None, packed)
    desk.bring("grades.csv", None, platforms.canvas_gradebook(made, {"The log (77)": 6.0}))
    return desk


def words(desk: Teaching) -> list[str]:
    return [row["cells"][0]["words"] for row in desk.now()["table"]["rows"]]


def test_the_table_is_whole_before_anything_is_marked(full: Teaching, marked: list[str], made: MadeUpClass) -> None:
    now = full.now()
    assert (marked, now["left"], now["of"]) == ([], READABLE, READABLE)
    cells = words(full)
    assert cells[0] == "handed in; not marked yet"
    assert cells[Plight.LATE] == "handed in; late (says the platform); not marked yet"
    assert cells[Plight.TWICE] == "handed in; 1 earlier; not marked yet"
    assert "a Word document" in cells[Plight.DOCX]
    assert "an empty file" in cells[Plight.EMPTY]
    assert cells[Plight.NOTHING] == ""
    assert any(f"{made.people[Plight.NOTHING].name}" in each and "missing" in each for each in now["table"]["notes"])
    assert any("not marked yet" in each for each in now["table"]["notes"])
    assert len(now["outs"]) == 6, "what can be made is known, too"


def test_marking_goes_on_bit_by_bit_and_the_table_fills_in(
    full: Teaching, marked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(class_read, "AT_ONCE", 4)
    lefts = [full.now()["left"]]
    while lefts[-1]:
        full.go_on()
        lefts.append(full.now()["left"])
        assert sum("not marked yet" in each for each in words(full)) <= lefts[-1]
    assert lefts == sorted(set(lefts), reverse=True)
    assert (lefts[0], lefts[1], lefts[-1], len(lefts)) == (READABLE, READABLE - 4, 0, 5), "four at a time"
    assert "not marked yet" not in json.dumps(full.now())
    assert words(full)[0].startswith("handed in")
    assert any("not read yet" in each for each in words(full)), "texts that people read are known once marked"
    notes = full.now()["table"]["notes"]
    assert any("with texts that nobody has read (x00-why)" in each for each in notes), "and by which name to read them"
    full.go_on()
    assert len(marked) == READABLE - 1, "one is the very file of another"


def test_what_was_marked_once_is_not_marked_again_not_even_in_another_kernel(
    full: Teaching, marked: list[str], seminar: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.make("marks", {})
    before = list(marked)
    assert len(before) == READABLE - 1
    full.make("report", {})
    full.look()
    full.make("marks", {})
    other = Teaching(Course(seminar))
    assert other.now()["left"] == READABLE
    monkeypatch.setattr(class_read, "AT_ONCE", 4)
    other.go_on()
    assert other.now()["left"] == 0, "what is only looked up comes many at a time"
    assert marked == before


def test_what_is_made_waits_for_the_marks(full: Teaching, marked: list[str]) -> None:
    found = full.make("marks", {})
    assert len(marked) == READABLE - 1
    assert b"not marked" not in found.content  # type: ignore[union-attr]
    assert full.now()["left"] == 0


def test_nothing_is_read_anew_for_what_is_made_unless_a_file_has_changed(
    full: Teaching, monkeypatch: pytest.MonkeyPatch, work: Path, made: MadeUpClass
) -> None:
    reads: list[object] = []
    ours = class_read.find
    monkeypatch.setattr(class_read, "find", lambda paths: reads.append(paths) or ours(paths))
    full.now()
    for _ in range(3):
        full.make("marks", {})
    assert len(reads) == 1
    (work / "teaching" / "in" / "hand-ins" / "new.json").write_bytes(made.handed[0].raw)
    full.make("marks", {})
    assert len(reads) == 2
    master = next((work.parent / "course").rglob("exercise.toml"), None)
    assert master, "the key lies where the test looks for it"
    os.utime(master, ns=(1, 1))
    full.make("marks", {})
    assert len(reads) == 3, "a key that was mended counts at once"
    full.look()
    full.now()
    assert len(reads) == 4


def test_one_that_cannot_be_marked_costs_its_own_row_and_the_one_before_counts(
    full: Teaching, made: MadeUpClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = made.people[Plight.TWICE].name
    latest = max(json.loads(each.raw)["made"] for each in made.handed if each.person.name == bo)
    ours = judging.mark_exercise

    def failing(exercise: Any, answers: Any, texts: Any) -> Any:
        if answers == failing_answers:
            raise RuntimeError
        return ours(exercise, answers, texts)

    failing_answers = next(
        data["answers"]
        for each in made.handed
        if each.person.name == bo and (data := json.loads(each.raw))["made"] == latest
    )
    monkeypatch.setattr(judging, "mark_exercise", failing)
    full.go_on()
    cell = words(full)[Plight.TWICE]
    assert cell.startswith("handed in")
    assert "a fault of the course" in cell
