"""Real kernels: each cell alone in a fresh one, all in one, and after a kernel was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from coursekit.build.kernels import Client
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

CELLS = (
    'begin("00")',
    'predict("00-expect")',
    'record("BOX", prediction="00-expect")',
    'read("BOX", after="00-expect")',
    'ask("00-place")',
    'ask("00-where")',
    'annotate("00-marks")',
    'picture("chain", "BOX")',
    'picture("timeline", "00-dates")',
    'passage("BOX p1")',
    'compare("00-expect")',
)
VIEW = "application/vnd.jupyter.widget-view+json"


def run(*calls: str, extra: str = "") -> list[list[dict[str, Any]]]:
    """Run one cell a call in a fresh kernel; return each one's outputs, without what names a live widget."""
    notebook = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
    for call in calls:
        verb = call.partition("(")[0]
        source = f"from coursekit.lesson import {verb}\n{call}{extra}"
        notebook.cells.append(nbformat.v4.new_code_cell(source))  # type: ignore[no-untyped-call]
    client: Any = Client(notebook, timeout=60, store_widget_state=False)
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL)
    found = []
    for cell in notebook.cells:
        for output in cell.outputs:
            output.get("data", {}).pop(VIEW, None) and output["data"].update({VIEW: "live"})
        found.append([dict(output) for output in cell.outputs])
    return found


def test_all_cells_of_a_lesson_give_a_twin_and_nothing_unplanned(course: Path) -> None:
    shown = run(*CELLS)
    for call, outputs in zip(CELLS, shown, strict=True):
        assert {output["output_type"] for output in outputs} == {"display_data"}, call
        widget = call.startswith(("predict", "read", "ask", "annotate"))
        assert [VIEW in output["data"] for output in outputs] == ([False, True] if widget else [False]), call
        assert "This cannot be shown" not in outputs[0]["data"]["text/plain"], call


def test_with_nothing_done_a_lesson_gives_the_same_bytes_every_time(
    course: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(*CELLS)
    monkeypatch.setenv("COURSEKIT_WORK", str(tmp_path / "elsewhere"))
    assert run(*CELLS) == first
    assert run(*CELLS) == first  # and when it was only looked at before
    assert str(tmp_path) not in str(first)


@pytest.mark.parametrize("call", {call.partition("(")[0]: call for call in CELLS}.values())
def test_each_cell_stands_alone_in_a_fresh_kernel(course: Path, call: str) -> None:
    (outputs,) = run(call)
    assert [output["output_type"] for output in outputs] == ["display_data"] * len(outputs)
    assert "This cannot be shown" not in outputs[0]["data"]["text/plain"]


def test_cells_may_run_backwards(course: Path) -> None:
    shown = run(*reversed(CELLS))
    assert all(output["output_type"] == "display_data" for outputs in shown for output in outputs)


def test_a_mistake_in_a_cell_is_no_traceback(course: Path) -> None:
    (outputs,) = run('ask("00-plaice")')
    (output,) = outputs
    assert output["output_type"] == "display_data"
    assert "did you mean 00-place?" in output["data"]["text/plain"]


def test_what_was_answered_in_a_killed_kernel_is_there_in_the_next(course: Path) -> None:
    from nbclient.exceptions import DeadKernelError

    # The message arrives as one from a front end would; then the kernel dies without another word.
    answer = """
import os, signal
from ipywidgets.widgets.widget import _instances
widget = next(each for each in _instances.values() if hasattr(each, "saved"))
widget._handle_custom_msg({"n": 1, "op": "answer", "answer": {"choice": "a"}, "check": True}, [])
os.kill(os.getpid(), signal.SIGKILL)"""
    with pytest.raises(DeadKernelError):
        run('ask("00-place")', extra=answer)
    (outputs,) = run('ask("00-place")')
    assert "the copyist's own year (your answer)" in outputs[0]["data"]["text/plain"]


def test_importing_a_verb_is_quick_and_brings_no_widgets() -> None:
    heavy = ("ipywidgets", "anywidget", "IPython", "edtf", "pypdf", "bs4", "markdown_it")
    code = f"from coursekit.lesson import *; import sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_cell_run_again_takes_its_earlier_widget_along(course: Path) -> None:
    twice = """
from IPython import get_ipython
from ipywidgets.widgets.widget import _instances
kernel = get_ipython().kernel
for run in ("1", "2"):
    now = {"metadata": {"cellId": "c"}, "header": {"msg_id": run}}
    type(kernel).get_parent = lambda self, channel=None, now=now: now
    ask("00-place")
assert sum(hasattr(each, "saved") for each in _instances.values()) == 2  # the first ask of this cell, and the last
"""
    (outputs,) = run('ask("00-place")', extra=twice)
    assert not [output for output in outputs if output["output_type"] == "error"]
