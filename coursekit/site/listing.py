"""What a site consists of: its version, and each of its files with a hash, in ``site.json`` at its root.

By that list a browser keeps a whole course and nothing else, and the next build knows what is left over.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SIGN = "site.json"  # at the root of a site: by which a folder is known to be one
FORMAT = "coursekit-site/1"
LAB = "lab"  # the folder of the course as notebooks; browsers do not keep it
NAMED = "_"  # the folder of what stands under a name that changes with its content


def sum_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def version_of(files: Mapping[str, bytes]) -> str:
    """Return a name for the content of these files, the same for the same content."""
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(name.encode() + b"\0" + sum_of(content).encode() + b"\n")
    return whole.hexdigest()[:12]


def earlier(out: Path) -> dict[str, Any]:
    """Return the list of the site that stands in a folder; an empty one where none does.

    Raises
    ------
    CourseError
        When the folder holds something else.
    """
    try:
        found = json.loads((out / SIGN).read_bytes())
    except (OSError, ValueError):
        found = None
    if isinstance(found, dict) and str(found.get("format", "")).startswith("coursekit-site/"):
        return found
    if out.is_file() or (out.exists() and any(out.iterdir())):
        raise CourseError(f"{out}: is not empty and no site of a course; name a new folder, or empty it yourself")
    return {}


def write_site(out: Path, course: str, version: str, kept: dict[str, bytes], others: dict[str, bytes]) -> None:
    """Write a site, in the place of an earlier one if there is one.

    What a page needs stands there before the page does, and the list comes last. What only the site before the earlier
    one needed is taken away; a page of the earlier one that somebody has open still finds what it needs.

    Parameters
    ----------
    out
        The folder.
    course
        The course's title.
    version
        Names this state of it.
    kept
        The files by name that a browser keeps for use without a network.
    others
        Files that it need not keep.

    Raises
    ------
    CourseError
        When the folder holds something else, or cannot be written.
    """
    before = earlier(out)
    folders = sorted({name.split("/")[1] for name in {*kept, *others} if name.startswith(f"{NAMED}/")})
    spared = before.get("spared", []) if before.get("version") == version else before.get("folders", [])
    list_ = {
        "format": FORMAT,
        "course": course,
        "version": version,
        "bytes": sum(map(len, kept.values())),
        "files": {name: sum_of(content) for name, content in sorted(kept.items())},
        "folders": folders,
        "spared": spared,
        "lab": any(name.startswith(f"{LAB}/") for name in others),
    }
    try:
        for name, content in sorted((kept | others).items(), key=lambda each: not each[0].startswith(f"{NAMED}/")):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(out / name, content)
        write_whole(out / SIGN, json.dumps(list_, ensure_ascii=False, indent=1).encode())
        _clear(out, before, {*kept, *others}, {*folders, *spared})
    except OSError as error:
        raise CourseError(f"{error.filename or out}: cannot be written {told(error)}") from error


def _clear(out: Path, before: dict[str, Any], files: set[str], folders: set[str]) -> None:
    for folder in (out / NAMED).iterdir():
        if folder.is_dir() and folder.name not in folders:
            shutil.rmtree(folder)
    here = out.resolve()
    for name in {*before.get("files", {})} - files:
        if not name.startswith(f"{NAMED}/") and (out / name).resolve().is_relative_to(here):
            (out / name).unlink(missing_ok=True)
    if before.get("lab") is True:
        _clear_lab(out, files)


def _clear_lab(out: Path, files: set[str]) -> None:
    for path in sorted((out / LAB).rglob("*"), reverse=True):  # what is in a folder before the folder
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(out).as_posix() not in files:
            path.unlink()
    if (out / LAB).is_dir() and not any((out / LAB).iterdir()):
        (out / LAB).rmdir()
