"""What was tried of each question, and what came of it: in lessons, and in review.

Of what is tried again within `REST` only the first counts: one has just read the answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coursekit.journal import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.journal import Event

REST = timedelta(hours=12)
SHOWN = ("mark-shown", "review-shown")  # events


class Attempt(NamedTuple):
    """A verdict on a question: ``right``, ``partly`` or ``wrong``, when (UTC), and the misconceptions it showed."""

    question: str
    version: int
    state: str
    at: datetime
    codes: tuple[str, ...] = ()


class AttemptsFold:
    """Attempts event after event, so that they can be kept (`coursekit.journal.summary`)."""

    stamp = ""

    def __init__(self) -> None:
        self._found: list[Attempt] = []
        self._last: dict[str, datetime] = {}

    def hear(self, event: Event) -> None:
        """Take an event in."""
        data = event.data
        if event.event not in SHOWN or data["state"] not in VERDICTS:
            return
        at = datetime.fromisoformat(event.at[:-1]).replace(tzinfo=UTC)
        before = self._last.get(data["question"])
        if before is not None and abs(at - before) < REST:
            return
        self._add(Attempt(data["question"], data["version"], data["state"], at, _codes(data.get("misconceptions"))))

    def kept(self) -> Any:
        """Return what it came to so far, as plain data."""
        return [[*each[:3], each.at.isoformat(), each.codes] for each in self._found]

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned."""
        for question, version, state, at, codes in kept:
            self._add(Attempt(question, version, state, datetime.fromisoformat(at), tuple(codes)))

    def attempts(self) -> list[Attempt]:
        """Return them in their order."""
        return list(self._found)

    def _add(self, attempt: Attempt) -> None:
        self._found.append(attempt)
        self._last[attempt.question] = attempt.at


def attempts(events: Iterable[Event]) -> list[Attempt]:
    """Return the attempts in a journal's events, in its order."""
    fold = AttemptsFold()
    for event in events:
        fold.hear(event)
    return fold.attempts()


def _codes(given: object) -> tuple[str, ...]:
    return tuple(each for each in given if isinstance(each, str)) if isinstance(given, list) else ()
