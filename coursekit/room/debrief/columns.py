"""What stands side by side for one thing that was asked: the rounds of a class, and those of another class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = {1: "First vote", 2: "Second vote"}
THIS, OTHER = "This class", "The other class"


@dataclass(frozen=True)
class Column:
    """A round of a class.

    Parameters
    ----------
    name
        What it is called in heads of tables, as "First vote" or "The other class, first vote".
    found
        What came of that round.
    texts
        Paragraph -> its text, as this class had it before it.
    """

    name: str
    found: Mapping[str, Any]
    texts: Mapping[str, str]

    def named(self, people: int) -> str:
        """Return its name with how many people it is made of."""
        return f"{self.name} ({count(people, 'vote')})"


def columns(vote: Mapping[str, Any], other: Mapping[str, Any] | None = None) -> list[Column]:
    """Return the rounds that were held, of one class, or of this and another one."""
    if other is None:
        return _of(vote, "")
    return [*_of(vote, THIS), *_of(other, OTHER)]


def latest(every: Sequence[Column]) -> list[Column]:
    """Return the last round of each class."""
    whose = {each.name.partition(",")[0] if "," in each.name else "": each for each in every}
    return list(whose.values())


def _of(vote: Mapping[str, Any], whose: str) -> list[Column]:
    texts = {each["id"]: each["text"] for each in vote["paragraphs"]}
    named = [(ROUNDS[each["round"]], each) for each in vote["rounds"]]
    return [Column(f"{whose}, {name.casefold()}" if whose else name, each, texts) for name, each in named]
