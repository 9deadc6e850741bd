"""Mend a journal that something else wrote into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, BinaryIO

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.locks import held
from coursekit.files.whole import replaced, settle
from coursekit.journal.events import NEWER
from coursekit.journal.reading import Piece, judge, pieces

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Repaired:
    """What a repair did: lines kept, lines moved to ``set_aside`` (None when there was nothing to do)."""

    kept: int
    moved: int
    set_aside: Path | None


def repair(path: Path) -> Repaired:
    """Move the lines that are not events to ``journal.set-aside.jsonl``, byte for byte.

    They are on the disk there before the journal is replaced, and it is replaced in one step, so that a
    crash at any moment loses no line. A line of a later version is no damage and stays.

    Raises
    ------
    CourseError
        When it could not be done; the journal is then as it was.
    """
    aside = path.with_suffix(".set-aside.jsonl")
    try:
        with held(path.with_suffix(".lock")), path.open("rb") as file:
            found = pieces(file)
            good = [not isinstance(why := judge(piece), str) or why == NEWER for piece in found]
            if all(good) and all(piece.whole for piece in found):
                return Repaired(len(found), 0, None)
            if not all(good):
                with aside.open("ab") as out:
                    _copy(file, out, found, keep=[not one for one in good])
                    settle(out)
            with replaced(path) as fresh:
                _copy(file, fresh, found, keep=good)
                file.close()  # Windows replaces no open file
    except FileNotFoundError:
        return Repaired(0, 0, None)
    except OSError as error:
        raise CourseError(f"{path}: not mended {told(error)}") from error
    moved = good.count(False)
    return Repaired(good.count(True), moved, aside if moved else None)


def _copy(file: BinaryIO, out: IO[bytes], found: list[Piece], keep: list[bool]) -> None:
    """Copy the lines to keep, however long."""
    offset = 0
    for piece, kept in zip(found, keep, strict=True):
        if kept:
            file.seek(offset)
            for start in range(0, piece.length, _CHUNK):
                out.write(file.read(min(_CHUNK, piece.length - start)))
            if not piece.whole:
                out.write(b"\n")
        offset += piece.length
