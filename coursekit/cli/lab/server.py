"""Start JupyterLab, find its address, end it cleanly."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from coursekit.cli.lab import settings
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterator

START = 90.0  # seconds a slow machine may take, virus scanner and all
ASK = 3.0
EXTENSION = Path(__file__).with_name("extension")  # our part of JupyterLab's front end


@dataclass(frozen=True)
class Running:
    """A JupyterLab that answers."""

    url: str  # http://127.0.0.1:8888/
    token: str
    root: Path
    pid: int

    def address(self, file: Path) -> str:
        """Return the address that opens a file, this computer's key to it included."""
        inside = quote(file.relative_to(self.root).as_posix())
        return f"{self.url}lab/tree/{inside}?{urlencode({'token': self.token})}"

    def ask(self, path: str, *, post: bool = False) -> bool:
        """Tell whether the server answers a request of ours."""
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.url}{path}",
            headers={"Authorization": f"token {self.token}"},
            method="POST" if post else "GET",
        )
        # No proxy between this machine and itself, whatever the environment says.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=ASK) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004
        except (OSError, ValueError, urllib.error.URLError):
            return False


def running(work: Path) -> Iterator[Running]:
    """Yield each JupyterLab that was started for this work folder and still answers."""
    for note in sorted((work / "jupyter" / "runtime").glob("jpserver-*.json")):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(note.read_bytes())
            server = Running(str(said["url"]), str(said["token"]), Path(said["root_dir"]), int(said["pid"]))
            if server.ask("api/status"):
                yield server


def options(root: Path, extensions: tuple[Path, ...] = ()) -> list[str]:
    """Return what JupyterLab is told wherever it is started for a learner, on their machine or on a hub.

    Parameters
    ----------
    root
        The folder whose files it shows.
    extensions
        Where our part of its front end may lie before the place it has in this kit; the first that is there is taken.
    """
    said: dict[str, object] = {
        "ServerApp.root_dir": root,
        "ServerApp.jpserver_extensions": "jupytext=True",
        "FileContentsManager.always_delete_dir": False,
        # A file made at the teacher's desk goes to the page at once, and is larger than what cells print.
        "ZMQChannelsWebsocketConnection.iopub_data_rate_limit": 200_000_000,
        "LabApp.custom_css": True,
        "LabApp.news_url": "None",
        "LabApp.extension_manager": "readonly",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.labextensions_path": Path(sys.prefix) / "share" / "jupyter" / "labextensions",
        "Application.log_level": "ERROR",
    }
    front_ends = [f"--LabApp.extra_labextensions_path={path}" for path in (*extensions, EXTENSION)]
    return [*(f"--{key}={value}" for key, value in said.items()), *front_ends]


def command(root: Path, port: int) -> list[str]:
    """Return the command line that starts JupyterLab on a folder."""
    own: dict[str, object] = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 50,  # taken: the next free one
        "ServerApp.open_browser": False,  # we do, and say the address
        "ServerApp.answer_yes": True,
    }
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        own["ServerApp.allow_root"] = True  # in a container there is nobody else
    return [sys.executable, "-m", "jupyterlab", *(f"--{key}={value}" for key, value in own.items()), *options(root)]


@contextlib.contextmanager
def started(course: Path, work: Path, port: int) -> Iterator[tuple[subprocess.Popen[bytes], Running]]:
    """Run JupyterLab while the body runs.

    Raises
    ------
    CourseError
        When it does not come up; what it said is in ``work/jupyter/server.log``.
    """
    settings.write(work)
    root = course if work.is_relative_to(course) else work
    log_path = work / "jupyter" / "server.log"
    with log_path.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter
            command(root, port),
            env=settings.environment(course, work),
            cwd=work,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            # Ctrl+C is for us, and we end it properly.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    server = None
    try:
        server = _wait(process, work, log_path)
        yield process, server
    finally:
        stop(process, server)


def _wait(process: subprocess.Popen[bytes], work: Path, log: Path) -> Running:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if process.poll() is not None:
            raise CourseError(f"JupyterLab did not start ({_last(log)}); see {log}, or: python3 course.py doctor")
        for server in running(work):
            if server.pid == process.pid:
                return server
        time.sleep(0.1)
    raise CourseError(f"JupyterLab did not answer in {START:.0f} seconds; see {log}, then start again")


def _last(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1][:160] if lines else "it said nothing"


def stop(process: subprocess.Popen[bytes], server: Running | None) -> None:
    """End JupyterLab and its kernels; ask first, insist after ten seconds."""
    if process.poll() is None and not (server and server.ask("api/shutdown", post=True)):
        process.terminate()
    for insist in (process.terminate, process.kill):
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            insist()
        else:
            return
    process.wait(10)


def use_native_signals() -> None:
    """Let a closed terminal end us as Ctrl+C does, so that JupyterLab is not left behind."""
    import signal

    def end(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    if os.name == "nt" and hasattr(signal, "SIGBREAK"):
        signal.signal(signal.SIGBREAK, end)
