"""What all sessions have in common: how a message is taken, and what is said when it cannot be."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.sessions.message_order import MessageOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sessions.protocol import Ack, Refused

LARGEST = 2**53  # whole numbers of the front end end here
AGAIN = "run this page again"  # a lesson or an exercise: what hosts the session knows


class Stale(IntEnum):
    """How far what stands on the page for readers without a host lags behind."""

    FRESH = 0
    IDLE = 1  # to be drawn anew when nothing else is to be done
    NOW = 2


class Session(ABC):
    """One thing on a page that a learner works at. Plain messages go in, and those that come of them are returned.

    ``stale`` says whether its static twin is to be drawn anew; whoever has drawn it sets it to `Stale.FRESH`.
    """

    least = 1  # the lowest number of a message
    fault = f"the course could not keep this ({{}}); {AGAIN}"
    unknown = f"this version of the course does not know that change; {AGAIN}"

    def __init__(self) -> None:
        self.stale = Stale.FRESH
        self._order = MessageOrder()

    def handle(self, message: object, buffers: Sequence[memoryview | bytes] = ()) -> list[Any]:
        """Take a message, and return the messages for all views of this; of a foreign one, none.

        Parameters
        ----------
        message
            What a view has sent: see `coursekit.sessions.protocol`.
        buffers
            The bytes that came with it.
        """
        if not isinstance(message, dict):
            return []
        heard = self.overhear(message, buffers)
        if heard is not None:
            return heard
        n = message.get("n")
        if type(n) is not int or not self.least <= n < LARGEST:
            return []
        try:
            with self._order.take(n) as in_time:
                return self.take(n, message) if in_time or n == 0 else [self.passed_over(n)]
        except CourseError as error:
            return [refused(n, str(error))]
        except Exception as error:  # noqa: BLE001 - whoever works here is told in one line, whatever it was
            return [refused(n, self.fault.format(type(error).__name__))]

    @abstractmethod
    def traits(self) -> dict[str, Any]:
        """Return all that a view is given when it is made, as things stand now."""

    @abstractmethod
    def take(self, n: int, message: dict[str, Any]) -> list[Any]:
        """Keep a change and return what comes of it. Raises CourseError when it is not kept."""

    def overhear(self, message: dict[str, Any], buffers: Sequence[memoryview | bytes]) -> list[Any] | None:  # noqa: ARG002
        """Take a message that waits for no other; None for one that has to wait its turn."""
        return None

    def passed_over(self, n: int) -> Ack:
        """Return what is said to a change that a later one has overtaken."""
        return ack(n, "")

    def needs_twin(self, how: Stale) -> None:
        """Note that the static twin lags behind."""
        self.stale = max(self.stale, how)


def ack(n: int, at: str) -> Ack:
    """Say that a change is kept, and since when."""
    return {"op": "ack", "n": n, "at": at}


def refused(n: int, why: str) -> Refused:
    """Say that a change is not kept, and why."""
    return {"op": "refused", "n": n, "why": why}
