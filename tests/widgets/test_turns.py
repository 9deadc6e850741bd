"""Changes of one widget: one at a time, and none that a later one has overtaken."""

from __future__ import annotations

import contextlib
import threading

from coursekit.widgets.turns import Turns

OTHER_VIEW = 1 << 20


def in_time(turns: Turns, n: int) -> bool:
    with turns.take(n) as answer:
        return answer


def test_what_comes_after_its_successor_is_too_late() -> None:
    turns = Turns()
    assert in_time(turns, 8)
    assert not in_time(turns, 7)
    assert in_time(turns, 9)


def test_the_same_change_once_more_is_in_time() -> None:
    turns = Turns()
    assert [in_time(turns, 8), in_time(turns, 8)] == [True, True]


def test_what_came_too_late_makes_nothing_else_late() -> None:
    turns = Turns()
    assert [in_time(turns, n) for n in (8, 3, 8)] == [True, False, True]


def test_each_view_has_its_own_row() -> None:
    turns = Turns()
    assert in_time(turns, OTHER_VIEW + 5)
    assert in_time(turns, 4)
    assert not in_time(turns, OTHER_VIEW + 4)


def test_what_was_refused_makes_nothing_late() -> None:
    turns = Turns()
    with contextlib.suppress(OSError), turns.take(8):
        raise OSError
    assert in_time(turns, 7)


def test_two_threads_keep_one_after_the_other() -> None:
    turns = Turns()
    begun, told = threading.Event(), []

    def first() -> None:
        with turns.take(1):
            begun.set()
            told.append("first begins")
            threading.Event().wait(0.05)
            told.append("first ends")

    thread = threading.Thread(target=first)
    thread.start()
    begun.wait(5)
    with turns.take(2):
        told.append("second")
    thread.join(5)
    assert told == ["first begins", "first ends", "second"]
