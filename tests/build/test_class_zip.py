"""A class copy as a zip: the same every time, nothing of anybody's work in it, and unpacking it deletes none."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.build.class_copy import class_copy
from coursekit.build.class_zip import class_zip, folder_name
from coursekit.cli import build as verb
from coursekit.errors import CourseError
from tests.build.handing_out import ready

if TYPE_CHECKING:
    from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unpack(archive: Path, to: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(to)


def test_it_holds_what_the_folder_has_in_one_folder_of_the_courses_name(course: Path, tmp_path: Path) -> None:
    ready(course)
    assert verb.run(["--class", str(tmp_path / "class.zip"), "--with-solutions", "00"]) == 0
    class_copy(course, tmp_path / "folder", ["00"])
    unpack(tmp_path / "class.zip", tmp_path / "unpacked")
    assert [path.name for path in (tmp_path / "unpacked").iterdir()] == ["the-lamp"]
    assert tree(tmp_path / "unpacked" / "the-lamp") == tree(tmp_path / "folder")


def test_the_same_course_gives_the_same_bytes_whatever_was_done_in_it(course: Path, tmp_path: Path) -> None:
    ready(course)
    class_zip(course, tmp_path / "one.zip")
    for name in ("work/journal.jsonl", ".venv/lib/x.py", ".git/config", "coursekit/__pycache__/x.pyc", "notes.txt"):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text("mine")
    class_zip(course, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    class_zip(course, tmp_path / "one.zip")  # over itself
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_unpacked_over_an_earlier_copy_it_leaves_everybodys_work(course: Path, tmp_path: Path) -> None:
    ready(course)
    class_zip(course, tmp_path / "class.zip")
    unpack(tmp_path / "class.zip", tmp_path)
    own = {"work/journal.jsonl": b"mine", ".venv/x": b"installed", "my notes.txt": b"too"}
    for name, content in own.items():
        (tmp_path / "the-lamp" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "the-lamp" / name).write_bytes(content)
    (course / "lessons" / "00-lamp.md").write_text((course / "lessons" / "00-lamp.md").read_text() + "\nNew.\n")
    class_zip(course, tmp_path / "class.zip")
    unpack(tmp_path / "class.zip", tmp_path)
    there = tree(tmp_path / "the-lamp")
    assert own.items() <= there.items()
    assert there["lessons/00-lamp.md"].endswith(b"New.\n")


def test_what_is_no_class_copy_is_not_replaced(course: Path, tmp_path: Path) -> None:
    ready(course)
    with zipfile.ZipFile(tmp_path / "thesis.zip", "w") as archive:
        archive.writestr("thesis.txt", "mine")
    (tmp_path / "bad.zip").write_bytes(b"mine")
    for name in ("thesis.zip", "bad.zip"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(CourseError, match="is there and no zip of a class copy; name another file"):
            class_zip(course, tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
    with pytest.raises(CourseError, match="not written"):
        class_zip(course, tmp_path / "none" / "class.zip")


@pytest.mark.parametrize(
    ("readme", "name"),
    [("# The Lamp: a case\n", "the-lamp"), ("# Über\n", "ber"), ("", "course"), ("# ../..\n", "course")],
)
def test_the_folders_name_is_safe(readme: str, name: str) -> None:
    assert folder_name(readme) == name
