"""The members of a zip archive, within bounds, without unpacking anything to disk."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from coursekit.files.archives import (
    DamagedError,
    Fault,
    UnusualError,
    fault,
    leads_out,
    open_archive,
    read_member,
    swells,
)
from coursekit.files.member_names import member_name
from coursekit.sources.reading.beside_page import belongs_to_page
from coursekit.sources.reading.found import MOST_BYTES, Unreadable, megabytes

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MOST_MEMBERS = 200
MOST_NAMES = 20_000  # with those of a saved page's pictures and scripts, which are passed over
MOST_UNPACKED = 60_000_000
MOST_RATIO = 100  # unpacked to packed; prose packs to a third
_FAULTS = {
    Fault.LINK: "a symbolic link in an archive; not followed",
    Fault.ENCRYPTED: "encrypted; pack it without a password",
    Fault.SWELLS: "a zip archive that swells more than a text can (a zip bomb?); not opened",
    Fault.UNUSUAL: "packed in an unusual way; pack it as an ordinary zip",
}
_HOUSEKEEPING = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def members(data: bytes) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Yield (name, content or why it cannot be read) of each file in an archive.

    Raises
    ------
    Unreadable
        When the archive as a whole is refused: damaged, too many members, too much in it, or a name
        that leads out of it. Nothing in such an archive is read.
    """
    try:
        archive = open_archive(io.BytesIO(data))
    except DamagedError as error:
        raise Unreadable("a damaged zip archive; fetch or make it again") from error
    except UnusualError as error:
        raise Unreadable("a zip archive that cannot be opened here; unpack it, and name the folder") from error
    with archive:
        infos = _read(archive.infolist())
        _refuse(infos)
        for info in infos:
            yield member_name(info), _content(archive, info)


def _read(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the members that could be texts."""
    if len(infos) > MOST_NAMES:
        raise Unreadable(f"a zip archive of {len(infos)} files, at most {MOST_MEMBERS} are read; pack fewer")
    names = frozenset(member_name(info).lower() for info in infos)
    return [
        info
        for info in infos
        if not info.is_dir() and not housekeeping(info.filename) and not belongs_to_page(member_name(info), names)
    ]


def _refuse(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_MEMBERS:
        raise Unreadable(f"a zip archive of {len(infos)} files, at most {MOST_MEMBERS} are read; pack fewer")
    total = sum(info.file_size for info in infos)
    if total > MOST_UNPACKED:
        raise Unreadable(
            f"a zip archive that unpacks to {megabytes(total)}, at most {megabytes(MOST_UNPACKED)} are read"
        )
    for info in infos:
        if swells(info, MOST_RATIO):
            raise Unreadable(_FAULTS[Fault.SWELLS])
        if leads_out(info.orig_filename) or "\0" in info.orig_filename:
            raise Unreadable("a zip archive with a path that leads out of it; not opened")


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | Unreadable:
    refusal = _refusal(info)
    if refusal:
        return Unreadable(refusal)
    try:
        data = read_member(archive, info, MOST_BYTES)
    except DamagedError:
        return Unreadable("cannot be read from its archive (damaged?); fetch or make the archive again")
    if len(data) > MOST_BYTES:
        return Unreadable(f"more than {megabytes(MOST_BYTES)}")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and b"[Content_Types].xml" not in data[:4096]:
        return Unreadable("an archive in an archive; unpack it first")
    return data


def _refusal(info: zipfile.ZipInfo) -> str:
    """Say why a member is not even opened, "" if it may be."""
    found = fault(info, MOST_BYTES, MOST_RATIO)
    if found is Fault.LARGE:
        return f"{megabytes(info.file_size)}, at most {megabytes(MOST_BYTES)} are read"
    return _FAULTS[found] if found else ""


def housekeeping(name: str) -> bool:
    """Say whether a file, in an archive or a folder, is what systems add by themselves."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or parts[-1] in _HOUSEKEEPING
