"""The course's list of misconceptions, whose codes wrong options, cards and near misses carry."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIELD = "misconception"


@dataclass(frozen=True)
class Misconception:
    """One of them: its code, the mistake as somebody would say it, and what to ask instead."""

    id: str
    name: str
    instead: str


def load_misconceptions(path: Path, name: str = "") -> dict[str, Misconception]:
    """Read ``misconceptions.toml``; a course without a list has none.

    Parameters
    ----------
    path
        The file.
    name
        What messages call it.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    if not path.exists():
        return {}
    table = read_table(path, name)
    found: dict[str, Misconception] = {}
    for entry in table.tables("misconception", least=1):
        each = Misconception(entry.phrase("id"), entry.phrase("name"), entry.phrase("instead"))
        if each.id in found:
            raise entry.error("id", f"expected a code used once here, found “{each.id}” twice")
        entry.done()
        found[each.id] = each
    table.done()
    return found


def codes(part: object) -> Iterator[str]:
    """Yield the codes that a question carries anywhere in it, in their order, each as often as it stands there."""
    if isinstance(part, tuple | list):
        for each in part:
            yield from codes(each)
    elif is_dataclass(part):
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name == _FIELD and isinstance(value, str):
                yield from [value] * bool(value)
            else:
                yield from codes(value)
