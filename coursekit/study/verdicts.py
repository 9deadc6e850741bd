"""The first verdict on each version of each question, with how sure the learner said they were before it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from coursekit.journal import VERDICTS, Judgements
from coursekit.questions.confidence import sure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.journal import Event


@dataclass(frozen=True)
class Verdict:
    """What came of a question when it was first marked.

    Parameters
    ----------
    state
        ``right``, ``partly`` or ``wrong``.
    points
        As the mark had them; None where that was not noted.
    sure
        How sure one was, in per cent; None where that was not said.
    at
        When (UTC).
    """

    question: str
    version: int
    state: str
    points: float | None
    sure: int | None
    at: str


class VerdictsFold:
    """First verdicts event after event, so that they can be kept (`coursekit.journal.summary`)."""

    stamp = ""

    def __init__(self) -> None:
        self._judgements = Judgements()
        self._found: dict[tuple[str, int], Verdict] = {}

    def hear(self, event: Event) -> None:
        """Take an event in."""
        self._judgements.hear(event)
        if event.event != "mark-shown" or event.data["state"] not in VERDICTS:
            return
        which = question, version = event.data["question"], event.data["version"]
        if which in self._found:
            return
        points = event.data.get("points")
        known = points if isinstance(points, int | float) and points >= 0 else None
        said = sure(self._judgements.settled(question, version, {}))
        self._found[which] = Verdict(question, version, event.data["state"], known, said, event.at)

    def kept(self) -> Any:
        """Return what it came to so far, as plain data."""
        return {"found": [astuple(each) for each in self._found.values()], "judgements": self._judgements.kept()}

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned."""
        made = [Verdict(*each) for each in kept["found"]]
        self._found = {(each.question, each.version): each for each in made}
        self._judgements.take(kept["judgements"])

    def verdicts(self) -> list[Verdict]:
        """Return them in their order."""
        return list(self._found.values())


def first_verdicts(events: Iterable[Event]) -> list[Verdict]:
    """Return the first verdict on each version of each question, in their order."""
    fold = VerdictsFold()
    for event in events:
        fold.hear(event)
    return fold.verdicts()
