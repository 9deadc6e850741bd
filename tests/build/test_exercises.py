"""What students get is made from the instructor's folder, holds no solution, and drift is told either way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from coursekit.build import exercises, lessons
from coursekit.cli import build as verb
from coursekit.questions.exercises import Exercises
from tests.exercise import NAME, lay_out_exercise


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with one exercise, built once."""
    root = tmp_path_factory.mktemp("course") / "course"
    shutil.copytree(Path(__file__).parents[1] / "tiny", root)
    lay_out_exercise(root)
    assert all(target.exists() for target, _ in [*lessons.build(root / "lessons"), *exercises.build(root)])
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    return shutil.copytree(built, tmp_path / "course")


def drift(root: Path) -> list[str]:
    return [f"{each.file.relative_to(root).as_posix()}: {each.what}" for each in exercises.check(root)]


def test_a_student_gets_the_notebook_the_data_and_sealed_questions(root: Path) -> None:
    given = root / "exercises" / NAME
    assert sorted(path.relative_to(given).as_posix() for path in given.rglob("*") if path.is_file()) == [
        f"{NAME}.ipynb",
        "data/log.csv",
        "questions.sealed",
    ]
    assert not any("secret" in path.read_text(encoding="utf-8") for path in given.rglob("*") if path.is_file())
    cells = json.loads((given / f"{NAME}.ipynb").read_bytes())["cells"]
    assert all("solution" not in cell["metadata"].get("tags", []) for cell in cells)
    assert [cell["execution_count"] for cell in cells if cell["cell_type"] == "code"] == [1, 2, 3, 4, 5, 6]


def test_the_sealed_questions_are_the_same_questions(root: Path) -> None:
    master = Exercises(root)[NAME]
    for path in (root / "solutions" / NAME).glob("exercise.toml"):
        path.unlink()
    sealed = Exercises(root)[NAME]
    assert sealed.questions == master.questions
    assert not Exercises(root).solved_here(NAME)


def test_built_again_nothing_changes_and_nothing_is_out_of_step(root: Path) -> None:
    assert [target for target, changed in exercises.build(root) if changed] == []
    assert drift(root) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (f"exercises/{NAME}/{NAME}.ipynb", "Fill it in.", "Fill it out.", "is not what solutions/00-log makes of it"),
        (f"exercises/{NAME}/data/log.csv", "lamp", "light", "is not what solutions/00-log makes of it"),
        (f"exercises/{NAME}/questions.sealed", "\n", "\n0", "is not what solutions/00-log makes of it"),
        (f"solutions/{NAME}/{NAME}.md", "Fill it in.", "Fill it out.", "is not what 00-log.md says"),
        (f"solutions/{NAME}/exercise.toml", "says nothing", "is silent", "exercises/00-log/questions.sealed"),
    ],
)
def test_a_change_on_either_side_is_drift(root: Path, file: str, old: str, new: str, told: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(told in line for line in drift(root)), drift(root)


def test_what_no_master_makes_is_drift_and_goes(root: Path) -> None:
    stray = root / "exercises" / "99-old" / "99-old.ipynb"
    stray.parent.mkdir()
    stray.write_text("{}", encoding="utf-8")
    assert any("99-old.ipynb: is not made from anything" in line for line in drift(root))
    assert (stray, True) in list(exercises.build(root))
    assert not stray.exists()


def test_the_command_tells_drift_and_fails(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(root))
    assert verb.run(["--check"]) == 0
    (root / "exercises" / NAME / "questions.sealed").unlink()
    assert verb.run(["--check"]) == 1
    assert "questions.sealed: is not there; run: python3 course.py build" in capsys.readouterr().err


def test_other_line_ends_are_no_drift_and_are_left_alone(root: Path) -> None:
    files = [path for folder in ("exercises", "solutions") for path in (root / folder).rglob("*") if path.is_file()]
    for path in files:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert drift(root) == []
    assert [target for target, changed in exercises.build(root) if changed] == []


def test_other_spacing_in_a_notebook_is_no_drift_and_another_value_is(root: Path) -> None:
    path = root / "exercises" / NAME / f"{NAME}.ipynb"
    held = json.loads(path.read_bytes())
    path.write_text(json.dumps(held, indent=4, sort_keys=True), encoding="utf-8")
    assert drift(root) == []
    held["cells"][0]["source"] = "Another word."
    path.write_text(json.dumps(held), encoding="utf-8")
    assert len(drift(root)) == 1
