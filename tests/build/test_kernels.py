"""A kernel that ends before its first word is started anew, on other ports; when none lives, one line says so."""

from __future__ import annotations

import atexit
import sys
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
import zmq
from jupyter_client.manager import AsyncKernelManager
from nbval import kernel

from coursekit.build import lessons
from coursekit.build.kernels import STARTS, Client
from coursekit.cli import doctor
from coursekit.cli.testing import nbval_kernels
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LESSON = """---
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A lesson

```{code-cell} ipython3
6 * 7
```
"""


class Robbed(AsyncKernelManager):
    """A kernel whose first port is taken by another before it comes to it; the first kernels, then no more."""

    robbed: ClassVar[list[zmq.Socket[bytes]]]
    times: ClassVar[int]

    async def _async_launch_kernel(self, kernel_cmd: list[str], **kw: Any) -> None:
        if len(self.robbed) < self.times:
            taker = zmq.Context.instance().socket(zmq.ROUTER)
            taker.bind(f"tcp://{self.ip}:{self.shell_port}")
            self.robbed.append(taker)
        await super()._async_launch_kernel(kernel_cmd, **kw)

    _launch_kernel = _async_launch_kernel


class Stillborn(AsyncKernelManager):
    """A kernel that never says a word."""

    starts: ClassVar[int]

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:  # noqa: ARG002
        type(self).starts += 1
        return [sys.executable, "-S", "-c", ""]


@pytest.fixture
def text(course: Path) -> Path:
    path = course / "lessons" / "00-lamp.md"
    path.write_text(LESSON, encoding="utf-8")
    return path


def managed_by(manager: type[AsyncKernelManager], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the kit start its kernels with another manager."""

    def create(self: Client) -> AsyncKernelManager:
        self.km = manager(kernel_name="python3")
        return self.km

    monkeypatch.setattr(Client, "create_kernel_manager", create)


@pytest.fixture
def robbed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[zmq.Socket[bytes]]]:
    """The sockets that took a kernel's port."""
    monkeypatch.setattr(Robbed, "robbed", [], raising=False)
    monkeypatch.setattr(Robbed, "times", STARTS - 1, raising=False)
    managed_by(Robbed, monkeypatch)
    found = Robbed.robbed
    yield found
    for each in found:
        each.close(linger=0)


@pytest.mark.slow
def test_a_lesson_is_made_though_its_kernels_ports_were_taken(text: Path, robbed: list[zmq.Socket[bytes]]) -> None:
    assert '"42"' in lessons.make(text)
    assert len(robbed) == STARTS - 1


@pytest.fixture
def stillborn(monkeypatch: pytest.MonkeyPatch) -> type[Stillborn]:
    """The manager of kernels that never say a word."""
    monkeypatch.setattr(Stillborn, "starts", 0, raising=False)
    managed_by(Stillborn, monkeypatch)
    return Stillborn


@pytest.mark.slow
def test_where_no_kernel_lives_one_line_says_so(
    text: Path, stillborn: type[Stillborn], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_end: list[Callable[[], object]] = []  # what Python would still call when it ends
    monkeypatch.setattr(atexit, "register", at_the_end.append)
    monkeypatch.setattr(atexit, "unregister", at_the_end.remove)
    with pytest.raises(CourseError, match=r"00-lamp\.md: Python cannot be started to run it \(.*\); close") as said:
        lessons.make(text)
    assert "\n" not in str(said.value)
    assert stillborn.starts == STARTS
    assert at_the_end == []


@pytest.mark.slow
@pytest.mark.usefixtures("stillborn")
def test_the_doctor_says_what_it_could_not_make_and_leaves_it(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook = text.with_suffix(".ipynb")
    notebook.write_text("{", encoding="utf-8")
    assert doctor.run([]) == 1
    assert f"-> not mended: {text}: Python cannot be started" in capsys.readouterr().out
    assert notebook.read_text(encoding="utf-8") == "{"


def test_nbvals_kernels_are_started_anew_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[str] = []

    def start(name: str, *, lives: int) -> str:
        starts.append(name)
        if len(starts) < lives:
            raise RuntimeError("Kernel died before replying to kernel_info")
        return "a kernel"

    monkeypatch.setattr(kernel, "start_new_kernel", start)
    nbval_kernels.pytest_configure()
    assert kernel.start_new_kernel("one", lives=STARTS) == "a kernel"
    assert starts == ["one"] * STARTS
    starts.clear()
    with pytest.raises(RuntimeError, match="died"):
        kernel.start_new_kernel("two", lives=STARTS + 1)
