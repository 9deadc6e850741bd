"""What is drawn for a saved notebook is drawn at leisure."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coursekit.lesson import idle
from coursekit.lesson.idle import Idle

if TYPE_CHECKING:
    import pytest


def test_many_wishes_are_one_drawing_after_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "REST", 0.02)
    done: list[str] = []

    async def work() -> None:
        later = Idle(lambda: done.append("drawn"))
        for _ in range(5):
            later.soon()
            await asyncio.sleep(0.001)
        assert done == []
        await asyncio.sleep(0.1)
        assert done == ["drawn"]
        later.soon()
        later.now()
        await asyncio.sleep(0.1)
        assert done == ["drawn"] * 2
        later.soon()
        later.drop()
        await asyncio.sleep(0.1)

    asyncio.run(work())
    assert done == ["drawn"] * 2


def test_without_a_loop_to_wait_in_it_is_done_at_once() -> None:
    done: list[str] = []
    Idle(lambda: done.append("drawn")).soon()
    assert done == ["drawn"]


def test_what_cannot_be_drawn_disturbs_nobody() -> None:
    def fail() -> None:
        raise ValueError

    Idle(fail).now()
