"""What an answer rests on: words seen in a document, a fact that one was told, or a conclusion of one's own.

Nothing in a question says so by itself; what it asks for does. Who points at words says "it stands there"; who goes by
the card of an outside fact says "so I was told"; whoever chooses, counts, dates or orders without one concludes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coursekit.questions import kind_named

if TYPE_CHECKING:
    from coursekit.questions import Question

Claim = Literal["seen", "told", "inferred"]
CLAIMS: tuple[Claim, ...] = ("seen", "told", "inferred")
WHERE: dict[Claim, str] = {
    "seen": "Where you pointed at words that you saw in a document",
    "told": "Where you went by a fact that a card told you",
    "inferred": "Where you inferred",
}


def claim(question: Question) -> Claim:
    """Return what an answer to a question mainly rests on."""
    if question.card:
        return "told"
    return "seen" if kind_named(question.kind).anchors(question) else "inferred"
