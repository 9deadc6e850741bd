"""Small words that a lesson's outputs share."""

from __future__ import annotations

import difflib
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from coursekit.dates.normal import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = 7
_SHOWN = 12  # names listed in a message


def nearest(name: object, known: Iterable[str], what: str) -> str:
    """Say that there is no such thing, what is nearest, and what there is."""
    names = list(known)
    said = str(name)[:80]
    near = difflib.get_close_matches(said, names, n=1, cutoff=0.5)
    same = [each for each in names if each[:2] == said[:2]] or names
    listed = ", ".join(same[:_SHOWN]) + (" …" if len(same) > _SHOWN else "")
    hint = f"did you mean {near[0]}? " if near else ""
    return f"{said or 'nothing'}: no such {what}; {hint}there is {listed or 'none'}"


_NO_CLOCK = 2000  # a clock that says less was never set


def day(at: str, now: datetime | None = None) -> str:
    """Return the day of a journal's time, by the clock of the learner: ``on Tuesday``, ``on 12 November 2026``."""
    then = datetime.fromisoformat(at)
    if then.year < _NO_CLOCK:
        return "at a time that this machine’s clock did not know"
    with suppress(OSError, OverflowError, ValueError):  # too far ahead for some systems
        then = then.astimezone()
    today = (now or datetime.now().astimezone()).date()
    ago = (today - then.date()).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    if 1 < ago < _WEEK:
        return f"on {_DAYS[then.weekday()]}"
    return f"on {then.day} {MONTHS[then.month - 1]} {then.year}"


def count(number: int, thing: str) -> str:
    """Return ``1 mark``, ``0 marks``, ``14 marks``: what is counted stands in figures, everywhere."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def first_letter(words: str) -> str:
    """Return a sentence with its first letter large."""
    return words[:1].upper() + words[1:]
