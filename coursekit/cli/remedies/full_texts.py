"""Copies of the documents in ``work/texts`` that can't be read any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.cli.remedies import Damage
from coursekit.errors import CourseError
from coursekit.places import TEXTS
from coursekit.sources import Library
from coursekit.sources.texts import read_copy

if TYPE_CHECKING:
    from pathlib import Path


def mend(course: Path, work: Path, *, dry_run: bool) -> list[Damage]:
    """Move damaged copies aside; the guide is shown meanwhile, and the document can be added again."""
    library = Library(course, work / TEXTS)
    found = []
    for siglum in library.sigla:
        path = library.copy_path(siglum)
        try:
            read_copy(path, library.record(siglum))
        except CourseError as error:
            aside = path.with_suffix(".damaged")
            again = "add your copy again: python3 course.py sources add PATH"
            what = str(error).partition(";")[0]
            if dry_run:
                found.append(Damage(what, f"would be moved to {aside.name}; then {again}"))
                continue
            path.replace(aside)
            found.append(Damage(what, f"moved to {aside.name}; {again}"))
    return found
