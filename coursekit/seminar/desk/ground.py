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
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import Classwork
    from coursekit.seminar.roster import Learner

MOST = 200  # files of one name


@dataclass(frozen=True)
class Ground:
    """A class's hand-ins, what they are marked with, the gradebooks, where what is made goes, and the class list."""

    found: Classwork
    keys: Keys
    course: Course
    gradebooks: Sequence[Path]
    out: Path
    hidden: bool = False
    listed: Sequence[Learner] | None = None

    def put(self, stem: str, contents: Mapping[str, bytes]) -> Path:
        """Write what was made, and never over another that was made before: that stays, and this one has a number.

        Parameters
        ----------
        stem
            What the files are called before their endings.
        contents
            Ending to content; the path of the first is returned.

        Raises
        ------
        CourseError
            When it cannot be written.
        """
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            for called in numbered(stem):
                files = {self.out / f"{called}{ending}": content for ending, content in contents.items()}
                if not any(map(_taken, files)):
                    for path, content in reversed(files.items()):  # what the first rests on is there before it
                        write_whole(path, content)
                elif not all(path.is_file() and path.read_bytes() == content for path, content in files.items()):
                    continue
                return next(iter(files))
        except OSError as error:
            raise CourseError(f"{stem}{next(iter(contents))}: not written {told(error)}") from error
        raise CourseError(f"{stem}: {MOST} are there already; clear the folder {where_it_lies(self.course, self.out)}")

    def before(self, stem: str, ending: str) -> Path | None:
        """Return the last file of that name that was made, None where there is none."""
        known = [path for called in numbered(stem) if (path := self.out / f"{called}{ending}").is_file()]
        return known[-1] if known else None

    def made(self, path: Path, kind: str, *lines: str, called: str = "") -> Made:
        """Return a file that was written as what is given to the page; ``called`` is its name without a number."""
        if called and path.name != called:
            lines = (*lines, f"{called} was made before and is another: it stays, this one is {path.name}")
        return Made(path.name, where_it_lies(self.course, path), kind, path.read_bytes(), lines)


def numbered(stem: str) -> Iterator[str]:
    """Yield the names that files made one after the other have."""
    yield from (stem if n == 1 else f"{stem}-{n}" for n in range(1, MOST + 1))


def _taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()


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
