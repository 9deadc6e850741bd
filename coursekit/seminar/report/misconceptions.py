"""The misconceptions that live on: those that somebody's answers still show as they were handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.questions.misconceptions import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.questions.misconceptions import Misconception
    from coursekit.seminar.report.sheets import Sheet, Sheets

_WRONG = ("wrong", "partly")


@dataclass(frozen=True)
class Holder:
    """Somebody who holds it, and the questions whose answers show it."""

    learner: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """A misconception.

    Parameters
    ----------
    code, name, instead
        As in the course's list; without a name there, the name is the code.
    holders
        Who holds it, by name.
    asked
        How many people handed in something that asks for it.
    questions
        The questions in which it shows, those first in which it shows oftenest, with how often.
    """

    code: str
    name: str
    instead: str
    holders: tuple[Holder, ...]
    asked: int
    questions: tuple[tuple[str, int], ...]


def held(every: Iterable[Sheets], named: Mapping[str, Misconception]) -> list[Held]:
    """Return the misconceptions that anybody holds, the commonest first."""
    shown: dict[str, dict[tuple[str, int], tuple[str, list[str]]]] = {}
    asked: dict[str, set[tuple[str, int]]] = {}
    for of in every:
        sought = {code for question in of.asked for code in codes(question)}
        for sheet in of.sheets:
            for code in sought:
                asked.setdefault(code, set()).add(sheet.who)
            for code, question in _shown(of, sheet):
                shown.setdefault(code, {}).setdefault(sheet.who, (sheet.learner, []))[1].append(question)
    found = [_held(code, people, len(asked.get(code, people)), named.get(code)) for code, people in shown.items()]
    return sorted(found, key=lambda each: (-len(each.holders), each.code))


def _shown(of: Sheets, sheet: Sheet) -> dict[tuple[str, str], None]:
    """Return (code, question) of what a hand-in shows, each once."""
    return {
        (part["misconception"], question.id): None
        for question in of.asked
        for part in sheet.marks.get(question.id, {}).get("parts", ())
        if part.get("misconception") and part["tone"] in _WRONG
    }


def _held(
    code: str, people: Mapping[tuple[str, int], tuple[str, list[str]]], asked: int, known: Misconception | None
) -> Held:
    holders = sorted(
        (Holder(learner, tuple(questions)) for learner, questions in people.values()),
        key=lambda each: (-len(each.questions), each.learner.casefold()),
    )
    every = [name for each in holders for name in each.questions]
    often = sorted({(name, every.count(name)) for name in every}, key=lambda each: (-each[1], each[0]))
    name, instead = (known.name, known.instead) if known else (code, "")
    return Held(code, name, instead, tuple(holders), asked, tuple(often))
