"""Where JupyterLite's builder is installed, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.cli.lite import tools
from coursekit.cli.lite.tools import LOCK, Tools, is_there, ready
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path


def lay(home: Tools, version: str = "") -> None:
    """Have the builder be there, in the version of the lock or another."""
    pinned = dict(line.split("==") for line in LOCK.read_text().splitlines() if line.startswith("jupyterlite"))
    for name, found in pinned.items():
        folder = (
            home.venv
            / "lib"
            / "python3.11"
            / "site-packages"
            / f"{name.replace('-', '_')}-{version or found}.dist-info"
        )
        folder.mkdir(parents=True)
        (folder / "RECORD").touch()


def test_it_is_there_in_the_version_of_the_lock_or_it_is_not(tmp_path: Path) -> None:
    one, other = Tools(tmp_path / "one"), Tools(tmp_path / "other")
    assert not is_there(one)
    lay(one)
    assert is_there(one)
    lay(other, "0.1.0")
    assert not is_there(other)


def test_it_is_installed_once_and_beside_the_course_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tools, "__file__", str(tmp_path / "coursekit" / "cli" / "lite" / "tools.py"))
    installed = []
    monkeypatch.setattr(tools.install, "make_venv", lay)
    monkeypatch.setattr(tools.install, "install", lambda home, lists: installed.append((home.venv, lists)))
    assert ready().venv == tmp_path / ".venv-lab"
    assert ready().venv == tmp_path / ".venv-lab"
    assert installed == [(tmp_path / ".venv-lab", (tmp_path / "requirements.txt", LOCK))]
    assert capsys.readouterr().err.count("JupyterLite") == 1


def test_where_it_cannot_stand_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "__file__", str(tmp_path / "coursekit" / "cli" / "lite" / "tools.py"))
    (tmp_path / ".venv-lab").write_text("mine")
    with pytest.raises(CourseError, match=r"\.venv-lab: cannot be made .*; free or move it"):
        ready()
