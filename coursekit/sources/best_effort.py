"""Sources as far as they can be read, for a check: one fault in a file must not look like a hundred in others."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.sources.editions import Edition
from coursekit.sources.fingerprints import Fingerprint
from coursekit.sources.given import as_paragraphs, read_pieces
from coursekit.sources.guide import as_paragraph, read_guide
from coursekit.sources.library import Library, Source
from coursekit.sources.record import read_record

if TYPE_CHECKING:
    from coursekit.sources.record import Record


class BestLibrary(Library):
    """The sources of a course; what is faulty in one is left out of it, and told where its file is checked."""

    def record(self, siglum: str) -> Record:
        """Return what can be read of a record; of one that names no paragraphs, those that calendar or text has."""
        with suppress(CourseError):
            return super().record(siglum)
        record = replace(read_record(self._folders.record(siglum))[0], siglum=siglum)
        if record.paragraphs:
            return record
        here = [each.id for each in self._edition(record).paragraphs]
        return replace(record, paragraphs=tuple(Fingerprint(pid, "") for pid in here))

    def source(self, siglum: str) -> Source:
        """Return what can be read of a source."""
        with suppress(CourseError):
            return super().source(siglum)
        record = self.record(siglum)
        return Source(record, self._edition(record), None, whole=self.is_whole(siglum))

    def _edition(self, record: Record) -> Edition:
        if self.is_whole(record.siglum):
            return as_paragraphs(record, read_pieces(self._folders.text(record.siglum), "")[0])
        blocks = read_guide(self._folders.guide(record.siglum))[0]
        return Edition(record.siglum, "guide", tuple(as_paragraph(block) for block in blocks))
