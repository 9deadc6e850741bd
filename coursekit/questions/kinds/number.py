"""A number, with a tolerance.

Marking: exactly the answer is right; then a near miss that an author foresaw is wrong, though it lie
within the tolerance; then anything within the tolerance is right (bounds included). What is no number is
unanswered and told so. Feedback: how it was read if that is not plain, the near miss's words or
``wrong_feedback``, and the answer with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coursekit.dates.numerals import LONGEST, Reading, decimals_of, read_number, show_number
from coursekit.questions.answers import text_of, text_problem
from coursekit.questions.base import Answer, Decision, Mark, Note, Question, State, key_note, note, scored, unanswered
from coursekit.questions.kind import Kind
from coursekit.questions.page import hint, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts


ZERO = Decimal(0)


@dataclass(frozen=True)
class Near:
    """A foreseen wrong number, and how far round it the same mistake is taken for granted."""

    value: Decimal
    tolerance: Decimal
    feedback: str
    misconception: str = ""


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """Asks for one number."""

    answer: Decimal
    tolerance: Decimal
    unit: str
    decimals: int | None
    feedback: str
    wrong_feedback: str
    near: tuple[Near, ...]


class _Number(Kind[Number]):
    takes_ground = typed = True
    plain_key = "text"

    def load(self, table: Table, common: Mapping[str, Any]) -> Number:
        answer = table.number("answer")
        return Number(
            **common,
            answer=answer,
            tolerance=table.number("tolerance", ZERO, least=0),
            unit=table.text("unit", ""),
            decimals=table.whole("decimals") if table.has("decimals") else None,
            feedback=table.text("feedback"),
            wrong_feedback=table.text("wrong_feedback"),
            near=tuple(_near(entry, answer) for entry in table.tables("near")),
        )

    def problem(self, question: Number, answer: Answer) -> str | None:  # noqa: ARG002
        return text_problem(answer, "text", most=LONGEST)

    def mark(self, question: Number, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        text = text_of(answer, "text")
        reading = read_number(text)
        if isinstance(reading, str):
            return unanswered(question, reading)
        value, near, right = _judge(question, reading)
        notes = _reading(question, text, value)
        reason = f"{show_number(question.answer, question.unit)}. {question.feedback}"
        if right:
            return scored(question, 1, [*notes, note("whole", "right", question.feedback, *question.rests_on)])
        wrong = note("whole", "wrong", question.wrong_feedback)
        if near:
            wrong = note("near", "wrong", near.feedback, misconception=near.misconception)
        return scored(question, 0, [*notes, wrong, key_note("whole", reason, *question.rests_on)])

    def view(self, question: Number, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {"unit": question.unit, "decimals": question.decimals}

    def body(self, question: Number, answer: Answer) -> Iterable[Safe]:
        return [hint(asked(question)), said(text_of(answer, "text"))]

    def decisions(self, question: Number, answer: Answer) -> Mapping[str, Decision]:
        reading = read_number(text_of(answer, "text"))
        if isinstance(reading, str):
            return {}
        value, _, right = _judge(question, reading)
        return {"": Decision("", show_number(value, question.unit), right)}

    def typical(self, question: Number) -> list[tuple[Answer, State]]:
        plain = f"{question.answer:f}"
        far = question.answer + 10 * question.tolerance + 1
        while _judge(question, Reading((far,)))[1]:
            far += 1
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"text": " "}, "unanswered")]
        tries += [({"text": "I cannot tell"}, "unanswered"), ({"text": plain}, "right")]
        tries += [({"text": f"about {plain} {question.unit}"}, "right"), ({"text": f"{far:f}"}, "wrong")]
        return [*tries, *(({"text": f"{near.value:f}"}, "wrong") for near in question.near)]

    def feedback(self, question: Number) -> Iterable[tuple[str, str]]:
        near = [("near", near.feedback) for near in question.near]
        return [("whole", question.feedback), ("whole", question.wrong_feedback), *near]


def asked(question: Number) -> str:
    """Say how the number is to be written."""
    places = {None: "", 0: ", without decimals", 1: ", to 1 decimal"}.get(
        question.decimals, f", to {question.decimals} decimals"
    )
    unit = f" ({question.unit})" if question.unit else ""
    return f"A number{unit}{places}."


def _judge(question: Number, reading: Reading) -> tuple[Decimal, Near | None, bool]:
    """Return the value that was meant, the near miss it is, and whether it is right."""
    for value in reading.values:
        if value == question.answer:
            return value, None, True
    for near in question.near:
        for value in reading.values:
            if abs(value - near.value) <= near.tolerance:
                return value, near, False
    for value in reading.values:
        if abs(value - question.answer) <= question.tolerance:
            return value, None, True
    return reading.values[0], None, False


def _reading(question: Number, text: str, value: Decimal) -> list[Note]:
    """Say how the text was read where a reader could doubt it, and that it is finer than was asked."""
    plain = f"{abs(value):f}"
    notes = [] if plain in text else [Note("answer", "note", f"Read as {show_number(value, question.unit)}.")]
    if question.decimals is not None and decimals_of(value) > question.decimals:
        asked = f"{question.decimals} decimal{'' if question.decimals == 1 else 's'}"
        notes.append(Note("answer", "note", f"{asked.capitalize()} asked for; yours has {decimals_of(value)}."))
    return notes


def _near(entry: Table, answer: Decimal) -> Near:
    near = Near(
        entry.number("value"),
        entry.number("tolerance", ZERO, least=0),
        entry.text("feedback"),
        entry.text("misconception", ""),
    )
    if abs(near.value - answer) <= near.tolerance:
        raise entry.error("value", "expected a near miss, but the right answer lies within it")
    entry.done()
    return near


KIND: Kind[Number] = _Number()
