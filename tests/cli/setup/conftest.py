"""A course with nothing but ``course.py``, and an installer that does as it is told."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HANGS = 600  # seconds: no machine is that slow, so whatever takes longer will never end

# Stands in for uv: makes an empty .venv, and "installs" what FAKE_UV says.
FAKE_UV = r"""#!{python}
import os, subprocess, sys, time
with open({calls!r}, "a") as calls:
    calls.write(" ".join(sys.argv[1:]) + "\n")
if sys.argv[1] == "venv":
    sys.exit(subprocess.call([{python!r}, "-m", "venv", "--without-pip", sys.argv[-1]]))
said = os.environ.get("FAKE_UV", "")
if said == "sleep":
    print("Resolved 3 packages", flush=True)
    time.sleep(600)
elif said:
    sys.exit(said)
print("Installed 3 packages in 5ms")
"""
PACKAGE = ("__init__", "__main__", "errors", "places", "cli/__init__", "cli/main")


@dataclass
class Machine:
    """A folder with ``course.py`` in it and a fake uv on the path."""

    root: Path
    calls: Path
    environment: dict[str, str]
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    def command(self, *verb: str) -> list[str]:
        return [sys.executable, str(self.root / "course.py"), *verb]

    def start(self, *verb: str, **said: str) -> subprocess.CompletedProcess[str]:
        """Run ``course.py``; a verb that does not exist ends as soon as set-up has handed over."""
        return subprocess.run(
            self.command(*(verb or ("nothing",))),
            env=self.environment | said,
            capture_output=True,
            text=True,
            check=False,
            timeout=HANGS,
        )

    def began(self, *verb: str, **said: str) -> subprocess.Popen[str]:
        """Start without waiting for its end, and return when the packages are being installed."""
        # What a shell starts with & ignores Ctrl+C, and so would all that we start; what we handle, it does not.
        ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            process = subprocess.Popen(
                self.command(*(verb or ("nothing",))),
                env=self.environment | said,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        finally:
            signal.signal(signal.SIGINT, ignored)
        self.running.append(process)
        end = time.monotonic() + HANGS
        while not self.installs():
            assert process.poll() is None, f"it ended before it installed anything: {process.communicate()[1]}"
            assert time.monotonic() < end, "nothing was ever installed"
            time.sleep(0.05)
        return process

    def stop(self) -> None:
        """End all that was begun, with what it began in turn."""
        for process in self.running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()

    def installs(self) -> int:
        """Return how often packages were installed."""
        said = self.calls.read_text(encoding="utf-8") if self.calls.exists() else ""
        return sum(line.startswith("pip install") for line in said.splitlines())


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    if os.name == "nt":
        pytest.skip("the stand-in for uv is a script")
    root = tmp_path / "the course"
    shutil.copytree(ROOT / "coursekit" / "cli" / "setup", root / "coursekit" / "cli" / "setup")
    shutil.copytree(ROOT / "coursekit" / "files", root / "coursekit" / "files")
    for name in PACKAGE:
        shutil.copy(ROOT / "coursekit" / f"{name}.py", root / "coursekit" / f"{name}.py")
    shutil.copy(ROOT / "course.py", root)
    (root / "requirements.txt").write_text("# nothing, for once\n", encoding="utf-8")
    (root / "tests").mkdir()
    (root / "tests" / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    tools, calls = tmp_path / "bin", tmp_path / "calls"
    tools.mkdir()
    uv = tools / "uv"
    uv.write_text(FAKE_UV.format(python=sys.executable, calls=str(calls)), encoding="utf-8")
    uv.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("COURSEKIT", "UV_", "PYTHON"))}
    made = Machine(root, calls, kept | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"})
    yield made
    made.stop()
