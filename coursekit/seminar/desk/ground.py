"""What everything on the desk is made of, and what was chosen for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.sessions.desk import Made
from coursekit.sessions.open_hand_in import where_it_lies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import Classwork


@dataclass(frozen=True)
class Ground:
    """A class's hand-ins, what they are marked with, the gradebooks, and where what is made goes."""

    found: Classwork
    keys: Keys
    course: Course
    gradebooks: Sequence[Path]
    out: Path
    hidden: bool = False

    def put(self, name: str, content: bytes) -> Path:
        """Write a file that was made. Raises CourseError when it cannot be written."""
        path = self.place(name)
        try:
            write_whole(path, content)
        except OSError as error:
            raise CourseError(f"{name}: not written {told(error)}") from error
        return path

    def place(self, name: str) -> Path:
        """Return where a file goes, in a folder that is there."""
        try:
            self.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CourseError(f"{name}: not written {told(error)}") from error
        return self.out / name

    def made(self, path: Path, kind: str, *lines: str) -> Made:
        """Return a file that was written as what is given to the page."""
        return Made(path.name, where_it_lies(self.course, path), kind, path.read_bytes(), lines)


def word(choices: Mapping[str, object], name: str) -> str:
    """Return a choice that is a word; "" where it was not made."""
    value = choices.get(name)
    return value if isinstance(value, str) else ""


def words(choices: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return a choice of several words."""
    value = choices.get(name)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def yes(choices: Mapping[str, object], name: str) -> bool:
    """Return whether something was ticked."""
    return choices.get(name) is True
