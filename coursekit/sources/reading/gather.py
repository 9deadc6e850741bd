"""Every file behind the paths somebody named, read one after another."""

from __future__ import annotations

import stat
from itertools import islice
from typing import TYPE_CHECKING

from coursekit.files.folders import walk
from coursekit.sources.reading.archive import housekeeping, members
from coursekit.sources.reading.beside_page import page_names
from coursekit.sources.reading.decode import read_bytes
from coursekit.sources.reading.found import MOST_BYTES, ReadFile, Unreadable, megabytes, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_FILES = 300  # in one folder, folders in it included
DEEPEST = 10


def gather(paths: Iterable[Path]) -> Iterator[ReadFile]:
    """Yield what each path holds; a file that cannot be read is one line of error, and the next one is read."""
    for path in paths:
        try:
            if path.is_dir():
                yield from _folder(path)
            else:
                yield from _file(path, printable(str(path)))
        except OSError as error:
            yield ReadFile(printable(str(path)), error=_why(error))


def unpack(data: bytes, name: str) -> Iterator[ReadFile]:
    """Yield what the content of one file holds: itself, or the members of an archive."""
    try:
        _bound(len(data))
        if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not _office(data):
            yield from _archive(data, name)
        else:
            yield _read(data, name)
    except Unreadable as error:
        yield ReadFile(name, size=len(data), error=str(error))


def _file(path: Path, name: str) -> Iterator[ReadFile]:
    try:
        data = _load(path)
    except Unreadable as error:
        yield ReadFile(name, error=str(error))
    except OSError as error:
        yield ReadFile(name, error=_why(error))
    else:
        yield from unpack(data, name)


def _load(path: Path) -> bytes:
    """Read a file, once its size is known to be within bounds."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise Unreadable("not an ordinary file")
    _bound(state.st_size)
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _bound(size: int) -> None:
    if size > MOST_BYTES:
        raise Unreadable(f"{megabytes(size)}, at most {megabytes(MOST_BYTES)} are read; cut out what you need")


def _office(data: bytes) -> bool:
    return b"[Content_Types].xml" in data[:4096] or b"mimetypeapplication/vnd.oasis" in data[:200]


def _archive(data: bytes, name: str) -> Iterator[ReadFile]:
    anything = False
    for member, content in members(data):
        anything = True
        inner = f"{name}/{printable(member)}"
        yield ReadFile(inner, error=str(content)) if isinstance(content, Unreadable) else _read(content, inner)
    if not anything:
        raise Unreadable("a zip archive with no file in it")


def _read(data: bytes, name: str) -> ReadFile:
    try:
        kind, text = read_bytes(data, name)
    except Unreadable as error:
        return ReadFile(name, size=len(data), error=str(error))
    return ReadFile(name, text, kind, len(data))


def _folder(top: Path) -> Iterator[ReadFile]:
    files = list(islice((entry.path for entry in walk(top, DEEPEST, _passed, by_name=True)), MOST_FILES + 1))
    if not files:
        yield ReadFile(printable(str(top)), error="a folder with no file in it")
    for path in files[:MOST_FILES]:
        name = printable(str(path))
        if path.is_symlink() and not _inside(path, top.resolve()):
            yield ReadFile(name, error="a symbolic link that leads out of the folder; not followed")
        elif path.is_dir():
            yield ReadFile(name, error="a folder that lies too deep, is a link or may not be read; name it by itself")
        else:
            yield from _file(path, name)
    if len(files) > MOST_FILES:
        yield ReadFile(
            printable(str(top)), error=f"more than {MOST_FILES} files; the rest was not read: name a smaller folder"
        )


def _passed(path: Path) -> bool:
    return housekeeping(path.name) or _beside_page(path)


def _beside_page(path: Path) -> bool:
    return any(path.with_name(page).is_file() for page in page_names(path.name)) and path.is_dir()


def _inside(path: Path, top: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(top)
    except (OSError, RuntimeError):
        return False


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "not found; check the name"
    return f"cannot be read ({error.strerror or 'no reason given'})"
