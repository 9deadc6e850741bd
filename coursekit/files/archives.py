"""Zip archives read in place: opened, what is in them judged before it is unpacked, each member read within a bound.

What is refused, and in whose words it is told, is for the room that reads; what can be known of an archive is here.
"""

from __future__ import annotations

import io
import lzma
import re
import stat
import struct
import zipfile
import zlib
from enum import Enum, auto
from typing import IO

SMALL = 1_000_000  # below this size a ratio of unpacked to packed says nothing
_ENCRYPTED = 0x1
_TAIL = 66_000  # bytes at the end in which the place of the list of names is told
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    ValueError,
    OverflowError,
    IndexError,
    RuntimeError,
    OSError,
    EOFError,
)


class DamagedError(Exception):
    """An archive, or a member of one, that is not whole."""


class UnusualError(Exception):
    """An archive that may be whole, and cannot be opened here."""


class Fault(Enum):
    """Why a member is not even opened."""

    LINK = auto()
    ENCRYPTED = auto()
    LARGE = auto()
    SWELLS = auto()
    UNUSUAL = auto()


def open_archive(file: IO[bytes]) -> zipfile.ZipFile:
    """Open an archive. Raises `DamagedError` or `UnusualError`, and nothing else, when it cannot be opened."""
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise DamagedError from error
    except _BROKEN as error:
        raise UnusualError from error


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return a member's bytes, at most one more than ``most``, whatever size it claims. Raises `DamagedError`."""
    try:
        with archive.open(info) as packed:
            return packed.read(most + 1)
    except _BROKEN as error:
        raise DamagedError from error


def fault(info: zipfile.ZipInfo, most: int, ratio: int) -> Fault | None:
    """Return why a member is not opened, None if it may be.

    Parameters
    ----------
    info
        The member.
    most
        The bytes it may have.
    ratio
        How many times its packed size that may be.
    """
    usual = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    faults = {
        Fault.LINK: stat.S_ISLNK(info.external_attr >> 16),
        Fault.ENCRYPTED: bool(info.flag_bits & _ENCRYPTED),
        Fault.LARGE: info.file_size > most,
        Fault.SWELLS: swells(info, ratio),
        Fault.UNUSUAL: not usual,
    }
    return next((found for found, applies in faults.items() if applies), None)


def swells(info: zipfile.ZipInfo, ratio: int) -> bool:
    """Tell whether a member unpacks to more than ``ratio`` times its packed size."""
    return info.file_size > SMALL and info.file_size > ratio * max(1, info.compress_size)


def leads_out(name: str) -> bool:
    """Tell whether a member's name, taken for a path, would lead out of the archive."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or bool(re.match(r"[A-Za-z]:", plain)) or ".." in plain.split("/")


def directory(file: IO[bytes]) -> tuple[int, int] | None:
    """Return the number of members and the size of the list of names that an archive's end tells; None without one.

    The list is read whole when an archive is opened. See "4.3 General Format of a .ZIP file" in PKWARE's APPNOTE.
    """
    try:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - _TAIL))
        tail = file.read(_TAIL)
    except OSError:
        return None
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        return None
    count, length = struct.unpack("<HL", tail[at + 10 : at + 16])
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    if wide >= 0 and len(tail) >= wide + 48:  # the record that large archives have beside it
        count, length = struct.unpack("<QQ", tail[wide + 32 : wide + 48])
    return int(count), int(length)
