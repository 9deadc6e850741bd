"""The learner's copies of the lessons: damaged, outdated, or no longer vouched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.cli.lab import copies, trust
from coursekit.cli.remedies import Damage
from coursekit.places import LESSONS

if TYPE_CHECKING:
    from pathlib import Path

_WHAT = {
    "copied": "is not there yet",
    "replaced": "is older than the lesson",
    "kept earlier": "is older than the lesson, and you changed it",
    "mended": "can't be read",
}


def mend(course: Path, work: Path, *, dry_run: bool) -> list[Damage]:
    """Copy what is missing, damaged or old; sign again what is as we gave it."""
    changes = copies.refresh_all(course, work, dry_run=dry_run)
    renewed = {change.copy for change in changes}
    unsigned = [copy for copy in copies.as_given(work / LESSONS) if not trust.is_signed(copy, work)]
    unsigned = [copy for copy in unsigned if copy not in renewed]
    if not dry_run:
        trust.sign([*renewed, *unsigned], work)
    would = "would be " if dry_run else ""
    found = []
    for change in changes:
        kept = f"; yours {'would be' if dry_run else 'is'} kept as {change.earlier}" if change.earlier else ""
        found.append(Damage(f"{change.copy}: {_WHAT[change.did]}", f"{would}copied from the course{kept}"))
    return found + [Damage(f"{copy}: JupyterLab does not trust it", f"{would}signed again") for copy in unsigned]
