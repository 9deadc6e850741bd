"""Say a number, or how sure one is of something, in per cent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.dates.numerals import LONGEST, read_number
from coursekit.questions import Decision
from coursekit.room.items import fields
from coursekit.room.items.base import Item
from coursekit.room.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class _Number(Item):
    """Asks for one number.

    Parameters
    ----------
    prompt, unit
        What is asked, and in what: "%" for a confidence.
    least, most
        What it must lie between; None where there is no bound.
    key, tolerance
        What is right, and how far from it is right still; a key of None means that nobody says.
    """

    prompt: str
    unit: str = ""
    least: float | None = None
    most: float | None = None
    key: float | None = None
    tolerance: float = 0.0

    kind: ClassVar[str] = "number"

    def spec(self) -> dict[str, Any]:
        return self.shown() | {"key": self.key, "tolerance": self.tolerance}

    def shown(self) -> dict[str, Any]:
        common = {"kind": self.kind, "prompt": self.prompt, "unit": self.unit}
        return common | {"least": self.least, "most": self.most}

    def read(self, answer: dict[str, Any]) -> dict[str, Any]:
        given = answer.get("number")
        if isinstance(given, str):
            given = _typed(given)
        value = fields.number({"number": given}, "number")
        if value is None:
            raise RefusedError("Write a number")
        if (self.least is not None and value < self.least) or (self.most is not None and value > self.most):
            raise RefusedError(f"Write a number {self._bounds()}")
        return {"number": value}

    def number(self, answer: dict[str, Any]) -> float | None:
        return float(answer["number"])

    def decisions(self, answer: dict[str, Any]) -> Mapping[str, Decision]:
        said = f"{answer['number']:g} {self.unit}".strip()
        return {"": Decision("", said, self.share(answer) == 1)}

    def share(self, answer: dict[str, Any]) -> float | None:
        return None if self.key is None else float(abs(answer["number"] - self.key) <= self.tolerance)

    def _bounds(self) -> str:
        if self.most is None:
            return f"from {self.least:g} up"
        return f"up to {self.most:g}" if self.least is None else f"from {self.least:g} to {self.most:g}"


def load_number(spec: Mapping[str, Any]) -> Item:
    """Read one. Raises RefusedError when a part is missing or out of bounds."""
    prompt = fields.words(spec, "prompt", fields.LONGEST_PROMPT)
    least, most = fields.number(spec, "least"), fields.number(spec, "most")
    if least is not None and most is not None and least >= most:
        raise RefusedError("most: expected more than the least number")
    unit = fields.words(spec, "unit", fields.LONGEST_UNIT, "")
    tolerance = abs(fields.number(spec, "tolerance", 0.0) or 0.0)
    return _Number(prompt, unit, least, most, fields.number(spec, "key"), tolerance)


def _typed(text: str) -> float:
    reading = read_number(text.strip()) if len(text) <= LONGEST else "Write a shorter number"
    if isinstance(reading, str):
        raise RefusedError(reading or "Write a number")
    return float(reading.values[0])
