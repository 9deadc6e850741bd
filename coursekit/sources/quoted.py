"""Quotations in prose: “…” as English sets them, „…“ as German does."""

from __future__ import annotations

import re

_QUOTED = re.compile("“([^“”]+)”|„([^“”„]+)“")


def places(text: str) -> list[tuple[int, int]]:
    """Return where the quoted words of a text begin and end, the marks themselves left out."""
    return [found.span(found.lastindex or 0) for found in _QUOTED.finditer(text)]


def quoted(text: str) -> list[str]:
    """Return the quoted words of a text, in order."""
    return [text[start:end] for start, end in places(text)]
