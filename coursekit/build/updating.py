"""Bring a class copy up to date from a newer one: only what belongs to a class copy is ever written or deleted."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.build.class_copy import FORMAT, put
from coursekit.errors import CourseError
from coursekit.files.archives import DamagedError, UnusualError, directory, fault, leads_out, open_archive, read_member
from coursekit.files.member_names import member_name
from coursekit.places import CLASS_COPY, WORK

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES, MOST_BYTES, MOST_IN_ALL = 5_000, 20_000_000, 300_000_000
_MOST_DIRECTORY, _MOST_RATIO = 2_000_000, 300
_NOT_OURS = {WORK, ".venv", ".git"}  # whatever a list says
_AGAIN = "ask your instructor for it again"


def update(root: Path, newer: Path) -> tuple[int, int]:
    """Write what is newer, delete what belongs to the copy no more, and leave everything else as it is.

    Parameters
    ----------
    root
        The class copy.
    newer
        The zip that was given out, or the folder it was unpacked to.

    Returns
    -------
    tuple of int
        How many files were written, and how many deleted.

    Raises
    ------
    CourseError
        When ``root`` is no class copy, or ``newer`` is none, is damaged, or holds what no class copy does.
    """
    if not (root / CLASS_COPY).is_file():
        raise CourseError("update: this is no class copy; only what an instructor gave out is brought up to date so")
    made = _from_folder(newer) if newer.is_dir() else _from_zip(newer)
    return put(root, made)


def _from_folder(folder: Path) -> dict[str, bytes]:
    found = folder / CLASS_COPY
    if not found.is_file():
        inner = [path for path in folder.glob(f"*/{CLASS_COPY}") if path.is_file()]
        if len(inner) != 1:
            raise CourseError(f"{folder}: no class copy; name the zip that your instructor gave out")
        found = inner[0]
    names = _names(found.read_bytes(), folder)
    home = found.parent.resolve()
    try:
        if outside := [name for name in names if not (home / name).resolve().is_relative_to(home)]:
            raise CourseError(f"{folder}: lists a file outside it ({outside[0]}); {_AGAIN}")
        return {name: (home / name).read_bytes() for name in names}
    except OSError as error:
        raise CourseError(f"{folder}: is not whole ({error.filename}); {_AGAIN}") from error


def _from_zip(path: Path) -> dict[str, bytes]:
    try:
        with path.open("rb") as file:
            end = directory(file)
            if end is None or end[0] > MOST_FILES or end[1] > _MOST_DIRECTORY:
                raise CourseError(f"{path}: no zip of a class copy; {_AGAIN}")
            with open_archive(file) as archive:
                infos = {member_name(info): info for info in archive.infolist() if not info.is_dir()}
                bad = [name for name, info in infos.items() if leads_out(name) or fault(info, MOST_BYTES, _MOST_RATIO)]
                if bad or sum(info.file_size for info in infos.values()) > MOST_IN_ALL:
                    raise CourseError(f"{path}: holds what no class copy does ({(bad or ['too much'])[0]}); {_AGAIN}")
                lists = [name for name in infos if name.count("/") <= 1 and name.split("/")[-1] == CLASS_COPY]
                if len(lists) != 1:
                    raise CourseError(f"{path}: no zip of a class copy; {_AGAIN}")
                home = lists[0].removesuffix(CLASS_COPY)
                names = _names(read_member(archive, infos[lists[0]], MOST_BYTES), path)
                if missing := [name for name in names if f"{home}{name}" not in infos]:
                    raise CourseError(f"{path}: is not whole ({missing[0]} is missing); {_AGAIN}")
                return {name: read_member(archive, infos[f"{home}{name}"], MOST_BYTES) for name in names}
    except (DamagedError, UnusualError) as error:
        raise CourseError(f"{path}: a damaged zip; {_AGAIN}") from error
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror}); name the zip as it was given out") from error


def _names(raw: bytes, where: Path) -> list[str]:
    """Return the files that a class copy lists; refuse a list that is none, or names what is not ours."""
    names: list[str] = []
    with suppress(ValueError, KeyError, TypeError, RecursionError):
        noted = json.loads(raw)
        names = [str(name) for name in noted["files"]] if noted["format"] == FORMAT else []
    if not names:
        raise CourseError(f"{where}: no class copy; {_AGAIN}")
    for name in names:
        first = name.replace("\\", "/").split("/")[0].casefold()
        if leads_out(name) or "\\" in name or first in _NOT_OURS or first == CLASS_COPY:
            raise CourseError(f"{where}: lists a file that is not the course's ({name[:80]}); {_AGAIN}")
    return names
