"""Choose one of some options: a vote of the teaching notes, or one made on the spot."""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.questions import Decision
from coursekit.room.items import fields
from coursekit.room.items.base import Item, Reason
from coursekit.room.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEWEST, MOST = 2, 10


@dataclass(frozen=True)
class _Choice(Item):
    """A question with options, each with its letter.

    Parameters
    ----------
    prompt, options
        What is asked; letter -> words, in order.
    right
        The letters that are right; none where there is no key.
    rider
        What everybody is asked besides, out loud.
    confidence
        Whether one also says how sure one is.
    reasons_given
        Letter -> why it is right or not.
    """

    prompt: str
    options: Mapping[str, str]
    right: frozenset[str] = frozenset()
    rider: str = ""
    confidence: bool = False
    reasons_given: Mapping[str, str] = field(default_factory=dict)

    kind: ClassVar[str] = "choice"

    def spec(self) -> dict[str, Any]:
        options = [
            {"text": words}
            | ({"right": True} if letter in self.right else {})
            | ({"reason": self.reasons_given[letter]} if letter in self.reasons_given else {})
            for letter, words in self.options.items()
        ]
        return {"kind": self.kind, "prompt": self.prompt, "rider": self.rider, "options": options} | {
            fields.SURE: self.confidence
        }

    def shown(self) -> dict[str, Any]:
        options = [{"id": letter, "text": words} for letter, words in self.options.items()]
        common = {"kind": self.kind, "prompt": self.prompt, "rider": self.rider, fields.SURE: self.confidence}
        return common | {"options": options}

    def read(self, answer: dict[str, Any]) -> dict[str, Any]:
        choice = answer.get("choice")
        if not isinstance(choice, str) or choice not in self.options:
            raise RefusedError("Choose one of the options")
        return {"choice": choice} | fields.rider(answer, asked=self.confidence)

    def decisions(self, answer: dict[str, Any]) -> Mapping[str, Decision]:
        letter = answer["choice"]
        return {"": Decision("", self.options[letter], letter in self.right)}

    def share(self, answer: dict[str, Any]) -> float | None:
        return float(answer["choice"] in self.right) if self.right else None

    def offered(self) -> Mapping[str, str]:
        return self.options

    def reasons(self) -> Sequence[Reason]:
        known = bool(self.right)
        return [
            Reason(words, self.reasons_given.get(letter, ""), letter in self.right if known else None)
            for letter, words in self.options.items()
            if known or letter in self.reasons_given
        ]


def load_choice(spec: Mapping[str, Any]) -> Item:
    """Read one. Raises RefusedError when a part is missing or out of bounds."""
    given = spec.get("options")
    if not isinstance(given, list) or not FEWEST <= len(given) <= MOST:
        raise RefusedError(f"options: write {FEWEST} to {MOST} of them")
    options: dict[str, str] = {}
    right: set[str] = set()
    why: dict[str, str] = {}
    for each, letter in zip(given, string.ascii_lowercase, strict=False):
        option = {"text": each} if isinstance(each, str) else each
        if not isinstance(option, dict):
            raise RefusedError(f"option {letter}: write some words")
        options[letter] = fields.words(option, "text", fields.LONGEST_OPTION)
        if fields.flag(option, "right"):
            right.add(letter)
        if reason := fields.words(option, "reason", fields.LONGEST_PROMPT, ""):
            why[letter] = reason
    if len(set(options.values())) < len(options):
        raise RefusedError("options: two of them say the same; write another")
    prompt = fields.words(spec, "prompt", fields.LONGEST_PROMPT)
    rider = fields.words(spec, "rider", fields.LONGEST_PROMPT, "")
    return _Choice(prompt, options, frozenset(right), rider, fields.flag(spec, fields.SURE), why)
