"""Two hand-ins laid side by side: in what they are alike, and what that means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from coursekit.seminar.classwork import Work

CAUTION = (
    "What stands here is a reason to talk, never a verdict. "
    "People who worked together, shared a machine or learned from one set of notes are alike, too."
)
Piece = tuple[str, bool]  # words, and whether they stand in both
SignKind = Literal["file", "work", "history", "errors", "words"]  # the plainest first
KINDS: tuple[SignKind, ...] = ("file", "work", "history", "errors", "words")


@dataclass(frozen=True)
class Beside:
    """A question, or a part of one, with what the two said to it."""

    about: str
    one: tuple[Piece, ...]
    other: tuple[Piece, ...]


@dataclass(frozen=True)
class Sign:
    """One way in which two hand-ins are alike.

    Parameters
    ----------
    kind
        ``file`` the same file, ``work`` the same answers and history, ``history`` moments in common, ``errors`` wrong
        answers in common, ``words`` runs of words in common.
    figure
        How many: entries of the history, wrong answers, runs of words; for ``file`` and ``work`` 1.
    said
        The figure and its meaning, in a sentence or two.
    beside
        What it rests on.
    """

    kind: SignKind
    figure: int
    said: str
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two hand-ins of one exercise, by two people, with all in which they are alike."""

    exercise: str
    one: Work
    other: Work
    signs: tuple[Sign, ...]

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        people = [{"learner": work.row.learner, "file": work.row.file} for work in (self.one, self.other)]
        signs = [{"kind": sign.kind, "figure": sign.figure, "said": sign.said} for sign in self.signs]
        return {"exercise": self.exercise, "people": people, "signs": signs}


@dataclass(frozen=True)
class Alike:
    """All pairs of a class that are alike, and what could not be looked at, in sentences."""

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
