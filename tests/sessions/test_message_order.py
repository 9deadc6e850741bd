"""Changes of one widget: one at a time, and none that a later one has overtaken."""

from __future__ import annotations

import contextlib
import threading

from coursekit.sessions.message_order import MessageOrder

OTHER_VIEW = 1 << 20


def in_time(order: MessageOrder, n: int) -> bool:
    with order.take(n) as answer:
        return answer


def test_what_comes_after_its_successor_is_too_late() -> None:
    order = MessageOrder()
    assert in_time(order, 8)
    assert not in_time(order, 7)
    assert in_time(order, 9)


def test_the_same_change_once_more_is_in_time() -> None:
    order = MessageOrder()
    assert [in_time(order, 8), in_time(order, 8)] == [True, True]


def test_what_came_too_late_makes_nothing_else_late() -> None:
    order = MessageOrder()
    assert [in_time(order, n) for n in (8, 3, 8)] == [True, False, True]


def test_each_view_has_its_own_row() -> None:
    order = MessageOrder()
    assert in_time(order, OTHER_VIEW + 5)
    assert in_time(order, 4)
    assert not in_time(order, OTHER_VIEW + 4)


def test_what_was_refused_makes_nothing_late() -> None:
    order = MessageOrder()
    with contextlib.suppress(OSError), order.take(8):
        raise OSError
    assert in_time(order, 7)


def test_two_threads_keep_one_after_the_other() -> None:
    order = MessageOrder()
    begun, told = threading.Event(), []

    def first() -> None:
        with order.take(1):
            begun.set()
            told.append("first begins")
            threading.Event().wait(0.05)
            told.append("first ends")

    thread = threading.Thread(target=first)
    thread.start()
    begun.wait(5)
    with order.take(2):
        told.append("second")
    thread.join(5)
    assert told == ["first begins", "first ends", "second"]
