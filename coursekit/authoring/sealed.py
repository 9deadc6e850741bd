"""Files that hold keys, put so that nobody reads them by accident.

A class copy of the course must be able to check answers without a network, so what it checks against has to be
in it. Sealing keeps keys out of sight: of a search through the folder, of a file opened by chance. It keeps them
from nobody who means to have them. Marks that count are made with the instructor's own files (`grade`).
"""

from __future__ import annotations

import base64
import binascii
import textwrap
import zlib
from typing import TYPE_CHECKING

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

OPEN, SUFFIX = ".toml", ".sealed"
_HEAD = "coursekit-sealed/1"
_NOTE = "Sealed so that no key is read by accident. To see how a task is solved, try it and then ask your instructor."
_WIDTH = 100


def seal(text: str) -> str:
    """Return a text sealed: a line that says what it is, then lines of letters and signs."""
    body = base64.b85encode(zlib.compress(text.encode(), 9)).decode("ascii")
    return "\n".join([f"{_HEAD} {_NOTE}", *textwrap.wrap(body, _WIDTH, break_on_hyphens=False), ""])


def unseal(sealed: str, name: str, most: int) -> str:
    """Return the text.

    Parameters
    ----------
    sealed
        The whole file.
    name
        What messages call it.
    most
        The most bytes that may come out.

    Raises
    ------
    CourseError
        When it is not a sealed file, is damaged, or holds more than ``most``.
    """
    head, _, body = sealed.partition("\n")
    if not head.startswith(_HEAD):
        raise CourseError(f"{name}: not a sealed file of this version; get the course's file again")
    try:
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(base64.b85decode("".join(body.split())), most)
        if not unpacker.eof:
            raise CourseError(f"{name}: damaged, or holds too much; get the course's file again")
        return raw.decode()
    except (ValueError, zlib.error, binascii.Error) as error:
        raise CourseError(f"{name}: damaged; get the course's file again") from error


def files(folder: Path) -> list[Path]:
    """Return an author's files of a folder by name, open or sealed; of two with one name the open one."""
    both = {path.stem: path for suffix in (SUFFIX, OPEN) for path in folder.glob(f"*{suffix}")}
    return [path for _, path in sorted(both.items())]


def file(folder: Path, name: str) -> Path:
    """Return one of an author's files, as `files` does; the open one where neither is there."""
    opened, sealed = folder / f"{name}{OPEN}", folder / f"{name}{SUFFIX}"
    return sealed if sealed.exists() and not opened.exists() else opened
