"""What a course's questions measure: the harder skills often enough, mere memory seldom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.authoring.settings import Wanted
from coursekit.questions.kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.questions import Question

ON_A_CARD = "context"  # a skill that counts only where a dated fact stands with the question


@dataclass(frozen=True)
class Measures:
    """Counts over all questions but predictions and reflections.

    ``skills``: how many are on each; on context only those in which a dated fact on a card changes the reading.
    ``sentences``: the learner writes and sets levels. ``recall``: marked by its author as memory, subtraction or
    spelling and no more.
    """

    skills: dict[str, int]
    sentences: int
    recall: int
    items: int
    wanted: Wanted = field(default_factory=Wanted)

    @classmethod
    def of(cls, questions: Iterable[Question], wanted: Wanted | None = None) -> Measures:
        """Count, to hold it against what a course wants."""
        counted = [question for question in questions if question.purpose in ("quiz", "warm-up")]
        named = [each.skill for each in counted if each.skill and (each.skill != ON_A_CARD or each.card)]
        return cls(
            skills=dict(Counter(named)),
            sentences=sum(kind_named(question.kind).open_ended for question in counted),
            recall=sum(question.recall for question in counted),
            items=len(counted),
            wanted=wanted or Wanted(),
        )

    def _named(self) -> list[tuple[str, int, int]]:
        """Return what is wanted, how much of it there is, and how much is wanted."""
        rows = [(skill, self.skills.get(skill, 0), least) for skill, least in self.wanted.skills.items()]
        return [*rows, ("a sentence of one’s own", self.sentences, self.wanted.sentences)]

    def line(self) -> str:
        """Return the counts in one line of plain text."""
        counts = ", ".join(f"{name} {count} ({least} wanted)" for name, count, least in self._named())
        share = f"{100 * self.recall / self.items:.0f} %" if self.items else "-"
        return f"items on {counts}; mere recall {self.recall} of {self.items} ({share})"

    def faults(self) -> list[str]:
        """Return what a course lacks or has too much of; a short one is not asked for some of everything."""
        short = self.items < self.wanted.sizeable
        found = [
            f"{count} on {name}; at least {least} are wanted"
            for name, count, least in self._named()
            if count < least and not short
        ]
        if self.recall > 1 and self.recall > self.wanted.recall * self.items:
            most = f"at most {self.wanted.recall} may be"
            found.append(f"{self.recall} of {self.items} items are mere recall; {most}")
        return found

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "skills": dict(sorted(self.skills.items())),
            "sentences": self.sentences,
            "recall": self.recall,
            "items": self.items,
        }
