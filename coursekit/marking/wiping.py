"""All that a learner did in a folder of work, taken away on request: what that is, and how it goes.

What a teacher keeps in the same folder (marks given, rooms held) is no learner's work and stays, and so does every file
that the course has not made.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.locks import held
from coursekit.journal import others
from coursekit.journal.journal import NAME
from coursekit.journal.summary import NAME as SUMMARY
from coursekit.marking.writing import FOLDER
from coursekit.places import EXERCISES, LESSONS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COPIES = (LESSONS, EXERCISES)  # notebooks as the learner has them, with what they last showed
_ASIDE = ("put-together", "set-aside")


def there(work: Path) -> list[Path]:
    """Return the files and folders that hold what a learner did."""
    return [path for path in _known(work) if path.exists() or path.is_symlink()]


def wipe(work: Path) -> list[Path]:
    """Take away all that a learner did; return what is gone.

    The journal goes last: whatever breaks off in the middle, what was answered is still there, or all is gone.

    Raises
    ------
    CourseError
        When something could not be taken away; it names what is left.
    """
    gone = []
    try:
        with held((work / NAME).with_suffix(".lock")):
            for path in reversed(there(work)):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink(missing_ok=True)
                gone.append(path)
    except OSError as error:
        raise CourseError(f"{error.filename or work}: not wiped {told(error)}; then say it again") from error
    return gone


def _known(work: Path) -> Iterator[Path]:
    journal = work / NAME
    yield journal
    yield work / SUMMARY
    yield journal.with_suffix(".set-aside.jsonl")
    with suppress(CourseError):  # where the journal can't be read, what lies beside it can't be told from anything else
        yield from (each.path for each in others(journal))
    yield from sorted((work / TEXTS).glob("*.json"))
    yield from (work / name for name in (*_ASIDE, FOLDER, *_COPIES))
