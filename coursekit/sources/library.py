"""The sources of a course, and beside each guide the learner's own full text where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.places import TEXTS, Folders, work_dir
from coursekit.sources.given import load_text
from coursekit.sources.guide import load_guide
from coursekit.sources.record import SIGLUM, load_record
from coursekit.sources.texts import copy_edition, read_copy

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.editions import Edition
    from coursekit.sources.record import Record


@dataclass(frozen=True)
class Source:
    """Record and guide of a source, and the learner's full text or None.

    ``trouble`` says in one line why a full text that lies in ``work/`` cannot be shown. ``whole`` is whether the guide
    is the text itself, which may be given away; then no copy is asked for.
    """

    record: Record
    guide: Edition
    text: Edition | None
    trouble: str = ""
    whole: bool = False


class Library:
    """All sources under ``root/sources``, each read when it is first asked for.

    Parameters
    ----------
    root
        The course's folder.
    texts
        Where the learner's copies are; ``texts`` in the learner's folder if it is not given.
    """

    def __init__(self, root: Path, texts: Path | None = None) -> None:
        self.root = root
        self._texts = texts
        self._read: dict[str, tuple[float, Source]] = {}
        self._folders = Folders(root)
        folder = self._folders.sources
        names = [each.name for each in folder.iterdir() if each.is_dir()] if folder.is_dir() else []
        self.sigla: tuple[str, ...] = tuple(sorted(name for name in names if SIGLUM.fullmatch(name)))

    @property
    def texts(self) -> Path:
        """The folder of the learner's copies."""
        if self._texts is None:
            self._texts = work_dir() / TEXTS
        return self._texts

    def copy_path(self, siglum: str) -> Path:
        """Where the learner's copy of a source is kept."""
        return self.texts / f"{siglum}.json"

    def folder(self, siglum: str) -> Path:
        """Return the folder of a source.

        Raises
        ------
        CourseError
            When there is no such source.
        """
        if siglum not in self.sigla:
            raise CourseError(f"{siglum}: no such source; this course has {', '.join(self.sigla) or 'none'}")
        return self._folders.sources / siglum

    def record(self, siglum: str) -> Record:
        """Return the record alone."""
        self.folder(siglum)
        return load_record(*self._folders.named(self._folders.record(siglum)))

    def source(self, siglum: str) -> Source:
        """Return a source; a full text that was added since is seen.

        Raises
        ------
        CourseError
            When record, guide or text are faulty: ``file:line: what was expected``.
        """
        path = self.copy_path(siglum)
        stamp = path.stat().st_mtime_ns if path.exists() else 0
        if siglum in self._read and self._read[siglum][0] == stamp:
            return self._read[siglum][1]
        record = self.record(siglum)
        file, name = self._folders.named(self._folders.text(siglum))
        if file.is_file():
            source = Source(record, load_text(file, record, name), None, whole=True)
        else:
            source = self._with_copy(record)
        self._read[siglum] = (stamp, source)
        return source

    def _with_copy(self, record: Record) -> Source:
        """Return a source by its calendar, and beside it the learner's own copy."""
        file, name = self._folders.named(self._folders.guide(record.siglum))
        guide = load_guide(file, record.siglum, name)
        text, trouble = None, ""
        try:
            copy = read_copy(self.copy_path(record.siglum), record)
            if any(copy.values()):
                text = copy_edition(record, copy, {each.id: each.voice for each in guide.paragraphs})
        except CourseError as error:
            trouble = str(error)
        return Source(record, guide, text, trouble)

    def is_whole(self, siglum: str) -> bool:
        """Say whether a source's text itself stands in the course, whatever may be wrong with it."""
        return self._folders.text(siglum).is_file()
