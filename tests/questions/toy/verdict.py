"""A toy kind for a test: is it so, or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions.base import Answer, Mark, Question, State, key_note, note, scored, unanswered
from coursekit.questions.kind import Kind
from coursekit.questions.page import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts


@dataclass(frozen=True, kw_only=True)
class Verdict(Question):
    """Asks whether something is so."""

    so: bool
    feedback: str
    wrong_feedback: str


class _Verdict(Kind[Verdict]):
    takes_ground = chosen = True
    plain_key = "verdict"

    def load(self, table: Table, common: Mapping[str, Any]) -> Verdict:
        told = {name: table.text(name) for name in ("feedback", "wrong_feedback")}
        return Verdict(**common, so=table.flag("so"), **told)

    def problem(self, question: Verdict, answer: Answer) -> str | None:  # noqa: ARG002
        given = answer.get("verdict")
        return None if given is None or isinstance(given, bool) else "The answer should be true or false."

    def mark(self, question: Verdict, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        if answer.get("verdict") is None:
            return unanswered(question)
        if answer["verdict"] == question.so:
            return scored(question, 1, [note("whole", "right", question.feedback)])
        return scored(
            question, 0, [note("whole", "wrong", question.wrong_feedback), key_note("whole", question.feedback)]
        )

    def view(self, question: Verdict, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def body(self, question: Verdict, answer: Answer) -> Iterable[Safe]:  # noqa: ARG002
        return [said({True: "it is so", False: "it is not so"}.get(answer.get("verdict"), ""))]

    def typical(self, question: Verdict) -> list[tuple[Answer, State]]:
        return [({}, "unanswered"), ({"verdict": question.so}, "right"), ({"verdict": not question.so}, "wrong")]

    def feedback(self, question: Verdict) -> Iterable[tuple[str, str]]:
        return [("whole", question.feedback), ("whole", question.wrong_feedback)]


KIND: Kind[Verdict] = _Verdict()
