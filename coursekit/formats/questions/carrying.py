"""From a question to what other programs can hold of it, and what is lost on the way, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.formats.questions.carried import (
    Carried,
    Choice,
    Matching,
    NearNumber,
    NearText,
    Numerical,
    Option,
    Ordering,
    Pair,
    Short,
)
from coursekit.formats.questions.date_forms import forms
from coursekit.formats.questions.markup import plain, settled
from coursekit.questions.kinds.date import HINT, Date
from coursekit.questions.kinds.multiple import Multiple
from coursekit.questions.kinds.number import Number, asked
from coursekit.questions.kinds.order import Order
from coursekit.questions.kinds.single import Single
from coursekit.questions.page import UNCOUNTED
from coursekit.questions.pairing import Pairing

if TYPE_CHECKING:
    from coursekit.questions import Question, Shelf

POINTING = "pointing at words in a text is known only here"
REASONS = {
    "evidence": POINTING,
    "text": "people read it by a rubric; set it as an assignment",
    "table": "a table whose cells have keys is known only here",
    "argument": "claims with their grounds are known only here",
}
OTHER = "a kind of question that is known only here"
BOXES = "more than one answer is right for the same card"
STRETCH = "the date can be written in more ways than can be listed"
GROUND = "the words it rests on are not asked for"
SURE = "confidence is not asked for"
SLIPS = "some foreseen mistakes are not told apart"


@dataclass(frozen=True)
class Loss:
    """What of a question other programs cannot hold.

    Parameters
    ----------
    question
        Its id.
    why
        The reason, or what is lost, in words.
    whole
        Whether all of it is left out.
    """

    question: str
    why: str
    whole: bool = False


def carry(question: Question, shelf: Shelf) -> tuple[Carried | None, tuple[Loss, ...]]:
    """Return what other programs can hold of a question, None if that is nothing, and what is lost.

    Parameters
    ----------
    question
        Any question.
    shelf
        Where outside facts are, which are put under the prompt.
    """
    found = _own(question, _common(question, shelf))
    if isinstance(found, str):
        return None, (Loss(question.id, found, whole=True),)
    lost = {
        GROUND: question.ground is not None,
        SURE: question.confidence,
        SLIPS: _slips(question),
    }
    return found, tuple(Loss(question.id, why) for why, is_so in lost.items() if is_so)


def _common(question: Question, shelf: Shelf) -> dict[str, Any]:
    facts = [_fact(shelf.fact(fact)) for fact in question.card]
    how = asked(question) if isinstance(question, Number) else HINT if isinstance(question, Date) else ""
    # Told once it is answered. A question that asks for its ground does not ask for it there, so nothing is given away.
    places = f"See {', '.join(question.rests_on)}." if question.rests_on else ""
    return {
        "id": question.id,
        "version": question.version,
        "skill": plain(question.skill),
        "points": 0.0 if question.purpose in UNCOUNTED else question.points,
        "prompt": settled("\n\n".join([question.prompt, *facts, how])),
        "afterwards": places,
        "hints": tuple(map(settled, question.hints)),
    }


def _fact(fact: dict[str, str]) -> str:
    if not fact.get("statement"):
        return ""
    grade = ", ".join(part for part in (fact.get("certainty", ""), fact.get("checked", "")) if part)
    date = f", {fact['date']}" if fact.get("date") else ""
    return f"From outside the documents{date}: {fact['statement']}" + (f" ({grade})" if grade else "")


def _own(question: Question, common: dict[str, Any]) -> Carried | str:
    """Return the question with what its kind has, or why it cannot be carried over."""
    if isinstance(question, Single | Multiple):
        options = tuple(Option(settled(each.text), each.right, settled(each.feedback)) for each in question.options)
        return Choice(**common, options=options, several=isinstance(question, Multiple))
    if isinstance(question, Pairing):
        return _matching(question, common)
    if isinstance(question, Order):
        items = tuple(settled(each.text) for each in question.items)
        return Ordering(**common, **_told(question), items=items)
    if isinstance(question, Number):
        near = tuple(NearNumber(each.value, each.tolerance, settled(each.feedback)) for each in question.near)
        return Numerical(**common, **_told(question), answer=question.answer, tolerance=question.tolerance, near=near)
    if isinstance(question, Date):
        return _short(question, common)
    return REASONS.get(question.kind, OTHER)


def _told(question: Order | Number | Date) -> dict[str, Any]:
    return {"feedback": settled(question.feedback), "wrong_feedback": settled(question.wrong_feedback)}


def _matching(question: Pairing, common: dict[str, Any]) -> Matching | str:
    if any(len(card.boxes) > 1 for card in question.cards):
        return BOXES
    boxes = [box.id for box in question.boxes]
    pairs = tuple(
        Pair(settled(card.text), boxes.index(card.boxes[0]), settled(card.feedback)) for card in question.cards
    )
    return Matching(**common, pairs=pairs, boxes=tuple(plain(box.text) for box in question.boxes))


def _short(question: Date, common: dict[str, Any]) -> Short | str:
    accepted = [forms(date) for date in question.accept]
    if not all(accepted):
        return STRETCH
    known = dict.fromkeys(form for each in accepted for form in each)
    near = tuple(NearText(form, settled(miss.feedback)) for miss in question.near for form in forms(miss.value))
    return Short(**common, **_told(question), forms=tuple(known), near=near)


def _slips(question: Question) -> bool:
    """Tell whether there are words for foreseen mistakes that have no place in what is carried over."""
    if isinstance(question, Pairing):
        return any(card.slips for card in question.cards)
    if isinstance(question, Date):
        return not all(forms(miss.value) for miss in question.near)
    return isinstance(question, Order) and bool(question.slips)
