"""What matching and classifying share: cards, and the boxes each of them may go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.html import join, prose, tag
from coursekit.questions.base import (
    Answer,
    Choice,
    Decision,
    Mark,
    Note,
    Question,
    State,
    counted_out,
    key_note,
    note,
    scored,
    unanswered,
)
from coursekit.questions.kind import Kind
from coursekit.questions.options import ids, load_choices
from coursekit.questions.page import hint, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts

OPEN = "Not answered."


@dataclass(frozen=True)
class Slip:
    """A foreseen mistake: a card put into this box."""

    box: str
    feedback: str
    misconception: str = ""


@dataclass(frozen=True)
class Card(Choice):
    """A card, the boxes it may go to, and why; ``misconception`` is what putting it elsewhere mostly shows."""

    boxes: tuple[str, ...] = ()
    feedback: str = ""
    slips: tuple[Slip, ...] = ()
    misconception: str = ""


@dataclass(frozen=True, kw_only=True)
class Pairing(Question):
    """Cards to be put into boxes."""

    cards: tuple[Card, ...]
    boxes: tuple[Choice, ...]


@dataclass(frozen=True)
class PairingKind(Kind[Pairing]):
    """The kind, given what its two sides are called.

    Parameters
    ----------
    answer
        Key of the answer: card id -> box id.
    cards, boxes
        Keys of the two sides in a quiz file; a card names its boxes under the second.
    view_keys
        The same in what the front end gets.
    """

    answer: str
    cards: str
    boxes: str
    view_keys: tuple[str, str]

    takes_ground: ClassVar[bool] = True

    @property
    def plain_key(self) -> str:  # type: ignore[override]
        """A plain value is the table of card to box."""
        return self.answer

    def load(self, table: Table, common: Mapping[str, Any]) -> Pairing:
        """Read both sides."""
        boxes = load_choices(table, self.boxes)
        entries = table.tables(self.cards, least=2)
        named = zip(ids(table, self.cards, entries), entries, strict=True)
        known = tuple(box.id for box in boxes)
        return Pairing(**common, boxes=boxes, cards=tuple(self._card(entry, name, known) for name, entry in named))

    def problem(self, question: Pairing, answer: Answer) -> str | None:
        """Say whether it is a table of card to box."""
        given = answer.get(self.answer)
        if given is None:
            return None
        if not isinstance(given, dict) or not all(box is None or isinstance(box, str) for box in given.values()):
            return "The answer should say for each card where it goes."
        cards, boxes = {card.id for card in question.cards}, {box.id for box in question.boxes}
        known = set(given) <= cards and {box for box in given.values() if box} <= boxes
        return None if known else "The answer names something that this question does not have."

    def mark(self, question: Pairing, answer: Answer, texts: Texts | None = None) -> Mark:  # noqa: ARG002
        """Mark card by card."""
        given = _given(answer, self.answer)
        if not given:
            return unanswered(question)
        right = sum(given.get(card.id) in card.boxes for card in question.cards)
        notes = [told for card in question.cards for told in _notes(question, card, given.get(card.id))]
        blank = sum(card.id not in given for card in question.cards)
        return counted_out(scored(question, right / len(question.cards), notes), right, blank, len(question.cards))

    def view(self, question: Pairing, shelf: Shelf | None = None) -> dict[str, Any]:  # noqa: ARG002
        """Return both sides, unconnected."""
        cards, boxes = self.view_keys
        return {cards: [card.view() for card in question.cards], boxes: [box.view() for box in question.boxes]}

    def body(self, question: Pairing, answer: Answer) -> Iterable[Safe]:
        """Return both lists, each card with the box it was given."""
        words = {box.id: box.text for box in question.boxes}
        given = _given(answer, self.answer)
        rows = [
            tag(
                "li",
                prose(card.text),
                tag("strong", join(" → ", prose(words[given[card.id]]))) if card.id in given else "",
            )
            for card in question.cards
        ]
        return [tag("ul", *rows, class_="ck-options"), hint("Each goes to one of these:"), listed(question.boxes)]

    def labels(self, question: Pairing, answer: Answer) -> Mapping[str, str]:  # noqa: ARG002
        """Return each card's words."""
        return {card.id: card.text for card in question.cards}

    def decisions(self, question: Pairing, answer: Answer) -> Mapping[str, Decision]:
        """Return where each card was put."""
        words = {box.id: box.text for box in question.boxes}
        given = _given(answer, self.answer)
        cards = [card for card in question.cards if card.id in given]
        return {c.id: Decision(c.text, words[given[c.id]], given[c.id] in c.boxes) for c in cards}

    def typical(self, question: Pairing) -> list[tuple[Answer, State]]:
        """Return blank, all right, all wrong, only one right, and each foreseen slip."""
        right = {card.id: card.boxes[0] for card in question.cards}
        wrong = {card.id: self._wrong(question, card) for card in question.cards}
        first = question.cards[0].id
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({self.answer: {}}, "unanswered")]
        tries += [({self.answer: {first: ""}}, "unanswered"), ({self.answer: right}, "right")]
        tries += [({self.answer: wrong}, "wrong"), ({self.answer: {first: right[first]}}, "partly")]
        tries += [({self.answer: right | {c.id: slip.box}}, "partly") for c in question.cards for slip in c.slips]
        return tries

    def feedback(self, question: Pairing) -> Iterable[tuple[str, str]]:
        """Return each card's reason and its slips."""
        slips = [(card.id, slip.feedback) for card in question.cards for slip in card.slips]
        return [*((card.id, card.feedback) for card in question.cards), *slips]

    def _wrong(self, question: Pairing, card: Card) -> str:
        return next(box.id for box in question.boxes if box.id not in card.boxes)

    def _card(self, entry: Table, name: str, known: tuple[str, ...]) -> Card:
        boxes = entry.texts(self.boxes, required=True)
        strange = [box for box in boxes if box not in known]
        if strange or set(boxes) == set(known):
            what = f"expected ids of [[question.{self.boxes}]] entries, but not all of them"
            raise entry.error(self.boxes, f"{what}; found “{', '.join(strange or boxes)}”")
        slips = tuple(self._slip(slip, boxes, known) for slip in entry.tables("slip"))
        code = entry.text("misconception", "")
        card = Card(name, entry.text("text"), boxes, entry.text("feedback"), slips, code)
        entry.done()
        return card

    def _slip(self, entry: Table, right: tuple[str, ...], known: tuple[str, ...]) -> Slip:
        slip = Slip(entry.one_of(self.boxes, known), entry.text("feedback"), entry.text("misconception", ""))
        if slip.box in right:
            raise entry.error(self.boxes, f"expected a mistake, but {slip.box} is right here")
        entry.done()
        return slip


def _given(answer: Answer, key: str) -> dict[str, str]:
    return {card: box for card, box in (answer.get(key) or {}).items() if box}


def _notes(question: Pairing, card: Card, box: str | None) -> list[Note]:
    if box is None:
        return [Note(card.id, "note", OPEN)]
    if box in card.boxes:
        return [note(card.id, "right", card.feedback)]
    slip = next((slip for slip in card.slips if slip.box == box), Slip(box, ""))
    words = " or ".join(each.text for each in question.boxes if each.id in card.boxes)
    wrong = note(card.id, "wrong", slip.feedback, misconception=slip.misconception or card.misconception)
    return [wrong, key_note(card.id, f"Better: {words.rstrip('.')}. {card.feedback}")]
