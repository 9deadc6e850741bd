"""What set-up finds missing before it begins."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import types
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coursekit.cli.setup import install, run, state
from coursekit.cli.setup.home import Home
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "requirements.txt").write_text("x==1\n", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    return Home(tmp_path)


@pytest.mark.parametrize("empty", [None, types.ModuleType("ensurepip")], ids=["missing", "an empty folder"])
def test_a_python_without_venv_says_what_to_install(
    home: Home, empty: types.ModuleType | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setitem(sys.modules, "ensurepip", empty)
    with pytest.raises(CourseError, match=r"has no venv module, and set-up needs it: .*(apt install python3\.|add it)"):
        install.make_venv(home)


def test_too_little_room_is_said_before_anything_is_fetched(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(5_000_000))
    with pytest.raises(CourseError, match="the disk has 5 MB left and set-up needs about"):
        run.ensure(home)
    assert not home.state.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; free about"),
        (errno.EROFS, "can only be read"),
        (errno.ENOLCK, "not done (refused); try again"),
    ],
)
def test_a_disk_that_refuses_is_one_line(
    home: Home, number: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused", "somewhere")

    monkeypatch.setattr(run, "ensure", refuse)
    assert run.main([], home.root) == 1
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_one_line(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with (
        pytest.raises(CourseError, match=r"cannot write here .* move the course to a folder of your own"),
        state.alone(home),
    ):
        pass


def test_what_another_python_left_in_the_environment_stays_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    assert "PYTHONPATH" not in install.environment()
    assert install.environment()["PIP_USER"] == "0"  # also where a file of pip's says otherwise
    assert install.environment()["PYTHONNOUSERSITE"] == "1"


def test_a_venv_is_not_thrown_away_from_inside(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.prefix", str(home.venv))
    with pytest.raises(CourseError, match="start with your system's python3"):
        install.clear(home)


def test_progress_counts_packages_in_plain_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from coursekit.cli.setup.say import Counter, count_packages

    listed = tmp_path / "list.txt"
    listed.write_text(
        "# a\na==1\nb==2 ; sys_platform == 'win32'\nb==3 ; sys_platform != 'win32'\n-r other\n", encoding="utf-8"
    )
    assert count_packages((listed, listed)) == 2
    counter = Counter(100)
    for number in range(60):
        counter.line(f"Collecting package-{number}==1")
    counter.line("Installing collected packages: a, b")
    assert capsys.readouterr().err.splitlines() == [
        "  fetched 25 of 100 packages",
        "  fetched 50 of 100 packages",
        "  unpacking …",
    ]


def test_a_path_that_no_python_can_stand_in_is_told(tmp_path: Path) -> None:
    home = Home(tmp_path / f"a{os.pathsep}b")
    with pytest.raises(CourseError, match="move the course to another folder"):
        install.make_venv(home)
