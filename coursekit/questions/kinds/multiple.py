"""Multiple choice: tick all that are right.

Marking: (right ones ticked - wrong ones ticked) / right ones there are, never below 0. So ticking
everything earns less than knowing one. Feedback: for each option ticked, and for the right ones missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions.answers import ids_problem
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
class Multiple(Question):
    """Some of several options are right."""

    options: tuple[Option, ...]


class _Multiple(Kind[Multiple]):
    takes_ground = chosen = True
    plain_key = "choices"

    def load(self, table: Table, common: Mapping[str, Any]) -> Multiple:
        options = load_options(table)
        if not any(option.right for option in options) or all(option.right for option in options):
            raise table.error("option", "expected at least one option with right = true and one without")
        return Multiple(**common, options=options)

    def problem(self, question: Multiple, answer: Answer) -> str | None:
        choices = answer.get("choices")
        return None if choices is None else ids_problem(choices, tuple(o.id for o in question.options), "option")

    def mark(self, question: Multiple, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        chosen = set(answer.get("choices") or [])
        if not chosen:
            return unanswered(question)
        right = {option.id for option in question.options if option.right}
        notes = []
        for option in question.options:
            if option.right and option.id not in chosen:
                notes.append(key_note(option.id, option.feedback, *question.rests_on))
            elif option.right:
                notes.append(note(option.id, "right", option.feedback, *question.rests_on))
            elif option.id in chosen:
                notes.append(note(option.id, "wrong", option.feedback, misconception=option.misconception))
        return scored(question, (len(chosen & right) - len(chosen - right)) / len(right), notes)

    def view(self, question: Multiple, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {"options": [option.view() for option in question.options]}

    def body(self, question: Multiple, answer: Answer) -> Iterable[Safe]:
        return [listed(question.options, answer.get("choices") or [])]

    def labels(self, question: Multiple, answer: Answer) -> Mapping[str, str]:
        chosen = answer.get("choices") or []
        return {o.id: o.text + ("" if o.id in chosen else " (not chosen)") for o in question.options}

    def decisions(self, question: Multiple, answer: Answer) -> Mapping[str, Decision]:
        chosen = answer.get("choices") or []
        if not chosen:
            return {}
        return {
            o.id: Decision(o.text, "chosen" if o.id in chosen else "not chosen", o.right == (o.id in chosen))
            for o in question.options
        }

    def typical(self, question: Multiple) -> list[tuple[Answer, State]]:
        right = [option.id for option in question.options if option.right]
        wrong = [option.id for option in question.options if not option.right]
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"choices": []}, "unanswered")]
        tries.append(({"choices": right}, "right"))
        tries += [({"choices": [option]}, "wrong") for option in wrong]
        tries += [({"choices": [option]}, "partly") for option in right if len(right) > 1]
        tries.append(({"choices": [*right, *wrong]}, "partly" if len(right) > len(wrong) else "wrong"))
        return tries

    def feedback(self, question: Multiple) -> Iterable[tuple[str, str]]:
        return [(option.id, option.feedback) for option in question.options]


KIND: Kind[Multiple] = _Multiple()
