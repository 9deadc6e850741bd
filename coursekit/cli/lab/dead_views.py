"""Take the views of widgets whose kernels have ended out of a learner's copies.

JupyterLab saves which widget stood below a cell. Opened again, before the cell has run, it looks for that widget,
finds none, and complains of each in the browser's console. What was answered is in the journal; the static twins stay.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.cli.lab import trust
from coursekit.cli.lab.copies import VIEW, write_json
from coursekit.places import EXERCISES, LESSONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 50_000_000  # bytes of a notebook that is looked through; a lesson has less than a hundredth of it


def drop(work: Path) -> list[Path]:
    """Take dead views out of all copies, and return those that had any. Not while JupyterLab runs on them.

    A copy that JupyterLab trusted is signed anew; no other is. One that cannot be read or written stays as it is.
    """
    changed = []
    for copy in _copies(work):
        try:
            raw = copy.read_bytes() if copy.stat().st_size <= LARGEST else b""
            if VIEW.encode() not in raw:
                continue
            notebook: dict[str, Any] = json.loads(raw)
            if not _drop_from(notebook["cells"]):
                continue
            trusted = trust.is_signed(copy, work)
            write_json(copy, notebook)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        if trusted:
            trust.sign([copy], work)
        changed.append(copy)
    return changed


def _drop_from(cells: list[dict[str, Any]]) -> bool:
    """Take the views out of cells, and tell whether there were any."""
    had = False
    for cell in cells:
        outputs = cell.get("outputs", [])
        kept = [output for output in outputs if VIEW not in output.get("data", {})]
        if len(kept) < len(outputs):
            cell["outputs"] = kept
            had = True
    return had


def _copies(work: Path) -> Iterator[Path]:
    yield from sorted((work / LESSONS).glob("*.ipynb"))
    yield from sorted((work / EXERCISES).glob("*/*.ipynb"))
