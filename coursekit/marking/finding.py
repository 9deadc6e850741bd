"""Find what could be a hand-in: in folders, in archives, or named one by one. A file at a time, none kept."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.files.folders import walk
from coursekit.marking import archive
from coursekit.marking.found import Candidate, housekeeping, too_large
from coursekit.marking.hand_in import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

DEEPEST = 40  # folders in each other


def find(paths: list[Path], leave: Collection[Path] = ()) -> Iterator[Candidate]:
    """Yield every file that could be a hand-in, in the order in which the folders give them.

    Links that stand in a folder are told and not followed; one that is named itself is.

    Parameters
    ----------
    paths
        Folders, archives, files; what lies in another of them is read once.
    leave
        Files that are none: what marking itself writes, with resolved paths.
    """
    for file, name, problem in _files(paths, frozenset(leave)):
        if problem:
            yield Candidate(name, None, problem)
        elif name.lower().endswith(".zip"):
            yield from _archive(file, name)
        else:
            yield _plain(file, name)


def count(paths: list[Path], leave: Collection[Path] = ()) -> int:
    """Return about how many `find` will yield, for showing progress."""
    total = 0
    for file, name, problem in _files(paths, frozenset(leave)):
        total += 1
        if not problem and name.lower().endswith(".zip"):
            try:
                with file.open("rb") as opened:
                    total += archive.expected(opened) - 1
            except OSError:
                continue
    return total


def stamps(paths: list[Path]) -> frozenset[tuple[str, int, int]]:
    """Return path, size and time of every file that `find` would read: where they are the same, so is what it finds."""
    found = set()
    for file, name, problem in _files(paths, frozenset()):
        try:
            told = file.stat()
        except OSError:
            found.add((f"{name}: {problem}", 0, 0))
        else:
            found.add((str(file), told.st_size, told.st_mtime_ns))
    return frozenset(found)


def _files(paths: list[Path], leave: frozenset[Path]) -> Iterator[tuple[Path, str, str]]:
    """Yield path, name and what is wrong with it, "" if nothing, of every ordinary file."""
    tops = {path.resolve() for path in paths}
    seen: set[Path] = set()
    for path in paths:
        whole = path.resolve()
        if whole in seen or not tops.isdisjoint(whole.parents):
            continue
        seen.add(whole)
        name = "" if path == Path() else path.as_posix()
        if whole.is_dir():
            yield from _folder(whole, name, leave)
        elif whole not in leave:
            yield whole, name, _problem(whole)


def _folder(folder: Path, name: str, leave: frozenset[Path]) -> Iterator[tuple[Path, str, str]]:
    for entry in walk(folder, DEEPEST - 1, lambda path: housekeeping(path.name) or path in leave):
        parted = "/" if entry.name and name not in ("", "/") else ""
        problem = {
            "file": "",
            "link": "a link, which is not followed; name what it leads to",
            "deep": f"more than {DEEPEST} folders in each other; name this one by itself",
            "shut": f"a folder that cannot be opened ({entry.reason})",
        }[entry.sort]
        yield entry.path, f"{name}{parted}{entry.name}", problem or _problem(entry.path)


def _problem(path: Path) -> str:
    try:
        found = path.stat()
    except OSError as error:
        return f"cannot be opened ({error.strerror})"
    return "" if stat.S_ISREG(found.st_mode) else "not an ordinary file"


def _plain(file: Path, name: str) -> Candidate:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            return Candidate(name, None, too_large(size))
        with file.open("rb") as opened:
            return Candidate(name, opened.read(MOST_BYTES + 1))
    except OSError as error:
        return Candidate(name, None, f"cannot be opened ({error.strerror})")


def _archive(file: Path, name: str) -> Iterator[Candidate]:
    try:
        with file.open("rb") as opened:
            yield from archive.members(opened, name)
    except OSError as error:
        yield Candidate(name, None, f"cannot be opened ({error.strerror})")
