"""What is drawn for a saved notebook is drawn at leisure."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coursekit.lesson import idle
from coursekit.lesson.idle import Idle

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


class _Wish:
    """Something that a loop does later."""

    def __init__(self, do: Callable[[], None]) -> None:
        self.do = do

    def cancel(self) -> None:
        self.do = lambda: None


class _Loop:
    """A loop whose time passes when it is told to."""

    def __init__(self) -> None:
        self._wishes: list[_Wish] = []

    def call_later(self, _rest: float, do: Callable[[], None]) -> _Wish:
        self._wishes.append(_Wish(do))
        return self._wishes[-1]

    def rest(self) -> None:
        due, self._wishes = self._wishes, []
        for each in due:
            each.do()


def test_many_wishes_are_one_drawing_after_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    loop = _Loop()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: loop)
    done: list[str] = []
    later = Idle(lambda: done.append("drawn"))
    for _ in range(5):
        later.soon()
    assert done == []
    loop.rest()
    assert done == ["drawn"]
    later.soon()
    later.now()
    loop.rest()
    assert done == ["drawn"] * 2
    later.soon()
    later.drop()
    loop.rest()
    assert done == ["drawn"] * 2


def test_a_loop_draws_what_nobody_waits_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "REST", 0.01)

    async def work() -> None:
        drawn = asyncio.Event()
        Idle(drawn.set).soon()
        assert not drawn.is_set()
        await asyncio.wait_for(drawn.wait(), 60)

    asyncio.run(work())


def test_without_a_loop_to_wait_in_it_is_done_at_once() -> None:
    done: list[str] = []
    Idle(lambda: done.append("drawn")).soon()
    assert done == ["drawn"]


def test_what_cannot_be_drawn_disturbs_nobody() -> None:
    def fail() -> None:
        raise ValueError

    Idle(fail).now()
