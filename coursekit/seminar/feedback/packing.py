"""How files that go back are called in a zip, so that each platform gives each to the one it is for.

Moodle (`mod/assign/feedback/file/importziplib.php`) reads of a folder's name the second to fourth of the words that
underscores part: the participant's number and the plugin. Canvas (`infer_comment_context_from_filename` of an
assignment) reads the first two words of a file's name that are numbers, the person's and the file's, or after ``anon``
the two that follow; ``LATE`` is passed over. So names keep those words as they were exported, and nothing else in them
can be taken for one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from coursekit.marking.visible import visible

if TYPE_CHECKING:
    from coursekit.marking.row import Row

Platform = Literal["moodle", "canvas", "plain"]
PLATFORMS: tuple[Platform, ...] = ("moodle", "canvas", "plain")
_MOODLE = re.compile(r"(.+)_(\d+)_assignsubmission_(file|onlinetext)(_?).*")
_ANON = re.compile(r"(?:LATE_)?anon_(?!LATE_)([A-Za-z0-9]+)_(\d+)_.+")
_CANVAS = re.compile(r"(?!\d+_)([^\x00-\x20!-/:-@\[-^`{-~]+?)(_LATE)?_(\d+)_(\d+)_.+", re.IGNORECASE)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows keeps these for devices
_LONGEST = 60


class Names:
    """Names in one zip: whatever is asked for, no two are the same on any system, and none leads out of it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """Return a name with ``.html`` after it, numbered where it is taken; a "/" in it parts folders."""
        number = 1
        while _same(tried := f"{name}{f'-{number}' if number > 1 else ''}.html") in self._taken:
            number += 1
        self._taken.add(_same(tried))
        return tried


def placed(row: Row, platform: Platform) -> str | None:
    """Return what a hand-in's feedback is called, without ``.html``; None where the platform could not place it.

    Parameters
    ----------
    row
        The hand-in's row, whose ``file`` is its path in what was exported.
    platform
        Who is to take it.
    """
    about = f"feedback-{plain(row.exercise)}"
    if platform == "plain":
        return f"{plain(row.learner)}-{plain(row.person)}" if row.person else plain(row.learner)
    parts = row.file.split("/")
    for at, part in enumerate(parts):
        if platform == "moodle" and (found := _MOODLE.fullmatch(part)):
            end = "_" if at == len(parts) - 1 else found[4]  # since Moodle 4.1 a folder ends without it; both are read
            return f"{_full_name(found[1])}_{found[2]}_assignsubmission_{found[3]}{end}/{about}"
        if platform == "canvas" and (found := _ANON.fullmatch(part)):
            return f"anon_{found[1]}_{found[2]}_{about}"
        if platform == "canvas" and not _MOODLE.fullmatch(part) and (found := _CANVAS.fullmatch(part)):
            return f"{_one_word(found[1])}{'_LATE' if found[2] else ''}_{found[3]}_{found[4]}_{about}"
    return None


def platform_of(rows: list[Row]) -> Platform:
    """Return which platform exported some hand-ins, as their names tell; plain where they do not, or differ."""
    found = {row.person.split(" ")[0] for row in rows}
    if found == {"moodle"}:
        return "moodle"
    return "canvas" if found == {"canvas"} else "plain"


def plain(text: str) -> str:
    """Return words as any system takes them in a file's name: letters of every script, figures and hyphens."""
    composed = unicodedata.normalize("NFC", visible(text))
    name = re.sub(r"[^\w]+|_+", "-", composed).strip("-")[:_LONGEST].strip("-")
    return f"x-{name}" if _RESERVED.fullmatch(name) else name or "learner"


def _full_name(name: str) -> str:
    """Return a name as Moodle's folder has it, without what no folder's name may have, and without an underscore."""
    said = unicodedata.normalize("NFC", visible(name))
    return re.sub(r'[\\/:*?"<>|_]+', " ", said)[:_LONGEST].strip(" .") or "learner"


def _one_word(name: str) -> str:
    """Return a name in which Canvas finds no word of its own: no underscore, and not a number alone."""
    word = plain(name)
    return f"x{word}" if word.isdigit() or word.casefold() in ("anon", "late") else word


def _same(name: str) -> str:
    """Return a name as systems compare it that take small and large letters, or their spellings, for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
