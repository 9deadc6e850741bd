"""What lies in a folder and in the folders in it: to a depth, no link followed, nothing that stops the walk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Sort = Literal["file", "link", "deep", "shut"]


@dataclass(frozen=True)
class Entry:
    """One thing in a folder.

    Parameters
    ----------
    path
        Where it is.
    name
        How it is called below the folder that was asked about, folders parted by "/"; "" for that folder itself.
    sort
        A file (or a pipe, or what else is no folder), a link, a folder that lies too deep, or one that is shut.
    reason
        Why a shut one is, in the system's words.
    """

    path: Path
    name: str
    sort: Sort
    reason: str = ""


def walk(top: Path, deepest: int, passed: Callable[[Path], bool], *, by_name: bool = False) -> Iterator[Entry]:
    """Yield files, and links and folders that are not entered.

    Parameters
    ----------
    top
        The folder.
    deepest
        How many folders in each other are entered below it.
    passed
        Tells of a file or folder whether it is passed over, with all that is in it.
    by_name
        In the order of names; otherwise as the folders give them, one by one, however many there are.
    """
    return _below(top, "", deepest, passed, by_name=by_name)


def _below(folder: Path, name: str, left: int, passed: Callable[[Path], bool], *, by_name: bool) -> Iterator[Entry]:
    if left < 0:
        yield Entry(folder, name, "deep")
        return
    try:
        with os.scandir(folder) as listed:
            for entry in sorted(listed, key=lambda each: each.name) if by_name else listed:
                path, below = Path(entry.path), f"{name}/{entry.name}" if name else entry.name
                if passed(path):
                    continue
                if entry.is_symlink():
                    yield Entry(path, below, "link")
                elif entry.is_dir(follow_symlinks=False):
                    yield from _below(path, below, left - 1, passed, by_name=by_name)
                else:
                    yield Entry(path, below, "file")
    except OSError as error:
        yield Entry(folder, name, "shut", error.strerror or "")
