"""Put into order.

Marking: each pair that stands next to each other in the right order, and stands so in the answer too,
counts one; the share is pairs kept of pairs there are. A block moved as a whole so loses little.
Feedback: the slips an author foresaw (two items the wrong way round), then the right order and its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coursekit.questions.answers import ids_problem
from coursekit.questions.base import Answer, Choice, Mark, Question, State, key_note, note, scored, unanswered
from coursekit.questions.kind import Kind
from coursekit.questions.options import load_choices
from coursekit.questions.page import hint, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts


@dataclass(frozen=True)
class Slip:
    """A foreseen mistake: ``before`` was put before ``after``, where it belongs behind it."""

    before: str
    after: str
    feedback: str
    misconception: str = ""


@dataclass(frozen=True, kw_only=True)
class Order(Question):
    """Items in their right order."""

    items: tuple[Choice, ...]
    feedback: str
    wrong_feedback: str
    slips: tuple[Slip, ...]

    @property
    def ids(self) -> list[str]:
        """The right order."""
        return [item.id for item in self.items]

    @property
    def shuffled(self) -> list[Choice]:
        """The items as they are shown: always the same for one question, never already right."""
        mixed = sorted(self.items, key=lambda item: sha256(f"{self.id} {item.id}".encode()).digest())
        return mixed if [item.id for item in mixed] != self.ids else [*mixed[1:], mixed[0]]


class _Order(Kind[Order]):
    takes_ground = True
    plain_key = "order"

    def load(self, table: Table, common: Mapping[str, Any]) -> Order:
        items = load_choices(table, "item")
        places = {item.id: place for place, item in enumerate(items)}
        return Order(
            **common,
            items=items,
            feedback=table.text("feedback"),
            wrong_feedback=table.text("wrong_feedback"),
            slips=tuple(_slip(entry, places) for entry in table.tables("slip")),
        )

    def problem(self, question: Order, answer: Answer) -> str | None:
        order = answer.get("order")
        return None if order is None else ids_problem(order, tuple(question.ids), "item")

    def mark(self, question: Order, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        order = answer.get("order") or []
        if not order:
            return unanswered(question)
        share = _kept(question, order)
        if share == 1:
            return scored(question, 1, [note("whole", "right", question.feedback, *question.rests_on)])
        place = {item: at for at, item in enumerate(order)}
        notes = [
            note(slip.before, "wrong", slip.feedback, misconception=slip.misconception)
            for slip in question.slips
            if slip.before in place and slip.after in place and place[slip.before] < place[slip.after]
        ]
        said = note("whole", "partly" if share else "wrong", question.wrong_feedback)
        right = key_note("order", " → ".join(item.text for item in question.items))
        return scored(question, share, [*notes, said, right, key_note("whole", question.feedback, *question.rests_on)])

    def view(self, question: Order, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {"items": [item.view() for item in question.shuffled]}

    def body(self, question: Order, answer: Answer) -> Iterable[Safe]:
        words = {item.id: item for item in question.items}
        given = [words[item] for item in answer.get("order") or []]
        if given:
            return [hint("Your order:"), listed(given, kind="ol")]
        return [hint("Put in order:"), listed(question.shuffled)]

    def labels(self, question: Order, answer: Answer) -> Mapping[str, str]:  # noqa: ARG002
        return {item.id: item.text for item in question.items}

    def typical(self, question: Order) -> list[tuple[Answer, State]]:
        right = question.ids
        turned = [*right[1:], right[0]]
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"order": []}, "unanswered")]
        tries += [({"order": right}, "right"), ({"order": right[::-1]}, "wrong")]
        tries.append(({"order": turned}, "partly" if len(right) > 2 else "wrong"))  # noqa: PLR2004
        for slip in question.slips:
            swapped = [{slip.before: slip.after, slip.after: slip.before}.get(item, item) for item in right]
            tries.append(({"order": swapped}, "partly" if _kept(question, swapped) else "wrong"))
        return tries

    def feedback(self, question: Order) -> Iterable[tuple[str, str]]:
        slips = [(slip.before, slip.feedback) for slip in question.slips]
        return [("whole", question.feedback), ("whole", question.wrong_feedback), *slips]


def _kept(question: Order, order: list[str]) -> float:
    """Return the share of neighbouring pairs that the answer keeps."""
    right = set(pairwise(question.ids))
    return len(right & set(pairwise(order))) / len(right)


def _slip(entry: Table, places: dict[str, int]) -> Slip:
    slip = Slip(entry.text("before"), entry.text("after"), entry.text("feedback"), entry.text("misconception", ""))
    for key, item in (("before", slip.before), ("after", slip.after)):
        if item not in places:
            raise entry.error(key, f"expected the id of an item, found “{item}”")
    if places[slip.before] <= places[slip.after]:
        raise entry.error("before", f"expected a mistake, but {slip.before} does stand before {slip.after}")
    entry.done()
    return slip


KIND: Kind[Order] = _Order()
