"""What a course's questions measure: the harder skills often enough, mere memory seldom."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from coursekit.questions.kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.questions import Question

LEAST = 6  # items on each of the harder skills
WHOLE = 60  # items; a shorter course can't be asked for six of everything
MOST_RECALL = 1 / 6


@dataclass(frozen=True)
class Measures:
    """Counts over all questions but predictions and reflections.

    ``context``: a dated fact on a card changes the reading. ``sentences``: the learner writes and sets levels.
    ``recall``: marked by its author as memory, subtraction or spelling and no more.
    """

    context: int
    silence: int
    audience: int
    sentences: int
    recall: int
    items: int

    @classmethod
    def of(cls, questions: Iterable[Question]) -> Measures:
        """Count."""
        counted = [question for question in questions if question.purpose in ("quiz", "warm-up")]
        return cls(
            context=sum(question.skill == "context" and bool(question.card) for question in counted),
            silence=sum(question.skill == "silence" for question in counted),
            audience=sum(question.skill == "audience" for question in counted),
            sentences=sum(kind_named(question.kind).open_ended for question in counted),
            recall=sum(question.recall for question in counted),
            items=len(counted),
        )

    @property
    def wanted(self) -> dict[str, int]:
        """The counts of which a whole course wants some."""
        return {
            "context": self.context,
            "silence": self.silence,
            "audience": self.audience,
            "a sentence of one's own": self.sentences,
        }

    def line(self) -> str:
        """Return the counts in one line of plain text."""
        counts = ", ".join(f"{name} {count}" for name, count in self.wanted.items())
        share = f"{100 * self.recall / self.items:.0f} %" if self.items else "-"
        return f"items on {counts} ({LEAST} of each wanted); mere recall {self.recall} of {self.items} ({share})"

    def faults(self) -> list[str]:
        """Return what a course lacks or has too much of."""
        short = self.items < WHOLE
        found = [
            f"{count} on {name}; at least {LEAST} are wanted"
            for name, count in self.wanted.items()
            if count < LEAST and not short
        ]
        if self.recall > max(1.0, MOST_RECALL * self.items):
            found.append(f"{self.recall} of {self.items} items are mere recall; at most one in six may be")
        return found

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return asdict(self)
