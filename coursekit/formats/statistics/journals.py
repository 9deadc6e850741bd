"""Journals as a class hands them over: bare, in files of work, in folders and in archives of all of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.folders import walk
from coursekit.journal.carrying import events_in, journal_in
from coursekit.marking import archive
from coursekit.marking.finding import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coursekit.journal import Event

_JOURNAL, _ARCHIVE = ".jsonl", ".zip"


class Journals:
    """The events of every journal that stands in some files and folders, one journal after the other.

    Parameters
    ----------
    paths
        Journals, files of work, archives, and folders of them. What is none of these is no journal's, and is not
        looked at: hand-ins may stand beside them.

    Attributes
    ----------
    passed
        How many files were passed over so far: journals and archives that could not be read.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.passed = 0

    def __iter__(self) -> Iterator[Sequence[Event]]:
        """Yield the events of each."""
        for path in self._paths:
            every = walk(path, DEEPEST, lambda _: False, by_name=True) if path.is_dir() else ()
            for each in [found.path for found in every if found.sort == "file"] if path.is_dir() else [path]:
                suffix = each.suffix.lower()
                if suffix in (_JOURNAL, _ARCHIVE):
                    yield from self._of(each, archived=suffix == _ARCHIVE)

    def _of(self, path: Path, *, archived: bool) -> Iterator[Sequence[Event]]:
        try:
            yield journal_in(path)
        except CourseError:  # an archive of them, perhaps
            if archived:
                yield from self._inside(path)
            else:
                self.passed += 1

    def _inside(self, path: Path) -> Iterator[Sequence[Event]]:
        """Yield those of an archive; a file of work in it is an archive, too, and its journal is found there."""
        try:
            with path.open("rb") as file:
                for found in archive.members(file, path.name):
                    name = found.name.lower()
                    if found.raw is None:
                        self.passed += name.endswith((_JOURNAL, _ARCHIVE))
                    elif name.endswith(_JOURNAL):
                        yield events_in(found.raw)
        except (OSError, CourseError):
            self.passed += 1
