"""Take a learner's own copies in: read, recognise, keep what is the better text of each paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.sources.reading.found import megabytes, printable
from coursekit.sources.reading.gather import gather, unpack
from coursekit.sources.recognise import Match, Recognised, recognise
from coursekit.sources.texts import DamagedCopyError, better, read_copy, write_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from coursekit.sources.library import Library
    from coursekit.sources.reading.found import ReadFile


FEWEST_WORDS = 3  # of a page whose text is in its file


@dataclass
class Added:
    """What became of one file, or of one of the sources in it.

    ``match`` is None where there was none; ``needless`` is a text that the course itself has, of which no copy is kept.
    """

    file: str
    match: Match | None = None
    error: str = ""
    notes: list[str] = field(default_factory=list)
    needless: bool = False

    @property
    def fine(self) -> bool:
        """Whether a source was recognised and no paragraph of it is changed."""
        return not self.error and self.match is not None and not self.match.ids("changed")

    @property
    def kept(self) -> bool:
        """Whether a copy of the source is kept now."""
        return self.match is not None and not self.error and not self.needless

    def to_json(self) -> dict[str, Any]:
        """Return the entry that programs read."""
        match = self.match
        return {
            "file": self.file,
            "source": match.record.siglum if match else None,
            "exact": len(match.ids("exact")) if match else 0,
            "close": len(match.ids("close")) if match else 0,
            "changed": match.ids("changed") if match else [],
            "missing": match.ids("missing") if match else [],
            "error": self.error or None,
        }


def add(library: Library, paths: Iterable[Path]) -> Iterator[Added]:
    """Read each file behind the paths, and keep what was recognised.

    Yields
    ------
    Added
        One for each file and source, as soon as it is done.

    Raises
    ------
    CourseError
        When a record is faulty, no source has fingerprints, or the learner's folder cannot be written.
    """
    yield from _take(library, gather(paths))


def add_bytes(library: Library, name: str, data: bytes) -> Iterator[Added]:
    """Do the same with the content of one file, as when it is dropped onto the reader.

    Parameters
    ----------
    library
        The sources, and where the learner's copies are kept.
    name
        What people see; it is no path and is never opened.
    data
        The file's content.
    """
    yield from _take(library, unpack(data, printable(name)))


def _take(library: Library, files: Iterable[ReadFile]) -> Iterator[Added]:
    records = [library.record(siglum) for siglum in library.sigla]
    records = [record for record in records if any(print_.words for print_ in record.paragraphs)]
    if not records:
        raise CourseError("sources: no fingerprints in this course, so no copy can be known")
    for found in files:
        if found.error:
            yield Added(found.name, error=found.error)
            continue
        known = recognise(found.text, records)
        if not known.matches:
            yield Added(found.name, error=_unknown(found, known))
        for match in known.matches:
            added = Added(found.name, match, needless=library.is_whole(match.record.siglum))
            if added.needless:
                added.notes.append("the course has this text itself, so no copy was kept")
                yield added
                continue
            try:
                _keep(library, added, match)
            except CourseError as error:
                added.error = str(error)
            yield added


def _keep(library: Library, added: Added, match: Match) -> None:
    """Join a match with the copy that is there, paragraph by paragraph, and write what is better."""
    path = library.copy_path(match.record.siglum)
    try:
        old = read_copy(path, match.record)
    except DamagedCopyError:
        old = {}
        added.notes.append("your earlier copy was damaged and is replaced")
    texts, kept = better(match.record, old, {pid: taken.text for pid, taken in match.taken.items()})
    if kept:
        added.notes.append(f"the earlier, better copy of {', '.join(kept)} is kept")
    if texts != old:
        write_copy(path, match.record, texts)
    elif not kept:
        added.notes.append("nothing new: the copy you added before has it all")


def _unknown(found: ReadFile, known: Recognised) -> str:
    near = ""
    if known.words < FEWEST_WORDS and found.kind.startswith("web"):
        near = "; what it shows is not in the file: open it, and copy its text to a .txt file or print it to .pdf"
    if known.nearest:
        runs = f"{known.shared} run{'s' if known.shared > 1 else ''} of eight words"
        near = f"; nearest is {known.nearest}, which shares {runs} with it"
    return (
        f"unknown: {found.kind}, {megabytes(found.size)}, {known.words} words, none of the sources of this course{near}"
    )
