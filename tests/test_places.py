"""Where things are; and that nobody else spells it."""

from __future__ import annotations

import ast
import os
import stat
from typing import TYPE_CHECKING

import pytest

from coursekit import places
from coursekit.errors import CourseError
from coursekit.places import Folders, course_root, work_dir
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"tags.toml", "glossary.toml", "context.toml", "record.toml", "guide.md"}
NAMES = FILES | {
    value for name, value in vars(places).items() if name.isupper() and name not in ("CLASS_COPY", "NUMBERED")
}


def test_a_file_is_called_by_where_it_stands_in_the_course(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    assert folders.named(folders.quizzes / "01-a.toml") == (
        tmp_path / "lessons" / "quizzes" / "01-a.toml",
        "lessons/quizzes/01-a.toml",
    )
    assert folders.name(folders.guide("BOX")) == "sources/BOX/guide.md"
    assert folders.name(folders.record("BOX")) == "sources/BOX/record.toml"


def test_the_course_is_where_lessons_and_sources_are(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert course_root() == course.resolve()
    monkeypatch.setenv("COURSEKIT_COURSE", str(course / "lessons"))
    with pytest.raises(CourseError, match="no course here"):
        course_root()


def test_work_is_kept_in_the_course_unless_it_is_said_where(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSEKIT_WORK")
    assert work_dir() == (course / "work").resolve()


def test_folders_are_spelled_in_one_place() -> None:
    """A path joined with a name of one of the course's folders or files, outside the module that knows them."""
    spelled = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.right.value}"
        for path in sorted((ROOT / "coursekit").rglob("*.py"))
        if path.name != "places.py" or path.parent.name != "coursekit"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and isinstance(node.right, ast.Constant)
        if node.right.value in NAMES
    ]
    assert spelled == []


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows keeps other users out by other means")
def test_a_work_folder_made_here_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSEKIT_WORK", str(tmp_path / "mine"))
    before = os.umask(0)
    try:
        assert stat.S_IMODE(work_dir().stat().st_mode) == 0o700
        (tmp_path / "mine").chmod(0o750)  # shared on purpose
        assert stat.S_IMODE(work_dir().stat().st_mode) == 0o750
    finally:
        os.umask(before)
