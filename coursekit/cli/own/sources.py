"""Begin a source: its record with every key, and the text, or a calendar to fill in, paragraph by paragraph."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.authoring.problems import refuse
from coursekit.authoring.reading import read_text
from coursekit.cli.own.parts import filled, in_toml
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.formats.portfolio.markdown import plain
from coursekit.places import Folders
from coursekit.sources.author import write_table
from coursekit.sources.fingerprints import fingerprint
from coursekit.sources.given import Piece, read_pieces
from coursekit.sources.numbering import assign, first, number_text
from coursekit.sources.page import extent
from coursekit.sources.reading.gather import gather
from coursekit.sources.record import GIVEN

if TYPE_CHECKING:
    from coursekit.cli.own.said import SourceSaid

_STAND_IN = "Here the text will stand. Its paragraphs are parted by blank lines."
_VOICE = "the writer"  # the one who speaks in a record that nobody has filled in yet
_SAYS = "What this paragraph says, in your own words."


def new_source(root: Path, said: SourceSaid, copy: Path | None = None) -> tuple[list[Path], int]:
    """Begin a source; its folder is there whole or not at all.

    Parameters
    ----------
    root
        The course's folder.
    said
        Siglum, name, and whether the text may be given away. If it may, it becomes the edition that all read; if
        not, it stays out of the course, and each paragraph has a place in the calendar.
    copy
        A plain copy of the text, in whatever form a learner's copy may have; a stand-in of one paragraph without.

    Returns
    -------
    tuple of list and int
        What was written, and how many paragraphs it has.

    Raises
    ------
    CourseError
        When the siglum is taken, the copy cannot be read, or nothing can be written.
    """
    folders = Folders(root)
    record = folders.record(said.siglum)
    folder = record.parent
    if folder.exists():
        raise CourseError(f"{folders.name(folder)}: is there already; choose another siglum")
    text = read_copy(copy) if copy else _STAND_IN
    words = {"SIGLUM": said.siglum, "NAME": in_toml(said.name), "RIGHTS": said.rights}
    made = False
    try:
        folder.mkdir(parents=True)
        write_whole(record, filled("source/record.toml", words).encode())
        if said.rights in GIVEN:
            write_whole(folders.text(said.siglum), f"{text.strip()}\n".encode())
            count = len(number_text(root, said.siglum).prints)
        else:
            count = _calendar(folders, said, text)
        page = _listed(folders, said)
        made = True
    except OSError as error:
        raise CourseError(f"{error.filename or folder}: not written {told(error)}") from error
    finally:
        if not made:
            shutil.rmtree(folder, ignore_errors=True)
    return [*sorted(folder.iterdir()), *page], count


def read_copy(copy: Path) -> str:
    """Return the words of a copy. Raises CourseError when it cannot be read, or not parted into paragraphs."""
    found = next(gather([copy]), None)
    if found is None:
        raise CourseError(f"{copy}: no text in it; name the file itself")
    if found.error:
        raise CourseError(f"{found.name}: {found.error}")
    _pieces(found.text, str(copy))  # a fault is told of the copy: what is made from it is taken away again
    return found.text


def _pieces(text: str, name: str) -> list[Piece]:
    """Return the paragraphs of a text; ``name`` is what messages call it. Raises CourseError for the first fault."""
    try:
        with tempfile.TemporaryDirectory(prefix="coursekit-new-") as scratch:
            file = Path(scratch, "text.txt")
            file.write_text(text, encoding="utf-8")
            pieces, problems = read_pieces(file, name)
    except OSError as error:
        raise CourseError(f"{error.filename or name}: not written {told(error)}") from error
    refuse(problems)
    return pieces


def _listed(folders: Folders, said: SourceSaid) -> list[Path]:
    """Give the source a row in the table of ``sources/README.md``, where there is one: `check` wants it there."""
    page = folders.sources / "README.md"
    text, problems = read_text(page, folders.name(page)) if page.is_file() else ("", [])
    refuse(problems)
    lines = text.split("\n")
    table = extent(lines)
    if not table:
        return []
    cells = [said.siglum, plain(said.name), "Not said yet"]
    empty = [""] * (lines[table[0]].count("|") - 1 - len(cells))
    lines.insert(table.stop, f"| {' | '.join([*cells, *empty])} |")
    write_whole(page, "\n".join(lines).encode())
    return [page]


def _calendar(folders: Folders, said: SourceSaid, text: str) -> int:
    """Write a calendar with a place for each paragraph, and the paragraphs' fingerprints; the text is kept nowhere."""
    pieces = _pieces(text, "the copy")
    ids = assign((), pieces)
    prints = [fingerprint(pid, first(piece), piece.text) for pid, piece in zip(ids, pieces, strict=True)]
    write_table(folders.record(said.siglum), prints, begin=True)
    blocks = [f"## {pid} · {_VOICE}\n\n{_SAYS}\n" for pid in ids]
    head = f"# {said.siglum}: a calendar of {plain(said.name)}\n"
    write_whole(folders.guide(said.siglum), "\n".join([head, *blocks]).encode())
    return len(ids)
