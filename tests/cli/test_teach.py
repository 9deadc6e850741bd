"""``course.py teach`` opens the desk, and nothing in a class copy."""

from __future__ import annotations

from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli import main
from coursekit.cli import open as opening
from coursekit.places import CLASS_COPY
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Which files are opened, and from which port on; JupyterLab itself is not started."""
    found: list[tuple[str, int]] = []

    @contextmanager
    def started(_course: Path, _work: Path, port: int) -> Iterator[Any]:
        def address(file: Path) -> str:
            found.append((file.name, port))
            return "http://127.0.0.1/"

        yield SimpleNamespace(wait=lambda: 0), SimpleNamespace(address=address)

    monkeypatch.setattr(opening.server, "started", started)
    monkeypatch.setattr(opening.server, "use_native_signals", lambda: None)
    return found


@pytest.mark.usefixtures("this_course")
def test_the_desk_is_copied_and_opened(course: Path, work: Path, opened: list[tuple[str, int]]) -> None:
    (course / "solutions").mkdir(exist_ok=True)
    (course / "solutions" / "desk.ipynb").write_bytes((ROOT / "solutions" / "desk.ipynb").read_bytes())
    assert main.main(["teach", "--no-browser", "--port", "9000"]) == 0
    assert opened == [("desk.ipynb", 9000)]
    assert (work / "marking" / "desk.ipynb").is_file()


def test_without_its_notebook_it_says_so(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["teach", "--no-browser"]) == 1
    assert capsys.readouterr().err.startswith("desk.ipynb: not here; get the course again")


def test_a_class_copy_has_no_desk(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / CLASS_COPY).write_text("{}", encoding="utf-8")
    assert main.main(["teach"]) == 1
    assert capsys.readouterr().err.startswith("teach: this is a class copy")


@pytest.mark.parametrize("port", ["0", "99999", "x"])
def test_a_port_that_is_none_is_wrong_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.main(["teach", "--port", port])
    assert stopped.value.code == 2
    assert "a number from 1 to 65535" in capsys.readouterr().err
