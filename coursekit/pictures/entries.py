"""What the files of pictures share: paragraphs named as ``LOG p15``, and one fault told for each entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.problems import FaultError
from coursekit.authoring.reading import read_table
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table


def passages(entry: Table, key: str) -> tuple[str, ...]:
    """Return the paragraphs an entry names, each as ``LOG p15`` or ``LOG p5-p6``."""
    found = entry.texts(key)
    for reference in found:
        if not REFERENCE.fullmatch(reference):
            raise entry.error(key, f"expected paragraphs as LOG p15, found “{reference}”")
    return found


def check_entries(
    path: Path, name: str, key: str, one: Callable[[Table], object], whole: Callable[[Path, str], object]
) -> list[Problem]:
    """Return the first fault of each entry; of the file as a whole only when the entries have none.

    Parameters
    ----------
    path, name
        The file, and what messages call it.
    key
        What its entries are opened by, as ``node`` for ``[[node]]``.
    one, whole
        Read an entry, and the file; both raise FaultError.
    """
    problems = []
    try:
        for entry in read_table(path, name).tables(key):
            try:
                one(entry)
            except FaultError as fault:
                problems.append(fault.problem)
        if not problems:
            whole(path, name)
    except FaultError as fault:
        problems.append(fault.problem)
    return problems
