"""Reading options, items, cards: whatever is a list of things with an id and words."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from coursekit.questions.base import Choice, Option

if TYPE_CHECKING:
    from coursekit.authoring.table import Table

MOST = 26  # as many as there are letters
MOST_ID = 40


def load_options(table: Table) -> tuple[Option, ...]:
    """Read ``[[question.option]]``: each with words and feedback, at least two."""
    entries = table.tables("option", least=2)
    read = []
    for entry, option_id in zip(entries, ids(table, "option", entries), strict=True):
        read.append(
            Option(
                option_id,
                entry.text("text"),
                right=entry.flag("right"),
                feedback=entry.text("feedback"),
                misconception=entry.text("misconception", ""),
            )
        )
        entry.done()
    return tuple(read)


def load_choices(table: Table, key: str, *, least: int = 2) -> tuple[Choice, ...]:
    """Read plain entries of id and text."""
    entries = table.tables(key, least=least)
    read = []
    for entry, choice_id in zip(entries, ids(table, key, entries), strict=True):
        read.append(Choice(choice_id, entry.text("text")))
        entry.done()
    return tuple(read)


def ids(table: Table, key: str, entries: list[Table]) -> list[str]:
    """Return the entries' ids: as written, else a, b, c by their place. Raises CourseError for one used twice."""
    if len(entries) > MOST:
        raise table.error(key, f"expected at most {MOST} entries, found {len(entries)}")
    found: list[str] = []
    for entry, letter in zip(entries, string.ascii_lowercase, strict=False):
        entry_id = entry.text("id", letter, most=MOST_ID)
        if entry_id in found:
            raise entry.error("id", f"expected an id used once here, found “{entry_id}” twice")
        found.append(entry_id)
    return found
