"""Which views are kept when a cell is run again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from coursekit.lesson import hub as module
from coursekit.lesson.cells import Cell
from coursekit.lesson.hub import WINDOWS, Hub
from coursekit.lesson.views import Plain
from coursekit.sessions.store import Store


@pytest.fixture
def hub() -> Hub:
    journal: Any = SimpleNamespace(refresh=list)
    course: Any = SimpleNamespace(journal=journal)
    return Hub(Store(course))


def run(hub: Hub, monkeypatch: pytest.MonkeyPatch, closed: list[str], cell: Cell) -> None:
    monkeypatch.setattr(module, "host", lambda: SimpleNamespace(cell=lambda: cell))
    hub.add(Plain(SimpleNamespace(close=lambda: closed.append(cell.run))))


def test_a_cell_run_again_takes_its_earlier_view_along(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    run(hub, monkeypatch, closed, Cell("c1", "r1", "w1"))
    run(hub, monkeypatch, closed, Cell("c2", "r2", "w1"))
    run(hub, monkeypatch, closed, Cell("c1", "r3", "w1"))
    assert closed == ["r1"]


def test_two_views_of_one_run_stay(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    run(hub, monkeypatch, closed, Cell("c1", "r1", "w1"))
    run(hub, monkeypatch, closed, Cell("c1", "r1", "w1"))
    assert closed == []


def test_a_second_window_leaves_the_first_ones_views_alone(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    run(hub, monkeypatch, closed, Cell("c1", "r1", "w1"))
    run(hub, monkeypatch, closed, Cell("c1", "r2", "w2"))
    assert closed == []


def test_windows_long_gone_are_not_kept_for_ever(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    for number in range(WINDOWS + 3):
        run(hub, monkeypatch, closed, Cell("c1", f"r{number}", f"w{number}"))
    assert closed == ["r0", "r1", "r2"]
    assert len(hub.views) == WINDOWS


def test_where_the_front_end_says_nothing_all_views_stay(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    run(hub, monkeypatch, closed, Cell())
    run(hub, monkeypatch, closed, Cell())
    assert closed == []
