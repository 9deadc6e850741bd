"""Point at the passage; “nowhere in this document” is an answer and always offered.

Marking: as `coursekit.questions.target` has it. Feedback: for the place pointed at, then for the accepted ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions.base import Answer, Mark, Question, State, scored, unanswered
from coursekit.questions.kind import Kind
from coursekit.questions.target import (
    Target,
    judge,
    load_target,
    target_body,
    target_feedback,
    target_problem,
    target_tries,
    target_view,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts


@dataclass(frozen=True, kw_only=True)
class Evidence(Question, Target):
    """Point at words in one source."""


class _Evidence(Kind[Evidence]):
    def load(self, table: Table, common: Mapping[str, Any]) -> Evidence:
        return Evidence(**common, **load_target(table))

    def problem(self, question: Evidence, answer: Answer) -> str | None:
        return target_problem(question, answer)

    def mark(self, question: Evidence, answer: Answer, texts: Texts | None = None) -> Mark:
        judged = judge(question, answer, question.rests_on, texts)
        return scored(question, *judged) if judged else unanswered(question)

    def view(self, question: Evidence, shelf: Shelf | None = None) -> dict[str, Any]:
        # The paragraphs it rests on would be the answer.
        return target_view(question, shelf) | {"rests_on": []}

    def body(self, question: Evidence, answer: Answer) -> Iterable[Safe]:
        return target_body(question, answer)

    def anchors(self, question: Evidence) -> tuple[Target, ...]:
        return (question,)

    def typical(self, question: Evidence) -> list[tuple[Answer, State]]:
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"spans": [], "nowhere": False}, "unanswered")]
        for answer, credit in target_tries(question):
            tries.append((answer, "right" if credit == 1 else "partly" if credit else "wrong"))
        return tries

    def feedback(self, question: Evidence) -> Iterable[tuple[str, str]]:
        return target_feedback(question)


KIND: Kind[Evidence] = _Evidence()
