"""What lies on the desk, in ``work/teaching``: copies of what was brought, and which folders were named.

``in/`` has a folder for each role; whatever stands there is on the desk, whoever put it there.
"""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.marking.found import housekeeping
from coursekit.marking.visible import visible
from coursekit.sessions.desk import ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

HAND_INS, LIST, GRADEBOOK = ROLES
DESK = "teaching"  # in a teacher's work
FORMAT = "coursekit-desk/1"
MOST_FOLDERS = 20
_LONGEST = 120  # signs of a file's name
_UNSAFE = re.compile(r'[\\/:*?"<>|\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows keeps these for devices


@dataclass(frozen=True)
class OnDesk:
    """A file, or a folder that was named, and what it is taken for."""

    path: Path
    role: Role
    named: bool = False

    @property
    def id(self) -> str:
        """By what it is taken away."""
        return f"folder/{self.path}" if self.named else f"{self.role}/{self.path.name}"


class Kept:
    """The files of a desk.

    Parameters
    ----------
    work
        A teacher's own folder.
    """

    def __init__(self, work: Path) -> None:
        self.folder = work / DESK
        self._file = self.folder / "desk.json"

    @property
    def out(self) -> Path:
        """Where what is made lies."""
        return self.folder / "out"

    def files(self, role: Role) -> list[OnDesk]:
        """Return what is taken for hand-ins, for a class list, or for a gradebook; the newest last."""
        found = [path for path in self._role(role).glob("*") if path.is_file() and not housekeeping(path.name)]
        kept = [OnDesk(path, role) for path in sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))]
        return [*kept, *self._folders()] if role == HAND_INS else kept

    def bring(self, name: str, role: Role, data: bytes) -> tuple[Path, bool]:
        """Keep a file under a safe name; return where, and whether the very same was there before.

        Another of the same name stays beside it: Canvas calls every assignment's zip ``submissions.zip``.
        """
        folder, safe = self._role(role), safe_name(name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for path in self._names(folder, safe):
                if not path.exists():
                    write_whole(path, data)
                    return path, False
                if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
                    return path, True
        except OSError as error:
            raise CourseError(f"“{visible(name, 80)}”: not kept {told(error)}") from error
        raise CourseError(f"“{visible(name, 80)}”: too many files are called so; take some away")

    def name_folder(self, words: str) -> Path:
        """Have hand-ins found in a folder, too. Raises CourseError where there is none."""
        try:
            path = Path(words.strip().strip("\"'")).expanduser()
            there = path.is_absolute() and path.is_dir()
        except (OSError, ValueError, RuntimeError):
            there = False
        if not there:
            raise CourseError(f"{visible(words, 120)}: no such folder; write its whole path, as /teaching/hand-ins")
        folders = [each.path for each in self._folders()]
        if self.folder in (path.resolve(), *path.resolve().parents) or self.folder.is_relative_to(path.resolve()):
            raise CourseError(f"{visible(words, 120)}: the desk's own files lie there; name another folder")
        if len(folders) >= MOST_FOLDERS:
            raise CourseError(f"{MOST_FOLDERS} folders are named already; take one away")
        self.remember(folders=[str(each) for each in dict.fromkeys([*folders, path.resolve()])])
        return path.resolve()

    def leave(self, file: str) -> Path:
        """Take a file away, or name a folder no more; the folder stays. Raises CourseError where it is not here."""
        for each in (each for role in ROLES for each in self.files(role)):
            if each.id == file:
                if each.named:
                    self.remember(folders=[str(one.path) for one in self._folders() if one != each])
                else:
                    try:
                        each.path.unlink()
                    except OSError as error:
                        raise CourseError(f"{each.path.name}: not taken away {told(error)}") from error
                return each.path
        raise CourseError("that is not on the desk any more; look again")

    @property
    def hidden(self) -> bool:
        """Whether names are hidden."""
        return self.remembered("hidden") is True

    def hide(self, *, hidden: bool) -> None:
        """Hide names from now on, or show them."""
        self.remember(hidden=hidden)

    def remembered(self, name: str) -> object:
        """Return something that was remembered; None where it is not, or the file is damaged."""
        return self._remembered().get(name)

    def remember(self, **news: object) -> None:
        """Remember something from one time to the next. Raises CourseError when it cannot be written."""
        data = {"format": FORMAT, **self._remembered(), **news}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(data, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            raise CourseError(f"{self._file.name}: not written {told(error)}") from error

    def _role(self, role: str) -> Path:
        return self.folder / "in" / role

    def _names(self, folder: Path, name: str) -> Iterator[Path]:
        path = Path(name)
        yield from (folder / (f"{path.stem}-{n}{path.suffix}" if n > 1 else name) for n in range(1, 1000))

    def _folders(self) -> list[OnDesk]:
        named = self.remembered("folders")
        folders = named if isinstance(named, list) else []
        return [OnDesk(Path(each), HAND_INS, named=True) for each in folders if isinstance(each, str)]

    def _remembered(self) -> dict[str, object]:
        with suppress(OSError, ValueError):
            data = json.loads(self._file.read_bytes())
            if isinstance(data, dict) and data.get("format") == FORMAT:
                return data
        return {}


def safe_name(name: str) -> str:
    """Return a file's name that is one on every system, and in which a platform's ids stay as they are."""
    last = unicodedata.normalize("NFC", visible(name.replace("\\", "/").rpartition("/")[2], 400))
    safe = _UNSAFE.sub(" ", last).strip(" .") or "file"
    stem, dot, suffix = safe.rpartition(".")
    if len(safe) > _LONGEST:
        safe = f"{(stem or safe)[: _LONGEST - 12]}{dot if stem else ''}{suffix[:10] if stem else ''}"
    return f"x-{safe}" if _RESERVED.fullmatch(safe) else safe
