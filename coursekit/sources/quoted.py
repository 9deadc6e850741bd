"""Quotations in prose: “…” as English sets them, „…“ as German does."""

from __future__ import annotations

import re

_QUOTED = re.compile("“([^“”„]*)”|„([^“”„]*)“")
_CLOSES = {"“": "”", "„": "“"}


def places(text: str, *, empty: bool = False) -> list[tuple[int, int]]:
    """Return where the quoted words of a text begin and end, the marks themselves left out.

    Marks with nothing between them are passed over, or counted, too, where ``empty`` is set.
    """
    found = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]
    return [(start, end) for start, end in found if empty or end > start]


def unpaired(text: str) -> list[tuple[int, int]]:
    """Return where a quotation mark stands alone, in order.

    Returns
    -------
    list of tuple
        ``(at, end)``: for a mark that opens, its place and where the text up to the next one, or all of it, ends; for
        one that closes, ``end`` is ``at``.
    """
    found = []
    opened = -1
    for match in re.finditer("[“”„]", text):
        at, sign = match.start(), match[0]
        if opened >= 0 and sign == _CLOSES[text[opened]]:
            opened = -1
            continue
        if opened >= 0:
            found.append((opened, at))
        opened = at if sign in _CLOSES else -1
        if opened < 0:
            found.append((at, at))
    return [*found, (opened, len(text))] if opened >= 0 else found


def quoted(text: str) -> list[str]:
    """Return the quoted words of a text, in order."""
    return [text[start:end] for start, end in places(text)]
