"""Hand-ins in zip archives, as learning platforms export them: read in place, within bounds, never unpacked to disk.

A hostile archive must not cost more than its own rows: an archive inside another has an allowance of its own, so
that it can use up nobody else's. Names in an archive are shown and never used as paths.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from coursekit.files.archives import (
    DamagedError,
    Fault,
    UnusualError,
    directory,
    fault,
    leads_out,
    open_archive,
    read_member,
)
from coursekit.files.member_names import member_name
from coursekit.marking.found import Candidate, housekeeping, too_large
from coursekit.marking.hand_in import MOST_BYTES

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

DEEPEST = 3  # an archive in an archive in an archive
MOST_MEMBERS = 20_000
MOST_MEMBERS_INSIDE = 2_000
MOST_UNPACKED = 2_000_000_000  # bytes that hand-ins of one archive may come to
MOST_UNPACKED_INSIDE = 200_000_000
MOST_INNER = 20_000_000  # bytes of an archive in an archive; it is held in memory
MOST_DIRECTORY = 6_000_000  # bytes of an archive's list of names, which is read whole
MOST_RATIO = 300  # unpacked to packed
_FAULTS = {
    Fault.LINK: "a link in an archive; not followed",
    Fault.ENCRYPTED: "encrypted; ask for it without a password",
    Fault.SWELLS: "swells more than a hand-in can; not opened",
    Fault.UNUSUAL: "packed in an unusual way; ask for it as an ordinary zip",
}
_DAMAGED = "a damaged zip archive; ask for it again"


@dataclass
class _Allowance:
    """What may still be read of one archive and all that is in it."""

    members: int
    size: int


class _RefusedError(Exception):
    """The archive as a whole is not opened."""


def members(file: IO[bytes], name: str) -> Iterator[Candidate]:
    """Yield what could be a hand-in of an archive; one row that says why where it cannot be opened.

    Parameters
    ----------
    file
        The archive, open; it is read as far as needed.
    name
        How the archive is called where it was found.
    """
    yield from _members(file, name, 1, _Allowance(MOST_MEMBERS, MOST_UNPACKED))


def expected(file: IO[bytes]) -> int:
    """Return how many members an archive says it has, for showing progress; 1 where it does not say."""
    end = directory(file)
    return max(1, end[0]) if end else 1


def _members(file: IO[bytes], name: str, depth: int, left: _Allowance) -> Iterator[Candidate]:
    try:
        _check_directory(file)
        archive = open_archive(file)
    except _RefusedError as refused:
        yield Candidate(name, None, str(refused))
        return
    except DamagedError:
        yield Candidate(name, None, _DAMAGED)
        return
    except UnusualError:
        yield Candidate(name, None, "a zip archive that cannot be opened here; unpack it, and name the folder")
        return
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not housekeeping(info.filename)]
        left.members -= len(infos)
        left.size -= sum(info.file_size for info in infos if info.file_size <= MOST_BYTES)
        if left.members < 0 or left.size < 0:
            yield Candidate(name, None, "an archive with more in it than is read; unpack it and name the folder")
            return
        if not infos:
            yield Candidate(name, None, "an empty archive")
        for info in infos:
            yield from _member(archive, info, f"{name}/{_inside(member_name(info))}", depth, left)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int, left: _Allowance
) -> Iterator[Candidate]:
    inner = info.filename.lower().endswith(".zip")
    if refusal := _refusal(info, inner=inner, depth=depth):
        yield Candidate(name, None, refusal)
        return
    try:
        raw = read_member(archive, info, MOST_INNER if inner else MOST_BYTES)
    except DamagedError:
        yield Candidate(name, None, "cannot be read from its archive (damaged?); ask for it again")
        return
    if inner:
        own = _Allowance(MOST_MEMBERS_INSIDE, MOST_UNPACKED_INSIDE) if depth == 1 else left
        yield from _members(io.BytesIO(raw), name, depth + 1, own)
        return
    yield Candidate(name, raw, "its name in the archive led out of it" if leads_out(info.filename) else "")


def _refusal(info: zipfile.ZipInfo, *, inner: bool, depth: int) -> str:
    """Say why a member is not read, "" if it is."""
    found = fault(info, MOST_INNER if inner else MOST_BYTES, MOST_RATIO)
    if inner and depth >= DEEPEST and found not in (Fault.LINK, Fault.ENCRYPTED):
        return f"archives inside each other, more than {DEEPEST} deep; unpack them and name the folder"
    if found is Fault.LARGE:
        return too_large(info.file_size)
    return _FAULTS[found] if found else ""


def _inside(name: str) -> str:
    """Return a member's name without anything that would lead out of the archive."""
    parts = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "file"


def _check_directory(file: IO[bytes]) -> None:
    """Refuse an archive whose list of names alone would fill the memory."""
    end = directory(file)
    if end is None:
        raise _RefusedError(_DAMAGED)
    if end[0] > MOST_MEMBERS or end[1] > MOST_DIRECTORY:
        raise _RefusedError(f"an archive of more than {MOST_MEMBERS:,} files; unpack it and name the folder")
