"""Single choice.

Marking: the right option has all points, any other none. Feedback: for the option chosen, then for
the right one where that is another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions.base import Answer, Decision, Mark, Option, Question, State, key_note, note, scored, unanswered
from coursekit.questions.kind import Kind
from coursekit.questions.options import load_options
from coursekit.questions.page import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts


@dataclass(frozen=True, kw_only=True)
class Single(Question):
    """One of several options is right."""

    options: tuple[Option, ...]

    @property
    def key(self) -> Option:
        """The right option."""
        return next(option for option in self.options if option.right)


class SingleKind(Kind[Single]):
    """Takes one of several; another kind may offer options of its own making in its place."""

    takes_ground = chosen = True
    plain_key = "choice"

    def load(self, table: Table, common: Mapping[str, Any]) -> Single:
        """Read the options; exactly one is right."""
        options = load_options(table)
        if sum(option.right for option in options) != 1:
            raise table.error("option", "expected exactly one option with right = true")
        return Single(**common, options=options)

    def problem(self, question: Single, answer: Answer) -> str | None:
        """Say what is wrong with the option named."""
        choice = answer.get("choice")
        if choice is None or choice == "":
            return None
        if not isinstance(choice, str):
            return "The answer should name one option."
        known = any(option.id == choice for option in question.options)
        return None if known else "The answer names an option that this question does not have."

    def mark(self, question: Single, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        """Give all points for the right option."""
        if not answer.get("choice"):
            return unanswered(question)
        chosen = next(option for option in question.options if option.id == answer["choice"])
        if chosen.right:
            return scored(question, 1, [note(chosen.id, "right", chosen.feedback, *question.rests_on)])
        wrong = note(chosen.id, "wrong", chosen.feedback, misconception=chosen.misconception)
        return scored(question, 0, [wrong, key_note(question.key.id, question.key.feedback, *question.rests_on)])

    def view(self, question: Single, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        """Show the options."""
        return {"options": [option.view() for option in question.options]}

    def body(self, question: Single, answer: Answer) -> Iterable[Safe]:
        """List the options, the one chosen ticked."""
        return [listed(question.options, [str(answer.get("choice", ""))])]

    def labels(self, question: Single, answer: Answer) -> Mapping[str, str]:  # noqa: ARG002
        """Call the options by their words."""
        return {option.id: option.text for option in question.options}

    def offered(self, question: Single) -> tuple[Option, ...]:
        """Offer all of them."""
        return question.options

    def decisions(self, question: Single, answer: Answer) -> Mapping[str, Decision]:
        """Tell which was chosen."""
        chosen = next((option for option in question.options if option.id == answer.get("choice")), None)
        return {"": Decision("", chosen.text, chosen.right)} if chosen else {}

    def typical(self, question: Single) -> list[tuple[Answer, State]]:
        """Try each option."""
        tries: list[tuple[Answer, State]] = [({}, "unanswered")]
        tries += [({"choice": option.id}, "right" if option.right else "wrong") for option in question.options]
        return tries

    def feedback(self, question: Single) -> Iterable[tuple[str, str]]:
        """Tell the reason of each option."""
        return [(option.id, option.feedback) for option in question.options]


KIND: Kind[Single] = SingleKind()
