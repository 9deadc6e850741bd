"""An update writes and deletes what belongs to the course, and nothing else, whatever it is given."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.build.class_copy import FORMAT, class_copy
from coursekit.build.class_zip import class_zip
from coursekit.build.updating import update
from coursekit.cli import main
from coursekit.cli import update as verb
from coursekit.errors import CourseError
from coursekit.places import CLASS_COPY
from tests.build.handing_out import ready
from tests.build.test_class_zip import tree, unpack

if TYPE_CHECKING:
    from pathlib import Path

OWN = {"work/journal.jsonl": b"mine", ".venv/x": b"installed", "lessons/my notes.txt": b"too"}


@pytest.fixture
def out(course: Path, tmp_path: Path) -> Path:
    """A class copy in which somebody worked, and beside it a newer one: as class.zip and unpacked in new/."""
    folder = tmp_path / "out"
    class_copy(ready(course), folder)
    for name, content in OWN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    (course / "lessons" / "pictures" / "00-dates.toml").unlink()
    (course / "lessons" / "00-lamp.md").write_text("# Newer\n")
    class_zip(course, tmp_path / "class.zip")
    unpack(tmp_path / "class.zip", tmp_path / "new")
    return folder


@pytest.mark.parametrize("given", ["class.zip", "new", "new/the-lamp"])
def test_it_takes_over_what_is_newer_and_leaves_what_is_somebodys(out: Path, tmp_path: Path, given: str) -> None:
    written, gone = update(out, tmp_path / given)
    assert (written, gone) == (2, 1)  # the lesson, and the README that names it
    assert tree(out) == tree(tmp_path / "new" / "the-lamp") | OWN
    assert update(out, tmp_path / given) == (0, 0)


def packed(path: Path, names: list[str], listed: object, **more: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(f"x/{name}", "evil")
        archive.writestr(f"x/{CLASS_COPY}", json.dumps({"format": FORMAT, "files": listed}))
        for name, content in more.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("names", "listed", "said"),
    [
        (["a"], ["../a"], "lists a file that is not the course's"),
        (["a"], ["/a"], "lists a file that is not the course's"),
        (["a"], ["b\\..\\a"], "lists a file that is not the course's"),
        (["work/journal.jsonl"], ["work/journal.jsonl"], "lists a file that is not the course's"),
        (["Work/journal.jsonl"], ["Work/journal.jsonl"], "lists a file that is not the course's"),
        ([".venv/x"], [".venv/x"], "lists a file that is not the course's"),
        ([".git/config"], [".git/config"], "lists a file that is not the course's"),
        (["../a"], ["a"], "holds what no class copy does"),
        ([], ["a"], "is not whole"),
        (["a"], [], "no class copy"),
        (["a"], 7, "no class copy"),
    ],
)
def test_what_would_touch_anything_else_is_refused_whole(
    out: Path, tmp_path: Path, names: list[str], listed: Any, said: str
) -> None:
    before = tree(tmp_path)
    newer = packed(tmp_path / "evil.zip", names, listed)
    with pytest.raises(CourseError, match=said) as told:
        update(out, newer)
    assert "\n" not in str(told.value)
    newer.unlink()
    assert tree(tmp_path) == before


def test_what_is_no_zip_of_a_class_copy_is_refused(out: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 nothing")
    with zipfile.ZipFile(tmp_path / "thesis.zip", "w") as archive:
        archive.writestr("thesis.txt", "mine")
    (tmp_path / "empty").mkdir()
    packed(tmp_path / "two.zip", ["a"], ["a"], **{f"y/{CLASS_COPY}": "{}"})
    for name in ("bad.zip", "thesis.zip", "empty", "two.zip"):
        with pytest.raises(CourseError, match=r"no zip of a class copy|no class copy"):
            update(out, tmp_path / name)
    with pytest.raises(CourseError, match="cannot be read"):
        update(out, tmp_path / "none.zip")
    (tmp_path / "new" / "the-lamp" / "README.md").unlink()
    with pytest.raises(CourseError, match="is not whole"):
        update(out, tmp_path / "new")


def test_a_damaged_zip_changes_nothing(out: Path, tmp_path: Path) -> None:
    before = tree(out)
    raw = bytearray((tmp_path / "class.zip").read_bytes())
    raw[200:400] = bytes(200)
    (tmp_path / "class.zip").write_bytes(raw)
    with pytest.raises(CourseError, match="again"):
        update(out, tmp_path / "class.zip")
    assert tree(out) == before


def test_the_instructors_course_is_not_updated_so(course: Path, out: Path, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="this is no class copy"):
        update(course, tmp_path / "class.zip")


def test_the_verb_says_what_was_done(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(out))
    assert main.main(["update", str(tmp_path / "class.zip")]) == 0
    assert "2 files written, 1 deleted; your work was not touched" in capsys.readouterr().out
    assert main.main(["update", str(tmp_path / "class.zip")]) == 0
    assert "up to date as it was" in capsys.readouterr().out
    assert main.main(["update", "nowhere.zip"]) == 2
    assert capsys.readouterr().err == "nowhere.zip: no such file or folder\n"


def test_an_open_course_is_not_changed_under_its_learner(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(out))
    monkeypatch.setattr(verb, "running", lambda _work: iter([object()]))
    before = tree(out)
    assert main.main(["update", str(tmp_path / "class.zip")]) == 1
    assert "the course is open; end it with Ctrl+C" in capsys.readouterr().err
    assert tree(out) == before
