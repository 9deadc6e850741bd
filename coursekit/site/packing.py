"""What a page's worker unpacks: the kit, the course, and the packages they stand on, as archives.

Packages are taken from where this very course is installed: they are pure Python, so what runs here runs there.
"""

from __future__ import annotations

import io
import re
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.authoring.settings import FILE as SETTINGS
from coursekit.build.class_copy import contents
from coursekit.errors import CourseError
from coursekit.places import EXERCISES, FORMS, KINDS, LESSONS, PRACTICE, SOLUTIONS, SOURCES
from coursekit.site.late_names import ARCHIVES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_DAY = (1980, 1, 1, 0, 0, 0)
# Rooms of the kit that no page uses: they would only be downloaded.
_LEFT_OUT = frozenset({"build", "check", "cli", "formats", "frontend", "seminar", "widgets"})
_NOT_PACKED = (".ipynb", ".pyc", ".pyi", ".typed")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_MODULES = frozenset({".py", ".json", ".lark", ".typed"})

# No page shows these, so home does not name them there.
_NO_PAGE = (f"{LESSONS}/{PRACTICE}", f"{LESSONS}/{FORMS}/")

AT_ONCE = ("markdown-it-py",)


def kit(root: Path, also: Container[str] = ()) -> dict[str, bytes]:
    """Return the kit's modules that a page runs, by name; and those of rooms that are named."""
    folder = root / "coursekit"
    found = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        here = inside[0] not in _LEFT_OUT or inside[0] in also
        if path.is_file() and here and path.suffix in (".py", ".css", ".json"):
            found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def course(root: Path, solutions: Iterable[str] = ()) -> dict[str, bytes]:
    """Return what of the course a learner may have, by name. Raises CourseError as a class copy does."""
    made = contents(root, solutions)
    ours = tuple(f"{folder}/" for folder in (LESSONS, SOURCES, EXERCISES, SOLUTIONS, KINDS))
    kept = (name for name in made if name.startswith((*ours, SETTINGS)) and not name.endswith(_NOT_PACKED))
    return {name: made[name] for name in kept if not name.startswith(_NO_PAGE)}


def packages(names: Iterable[str], without: Iterable[str] = (), more: Container[str] = ()) -> dict[str, bytes]:
    """Return the modules of installed packages and of what they need, by name.

    Parameters
    ----------
    names
        The packages.
    without
        Packages that are left out, with what only they need.
    more
        Names of files, beside modules, that are wanted, too.

    Raises
    ------
    CourseError
        Where one is not installed.
    """
    found: dict[str, bytes] = {}
    waiting, met = list(names), set(without)
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        try:
            there = distribution(name)
        except PackageNotFoundError as error:
            raise CourseError(f"site: the package {name} is not installed; run: python3 course.py doctor") from error
        for file in there.files or ():
            if (file.suffix in _MODULES or file.name in more) and not {"..", "bin"} & set(file.parts):
                found[file.as_posix()] = Path(str(file.locate())).read_bytes()
        needs = [each for each in there.requires or () if ";" not in each]  # none that only some systems need
        waiting += [match[0] for each in needs if (match := _NAME.match(each))]
    return found


def late() -> dict[str, dict[str, bytes]]:
    """Return the modules of each archive that is fetched late. Raises CourseError as `packages` does."""
    found = {}
    for name, (wanted, _) in ARCHIVES.items():
        others = [each for other, (theirs, _) in ARCHIVES.items() if other != name for each in theirs]
        found[name] = packages(wanted, others)
    return found


def packed(files: dict[str, bytes]) -> bytes:
    """Return files as a zip: the same bytes for the same files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, content)
    return whole.getvalue()
