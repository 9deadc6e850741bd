"""Lines in the journal that are not events: moved out of the way, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.cli.remedies import Damage
from coursekit.journal import Journal, repair

if TYPE_CHECKING:
    from pathlib import Path


def mend(_course: Path, work: Path, *, dry_run: bool) -> list[Damage]:
    """Set foreign and torn lines aside."""
    path = work / "journal.jsonl"
    if not path.exists():
        return []
    aside = Journal(path).read().set_aside
    if not aside:
        return []
    what = f"{path}: {len(aside)} of its lines can't be read (line {aside[0].line}: {aside[0].reason})"
    if dry_run:
        return [Damage(what, "they would be moved to journal.set-aside.jsonl; the rest is read")]
    done = repair(path)
    if done.set_aside is None:
        return [Damage(what, "they come from a later version of the course and stay; update the course", mended=False)]
    return [Damage(what, f"{done.moved} moved to {done.set_aside}, {done.kept} kept")]
