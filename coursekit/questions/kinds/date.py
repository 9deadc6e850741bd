"""A date, in EDTF or as people write it.

Marking: all points for a date that says the same as one accepted. A stretch of time and one unknown day
in it are different answers unless the author accepts both. A date that cannot be read, or could be two
(07-08-2018), is unanswered and told so. Feedback: how it was read, the near miss's words or
``wrong_feedback``, and the accepted date with its reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.dates.human import Unread, read_date
from coursekit.dates.normal import LONGEST, normal, say
from coursekit.questions.answers import text_of, text_problem
from coursekit.questions.base import Answer, Decision, Mark, Note, Question, State, key_note, note, scored, unanswered
from coursekit.questions.kind import Kind
from coursekit.questions.page import hint, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts

HINT = "Write 1789-07-14, 1789-07 or 1789, or 14 July 1789."
SPANS = (
    " One day, not known which, between two: [1789-07-14..1789-08-04]. "
    "All the time from one to the other: 1789-07-14/1789-08-04."
)
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NEVER = ("1066-10-14", "1415-10-25", "1649-01-30")  # some days far from any course's subject


@dataclass(frozen=True)
class Near:
    """A foreseen wrong date."""

    value: str
    feedback: str
    misconception: str = ""


@dataclass(frozen=True, kw_only=True)
class Date(Question):
    """Asks for one date; the first accepted one is shown as the answer."""

    accept: tuple[str, ...]
    feedback: str
    wrong_feedback: str
    near: tuple[Near, ...]


class _Date(Kind[Date]):
    takes_ground = typed = True
    plain_key = "text"

    def load(self, table: Table, common: Mapping[str, Any]) -> Date:
        accept = tuple(_edtf(table, "accept", value) for value in table.texts("accept", required=True))
        return Date(
            **common,
            accept=accept,
            feedback=table.text("feedback"),
            wrong_feedback=table.text("wrong_feedback"),
            near=tuple(_near(entry, accept) for entry in table.tables("near")),
        )

    def problem(self, question: Date, answer: Answer) -> str | None:  # noqa: ARG002
        return text_problem(answer, "text", most=LONGEST)

    def mark(self, question: Date, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        text = text_of(answer, "text")
        if not text:
            return unanswered(question)
        read = read_date(text)
        if isinstance(read, Unread):
            return unanswered(question, read.why)
        notes = [] if read == text else [Note("answer", "note", f"Read as {_shown(read)}.")]
        if read in question.accept:
            return scored(question, 1, [*notes, note("whole", "right", question.feedback, *question.rests_on)])
        wrong = note("whole", "wrong", question.wrong_feedback)
        for near in question.near:
            if near.value == read:
                wrong = note("near", "wrong", near.feedback, misconception=near.misconception)
        reason = f"{_shown(question.accept[0])}. {question.feedback}"
        return scored(question, 0, [*notes, wrong, key_note("whole", reason, *question.rests_on)])

    def view(self, question: Date, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {"hint": _hint(question)}

    def body(self, question: Date, answer: Answer) -> Iterable[Safe]:
        return [hint(_hint(question)), said(text_of(answer, "text"))]

    def decisions(self, question: Date, answer: Answer) -> Mapping[str, Decision]:
        text = text_of(answer, "text")
        read = read_date(text) if text else ""
        return {} if not read or isinstance(read, Unread) else {"": Decision("", _shown(read), read in question.accept)}

    def typical(self, question: Date) -> list[tuple[Answer, State]]:
        known = {*question.accept, *(near.value for near in question.near)}
        far = next(day for day in _NEVER if day not in known)
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"text": " "}, "unanswered")]
        tries += [({"text": text}, "unanswered") for text in ("I cannot tell", "07-08-1789", "31 February 1789")]
        tries += [({"text": date}, "right") for date in question.accept]
        tries += [({"text": say(date)}, "right") for date in question.accept if _PLAIN.fullmatch(date)]
        return [*tries, ({"text": far}, "wrong"), *(({"text": near.value}, "wrong") for near in question.near)]

    def feedback(self, question: Date) -> Iterable[tuple[str, str]]:
        near = [("near", near.feedback) for near in question.near]
        return [("whole", question.feedback), ("whole", question.wrong_feedback), *near]


def _hint(question: Date) -> str:
    """Say how to write a date; the forms for what is not one plain date only where one of them is asked for."""
    return HINT if any(_PLAIN.fullmatch(date) for date in question.accept) else HINT + SPANS


def _shown(edtf: str) -> str:
    words = say(edtf)
    return f"{edtf} ({words})" if words and words != edtf else edtf


def _edtf(table: Table, key: str, value: str) -> str:
    date = normal(value)
    if date is None:
        raise table.error(key, f"expected a date in EDTF, as 1893-05-03 or [1893-10-31..1893-11-21], found “{value}”")
    return date


def _near(entry: Table, accept: tuple[str, ...]) -> Near:
    value = _edtf(entry, "value", entry.text("value"))
    if value in accept:
        raise entry.error("value", "expected a near miss, but that date is accepted")
    near = Near(value, entry.text("feedback"), entry.text("misconception", ""))
    entry.done()
    return near


KIND: Kind[Date] = _Date()
