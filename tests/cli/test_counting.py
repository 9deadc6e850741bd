"""Progress is for a person at a terminal."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import counting
from coursekit.cli.counting import Progress

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def never() -> int:
    raise AssertionError


def run(total: Callable[[], int]) -> None:
    with Progress("marked", total) as shown:
        for n in range(3):
            shown.step(failed=n == 1)


def test_a_terminal_sees_how_far_it_is_and_a_clean_line_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(counting, "_EVERY", 0)
    run(lambda: 1200)
    said = sys.stderr.getvalue()
    assert "3 of 1,200 marked, 1 not" in said
    assert said.rsplit("\r", 1)[1] == ""


def test_anybody_else_sees_nothing_and_nothing_is_counted_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    run(never)
    assert sys.stderr.getvalue() == ""


def test_more_than_was_expected_is_no_nonsense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(counting, "_EVERY", 0)
    run(lambda: 1)
    assert "3 of 3" in sys.stderr.getvalue()


def test_the_line_is_cleared_also_when_it_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(KeyboardInterrupt), Progress("marked", lambda: 3):
        raise KeyboardInterrupt
    assert sys.stderr.getvalue().endswith("\r")
