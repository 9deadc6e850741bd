"""The real JupyterLab, started and ended."""

from __future__ import annotations

import socket
import urllib.request
from typing import TYPE_CHECKING

import psutil
import pytest

from coursekit.cli.lab import server
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture
def taken() -> int:
    """A port that somebody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_no_obstacle_and_nothing_is_left_behind(course: Path, taken: int) -> None:
    work = course / "work"
    work.mkdir()
    with server.started(course, work, taken) as (process, found):
        assert str(taken) not in found.url
        assert found.root == course
        lesson = course / "lessons" / "00-lamp.md"
        with urllib.request.urlopen(found.address(lesson), timeout=120) as answer:
            assert answer.status == 200
        assert [running.pid for running in server.running(work)] == [process.pid]
        family = [process.pid, *(child.pid for child in psutil.Process(process.pid).children(recursive=True))]
    assert process.returncode is not None
    assert not any(psutil.pid_exists(pid) for pid in family)
    assert list(server.running(work)) == []


def test_a_lab_that_does_not_start_says_why(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setattr(server, "command", lambda _root, _port: [sys.executable, "-c", "raise SystemExit('no wheels')"])
    work = course / "work"
    work.mkdir()
    with pytest.raises(CourseError, match=r"JupyterLab did not start \(no wheels\); see .*server.log"):  # noqa: SIM117
        with server.started(course, work, 8888):
            pass


def test_an_address_keeps_odd_names(tmp_path: Path) -> None:
    found = server.Running("http://127.0.0.1:1/", "a&b", tmp_path, 1)
    assert found.address(tmp_path / "is it 100%?.ipynb").endswith("/lab/tree/is%20it%20100%25%3F.ipynb?token=a%26b")


def test_notes_of_dead_servers_are_not_believed(tmp_path: Path) -> None:
    runtime = tmp_path / "jupyter" / "runtime"
    runtime.mkdir(parents=True)
    (runtime / "jpserver-1.json").write_text('{"url": "http://127.0.0.1:9/", "token": "t", "root_dir": "/", "pid": 1}')
    (runtime / "jpserver-2.json").write_text("{")
    assert list(server.running(tmp_path)) == []
