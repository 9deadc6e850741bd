"""The table of ``sources/README.md``: a row for each source, under a header that begins with ``| Siglum |``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.sources.record import SIGLUM

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = re.compile(r"\|\s*Siglum\s*\|")
_ROW = re.compile(rf"\|[ \t]*({SIGLUM.pattern})[ \t]*\|")


def extent(lines: Sequence[str]) -> range:
    """Return the lines of the table by their index, from its header on; none where there is no such table."""
    head = next((n for n, line in enumerate(lines) if _HEAD.match(line)), len(lines))
    end = head
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return range(head, end)


def listed(lines: Sequence[str]) -> dict[str, int]:
    """Return the sigla that have a row, each with the number of its line."""
    rows = ((n, _ROW.match(lines[n])) for n in extent(lines))
    return {row[1]: n + 1 for n, row in rows if row}
