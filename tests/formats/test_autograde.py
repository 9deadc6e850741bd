"""What a notebook does while nbgrader marks it, without nbgrader: whose work it sees, and what its points cell says."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coursekit import places
from coursekit.lesson import points
from coursekit.questions.exercises import Exercises
from tests.conftest import ROOT
from tests.formats import tries

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

NAME = "09-matrix"


@pytest.fixture
def autograde(monkeypatch: pytest.MonkeyPatch, work: Path) -> Path:
    """As in a kernel that nbgrader started; returns the folder of the work that is not to be seen."""
    places._scratch.cache_clear()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.setenv("COURSEKIT_COURSE", str(ROOT))
    monkeypatch.setattr("IPython.display.display", lambda *_, **__: None)
    return work


def test_the_work_folder_is_an_empty_one_and_stays_the_same(autograde: Path) -> None:
    (autograde / "journal.jsonl").write_text("mine", encoding="utf-8")
    assert places.work_dir() != autograde
    assert list(places.work_dir().iterdir()) == []
    assert places.work_dir() == places.work_dir()


def test_it_ends_with_the_process(autograde: Path) -> None:
    code = "from coursekit.places import work_dir\nprint(work_dir())\n(work_dir() / 'journal.jsonl').touch()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    folder = ROOT / done.stdout.strip()
    assert folder.name.startswith("coursekit-autograde-")
    assert not folder.exists()


def test_a_student_who_validates_works_in_their_own_folder(autograde: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert places.work_dir() == autograde


def test_the_newest_hand_in_beside_the_notebook_is_marked(
    autograde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = Exercises(ROOT)[NAME]
    first = exercise.questions[0]
    monkeypatch.chdir(tmp_path)
    assert points(first.id) == 0
    right = tries.handed_in(exercise, tries.all_of(exercise, "right"), "a")
    (tmp_path / "right.json").write_text(right, encoding="utf-8")
    (tmp_path / "older.json").write_text(
        tries.handed_in(exercise, {}, "a").replace("2026-01-31", "2026-01-30"), encoding="utf-8"
    )
    assert points(first.id) == first.points
    (tmp_path / "other.json").write_text('{"not": "a hand-in"}', encoding="utf-8")
    (tmp_path / "torn.json").write_bytes(b"\xff{")
    assert points(first.id) == first.points


@pytest.mark.parametrize("named", ["x09-matrxi", "09-where", "", None, 7])
def test_a_cell_that_cannot_tell_its_points_has_none(
    autograde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: object
) -> None:
    monkeypatch.chdir(tmp_path)
    assert points(named) == 0.0


def test_points_are_none_where_there_is_no_course(
    autograde: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(tmp_path))
    assert points("x09-matrix") == 0.0
