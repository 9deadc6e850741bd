"""Which texts wait for a prediction.

A lesson shows a text behind a gate with ``read(…, after=…)``. The gate holds wherever else the lesson shows the same
paragraphs: in a question that points into them, in a task. It knows the texts that a lesson has laid out so far; a
lesson lays its texts out before anybody can ask for one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LOCKED = "This text opens when you have written down what you expect; the question is in the lesson."


@dataclass
class Gates:
    """The texts laid out, by source: which paragraphs, and the prediction they wait for (``""``: none)."""

    _laid_out: dict[str, dict[frozenset[str], str]] = field(default_factory=dict)

    def add(self, siglum: str, paragraphs: Collection[str], after: str) -> None:
        """Note that a lesson lays out paragraphs of a source."""
        self._laid_out.setdefault(siglum, {})[frozenset(paragraphs)] = after

    def before(self, siglum: str, paragraphs: Collection[str]) -> set[str]:
        """Return the predictions that some of these paragraphs wait for; what is laid out openly waits for none."""
        there = self._laid_out.get(siglum, {})
        free = {each for shown, after in there.items() if not after for each in shown}
        waiting = set(paragraphs) - free
        return {after for shown, after in there.items() if after and shown & waiting}
