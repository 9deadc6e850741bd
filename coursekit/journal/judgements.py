"""How sure a learner was before the first verdict on an answer: it stands, whatever is said once one knows better.

To say how sure one is after the mark has been shown would be no judgement; so a later answer to the same version of a
question has the confidence of the first one that was marked, or none where none was said then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coursekit.journal.events import Event

_PART = "confidence"
VERDICTS = ("right", "partly", "wrong")  # states of a mark that tell how good an answer was


class Judgements:
    """What was said at the first verdict on each version of each question; brought up to date event by event."""

    def __init__(self) -> None:
        self._checked: dict[tuple[str, int], Any] = {}
        self._first: dict[tuple[str, int], Any] = {}

    def hear(self, event: Event) -> None:
        """Take note of an event; the mark that is shown is that of the answer checked last."""
        if event.event not in ("answer", "mark-shown"):
            return
        which = (event.data["question"], event.data["version"])
        if event.event == "answer":
            if event.data["checked"]:
                self._checked[which] = event.data["answer"].get(_PART)
        elif event.data["state"] in VERDICTS:
            self._first.setdefault(which, self._checked.get(which))

    def made(self, question: str, version: int) -> bool:
        """Tell whether a verdict was shown already."""
        return (question, version) in self._first

    def settled(self, question: str, version: int, answer: dict[str, Any]) -> dict[str, Any]:
        """Return an answer as it counts: after the first verdict with what was said before it."""
        if not self.made(question, version) or answer.get(_PART) == (said := self._first[question, version]):
            return answer
        rest = {key: value for key, value in answer.items() if key != _PART}
        return rest if said is None else rest | {_PART: said}

    def kept(self) -> Any:
        """Return what it came to so far, as plain data (`coursekit.journal.summary`)."""
        return [[[*which, said] for which, said in each.items()] for each in (self._checked, self._first)]

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned."""
        self._checked, self._first = ({(name, version): said for name, version, said in each} for each in kept)
