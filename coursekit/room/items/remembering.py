"""An item that remembers what it said of an answer: many people answer alike, and all are counted again and again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from coursekit.room.items.base import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coursekit.questions import Decision
    from coursekit.room.items.base import Reason
    from coursekit.room.items.passages import Expert
    from coursekit.spans import Span
    from coursekit.spans.texts import ParagraphText

Said = TypeVar("Said")
MOST = 20_000  # answers remembered of each kind; then from the start again


class _Remembering(Item):
    def __init__(self, item: Item, over: Sequence[ParagraphText] | None = None) -> None:
        self._item = item
        self._over = over
        self._known: dict[str, dict[str, Any]] = {}

    def spec(self) -> dict[str, Any]:
        return self._item.spec()

    def shown(self) -> dict[str, Any]:
        return self._item.shown()

    def read(self, answer: dict[str, Any]) -> dict[str, Any]:
        return self._item.read(answer)

    def decisions(self, answer: dict[str, Any]) -> Mapping[str, Decision]:
        return self._once("decisions", self._item.decisions, answer)

    def spans(self, answer: dict[str, Any]) -> Sequence[Span]:
        return self._once("spans", self._item.spans, answer)

    def number(self, answer: dict[str, Any]) -> float | None:
        return self._item.number(answer)

    def share(self, answer: dict[str, Any]) -> float | None:
        return self._once("share", self._item.share, answer)

    def touched(self, answer: dict[str, Any]) -> Sequence[bool]:
        return self._once("touched", self._item.touched, answer)

    def offered(self) -> Mapping[str, str]:
        return self._item.offered()

    def reasons(self) -> Sequence[Reason]:
        return self._item.reasons()

    def paragraphs(self) -> Sequence[ParagraphText]:
        return self._item.paragraphs() if self._over is None else self._over

    def source(self) -> str:
        return self._item.source()

    def expert(self) -> Sequence[Expert]:
        return self._item.expert()

    def _once(self, what: str, say: Callable[[dict[str, Any]], Said], answer: dict[str, Any]) -> Said:
        known = self._known.setdefault(what, {})
        key = json.dumps(answer)
        if key not in known:
            if len(known) >= MOST:
                known.clear()
            known[key] = say(answer)
        found: Said = known[key]
        return found


def remembering(item: Item, over: Sequence[ParagraphText] | None = None) -> Item:
    """Return the same item, which marks each answer once; ``over`` are the paragraphs that people had before them."""
    return _Remembering(item, over)
