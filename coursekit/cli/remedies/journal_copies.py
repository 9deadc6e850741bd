"""Journals that a sync service left beside the learner's: told, and put together when that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.cli.remedies import Damage
from coursekit.journal.beside import others, placeholders, put_together
from coursekit.journal.journal import NAME
from coursekit.words import count

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal.beside import Beside


_SEE = "see that it can be read, then start this again"
_HOW = "python3 course.py doctor --merge puts it into yours, nothing lost and nothing twice; it is kept beside"


def mend(_course: Path, work: Path, *, dry_run: bool) -> list[Damage]:  # noqa: ARG001 - nothing is done unasked
    """Say what lies beside the journal; whose it is, and whether it is wanted, a person knows."""
    journal = work / NAME
    told = [Damage(_what(each), _SEE if each.trouble else _HOW, mended=False) for each in others(journal)]
    return _away(journal) + told


def merge(_course: Path, work: Path, *, dry_run: bool) -> list[Damage]:
    """Put the journals beside the learner's into it, and keep them in ``work/set-aside``."""
    journal, aside = work / NAME, work / "set-aside"
    found = others(journal)
    ready = [each for each in found if not each.trouble]
    told = _away(journal) + [Damage(_what(each), _SEE, mended=False) for each in found if each.trouble]
    if dry_run:
        return told + [Damage(_what(each), f"would be put into yours, and kept in {aside}") for each in ready]
    if not ready:
        return told
    put_together(journal, [each.path for each in ready], aside)
    return told + [
        Damage(_what(each), f"put into yours; it, and yours as it was, are kept in {aside}") for each in ready
    ]


def _what(each: Beside) -> str:
    return each.trouble or f"{each.path}: has {count(each.more, 'event')} that your journal lacks"


def _away(journal: Path) -> list[Damage]:
    what = "stands for a journal that iCloud has taken off this disk"
    how = "have it fetched (in Finder, click the cloud beside it), then start this again; lost for good: rename it"
    return [Damage(f"{path}: {what}", how, mended=False) for path in placeholders(journal)]
