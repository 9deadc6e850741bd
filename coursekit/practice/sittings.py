"""What a journal says of the practice test: which form when, what was opened and answered, in which order."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.practice.forms import LEVELS, MOST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.journal import Event
    from coursekit.practice.forms import Form

_OURS = "practice-"
FIRST_ANSWER = ("", "answer")  # in the order of steps, where the first answer was given


@dataclass
class Sitting:
    """One form as somebody took it.

    Parameters
    ----------
    at, version
        When it was begun (UTC), and which version of the form.
    steps
        What was opened, (paper, part), each when it was opened first; among them `FIRST_ANSWER`.
    answers
        The latest answer to each item.
    handed
        When it was handed over; "" before.
    points
        What the items that a key marks were worth then, by their ids; blank ones are not in it.
    levels
        How the learner rated their own written answers, by item.
    """

    form: str
    version: int
    at: str
    steps: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    handed: str = ""
    points: dict[str, int] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)

    def outdated(self, form: Form) -> bool:
        """Tell whether the form has changed since it was begun: what was chosen may have been among other options."""
        return self.version != form.version


class SittingsFold:
    """Sittings event after event; implements `coursekit.journal.summary.Fold`.

    A form counts once, however often a second window begins it; nothing changes it once it is handed over, but the
    ratings that follow.
    """

    stamp = ""

    def __init__(self) -> None:
        self._found: dict[str, Sitting] = {}

    def hear(self, event: Event) -> None:
        """Take an event in."""
        if not event.event.startswith(_OURS):  # of a hundred thousand events few are
            return
        what, data = event.event.removeprefix(_OURS), event.data
        if what == "begun":
            self._found.setdefault(data["form"], Sitting(data["form"], data["version"], event.at))
            return
        sitting = self._found.get(data.get("form", ""))
        if sitting is not None:
            _note(sitting, what, data, event.at)

    def kept(self) -> Any:
        """Return what it came to so far, as plain data."""
        return [asdict(each) for each in self._found.values()]

    def take(self, kept: Any) -> None:
        """Go on from what `kept` returned."""
        for each in kept:
            sitting = Sitting(**each)
            sitting.steps = [(str(paper), str(part)) for paper, part in sitting.steps]
            self._found[sitting.form] = sitting

    def sittings(self) -> list[Sitting]:
        """Return them in the order in which they were begun."""
        return list(self._found.values())


def sittings(events: Iterable[Event]) -> list[Sitting]:
    """Return the sittings in a journal's events, in the order in which they were begun."""
    fold = SittingsFold()
    for event in events:
        fold.hear(event)
    return fold.sittings()


def said(answer: dict[str, Any]) -> bool:
    """Tell whether there is anything in an answer."""
    text = answer.get("text")
    return bool(text.strip()) if isinstance(text, str) else bool(answer)


def _note(sitting: Sitting, what: str, data: dict[str, Any], at: str) -> None:
    if what == "rated":
        if sitting.handed and data["level"] < LEVELS:
            sitting.levels[data["item"]] = data["level"]
        return
    if sitting.handed:
        return
    match what:
        case "opened":
            _step(sitting, (data["paper"], data["part"]))
        case "answer":
            sitting.answers[data["item"]] = data["answer"]
            if said(data["answer"]):
                _step(sitting, FIRST_ANSWER)
        case "handed":
            sitting.handed = at
            points = data["points"].items()  # another program may have written them
            sitting.points = {name: value for name, value in points if type(value) is int and 0 <= value <= MOST}


def _step(sitting: Sitting, step: tuple[str, str]) -> None:
    if step not in sitting.steps:
        sitting.steps.append(step)
