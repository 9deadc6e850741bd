"""What of a question other programs can hold: plain data, with nothing of one platform in it.

Texts are authors' prose, as in the quiz files: ``*emphasis*``, paragraphs parted by an empty line. Ids of options are
not kept: platforms know them by their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Carried:
    """What all have.

    Parameters
    ----------
    id, version, skill
        Of the question here.
    points
        0 for what does not count here either.
    prompt
        With outside facts and the way to write an answer, where it has them.
    afterwards
        Told to everybody once it is answered.
    hints
        One says more than the one before; they cost nothing.
    """

    id: str
    version: int
    skill: str
    points: float
    prompt: str
    afterwards: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """One of several things to choose."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True, kw_only=True)
class Choice(Carried):
    """One or, with ``several``, some of the options are right; a wrong one ticked takes away what a right one gives."""

    options: tuple[Option, ...]
    several: bool


@dataclass(frozen=True)
class Pair:
    """Something on the left, and the place of the box on the right that belongs to it."""

    text: str
    box: int
    feedback: str


@dataclass(frozen=True, kw_only=True)
class Matching(Carried):
    """Each on the left belongs to one box; a box may serve several times or never. Boxes are plain text."""

    pairs: tuple[Pair, ...]
    boxes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Ordering(Carried):
    """Items in their right order; neighbouring pairs that are kept count."""

    items: tuple[str, ...]
    feedback: str
    wrong_feedback: str


@dataclass(frozen=True)
class NearNumber:
    """A foreseen wrong number, and how far round it."""

    value: Decimal
    tolerance: Decimal
    feedback: str


@dataclass(frozen=True, kw_only=True)
class Numerical(Carried):
    """Exactly the answer is right, then a near miss is wrong, then what lies within the tolerance is right."""

    answer: Decimal
    tolerance: Decimal
    near: tuple[NearNumber, ...]
    feedback: str
    wrong_feedback: str


@dataclass(frozen=True)
class NearText:
    """Foreseen wrong words, in one of their forms."""

    form: str
    feedback: str


@dataclass(frozen=True, kw_only=True)
class Short(Carried):
    """Words to be written as in one of the accepted forms, capitals or not."""

    forms: tuple[str, ...]
    near: tuple[NearText, ...]
    feedback: str
    wrong_feedback: str
