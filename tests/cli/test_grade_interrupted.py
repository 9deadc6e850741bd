"""``course.py grade`` stopped in the middle, and continued by the same command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from coursekit.marking import batch, judging
from tests.cli.grading import rows, run
from tests.conftest import ROOT
from tests.marking.handing import GRID, made, put

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_an_interrupted_run_is_continued_by_the_same_command(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = batch.judge, []

    def interrupted(*given: object) -> object:
        calls.append(given)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "judge", interrupted)
    assert run("class") == 130
    assert not (place / "marks.csv").exists()
    monkeypatch.setattr(batch, "judge", real)
    marked = []
    marks_of = judging.marks_of
    monkeypatch.setattr(judging, "marks_of", lambda *given: marked.append(given) or marks_of(*given))
    assert run("class") == 0
    assert len(marked) == 1  # the other two were in the ledger
    assert len(rows(place)) == 3


def test_ctrl_c_at_any_moment_leaves_what_the_same_command_continues(place: Path) -> None:
    for n in range(400):
        put(place, f"many/{n}.json", made(f"Learner {n}", {"x00-grid": {"cells": GRID}}))
    command = [sys.executable, "-m", "coursekit", "grade", "many", "--out", "marks.csv"]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    for pause in (0, 0.02, 0.05, 0.1, 0.2, 0.3):
        (place / "marks.csv.ledger").unlink(missing_ok=True)
        running = subprocess.Popen(command, cwd=place, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not (place / "marks.csv.ledger").exists() and running.poll() is None:
            time.sleep(0.005)
        time.sleep(pause)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=60)[1]
        # By the time it was sent the marks may be written, and Python itself on its way out.
        assert running.returncode in (0, 130, -signal.SIGINT), said
        assert running.returncode != 130 or said == b"stopped\n"
        assert not (place / "marks.csv").exists() or len(rows(place)) == 400
        assert not list(place.glob("*.part"))
    done = subprocess.run(command, cwd=place, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(rows(place)) == 400
