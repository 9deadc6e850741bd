"""How a room stands: nothing but what its log says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Phase = Literal["first", "closed", "talk", "second", "settled", "opened"]
TAKING: dict[Phase, int] = {"first": 1, "second": 2}  # the phases in which votes are taken, and of which round


@dataclass(frozen=True)
class Ballot:
    """A vote that was cast: the answer, and the number that its phone gave it, by which a late one is known."""

    answer: Mapping[str, Any]
    order: int
    at: str


@dataclass(frozen=True)
class Vote:
    """One thing that was asked, and how far it has come.

    Parameters
    ----------
    id
        ``v1``, ``v2``, … in the order of asking.
    item, shown
        What it is made from; what everybody may see before it is opened.
    phase
        ``first`` and ``second`` take votes; ``closed`` and ``settled`` follow them; ``talk`` lies between;
        ``opened`` shows what came of it.
    since
        When this phase began, in seconds since 1970.
    until
        When a clock closes the round, in seconds since 1970; None where the instructor does.
    rounds
        Round -> who -> their ballot.
    hands
        Round -> option -> how many hands, where there is no network.
    groups
        Who talks in which group.
    laid_over
        Whether an expert's passages are shown.
    earlier
        When the session began in which it was held, where it is shown again as it was; "" for a vote of this session.
    """

    id: str
    item: Mapping[str, Any]
    shown: Mapping[str, Any]
    phase: Phase = "first"
    since: float = 0.0
    until: float | None = None
    rounds: Mapping[int, Mapping[str, Ballot]] = field(default_factory=dict)
    hands: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    groups: Mapping[str, int] = field(default_factory=dict)
    laid_over: bool = False
    note: str = ""
    earlier: str = ""

    @property
    def taking(self) -> int:
        """The round in which votes are taken now; 0 where none are."""
        return TAKING.get(self.phase, 0)

    def ballots(self, number: int) -> Mapping[str, Ballot]:
        """Return the ballots of a round."""
        return self.rounds.get(number, {})


@dataclass(frozen=True)
class Room:
    """A session in a room.

    Parameters
    ----------
    code, join, console, projected
        The code that is typed, and the keys of the three addresses: for joining by a link or a scanned code, for the
        instructor, for the screen.
    lesson
        The lesson's number, or "".
    names
        Whether everybody was asked for a name at the start, and told so.
    people
        Who is in -> their name, "" where they gave none. Who is a digest of their token.
    votes, current
        What was asked, in order, and the one that is shown.
    tells_count
        Whether the screen shows how many have voted while a round is open.
    """

    code: str = ""
    join: str = ""
    console: str = ""
    projected: str = ""
    lesson: str = ""
    names: bool = False
    begun: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    votes: Mapping[str, Vote] = field(default_factory=dict)
    current: str = ""
    tells_count: bool = False
    ended: bool = False

    @property
    def vote(self) -> Vote | None:
        """The vote that is shown."""
        return self.votes.get(self.current)
