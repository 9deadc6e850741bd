"""A file that could be a hand-in: how it is called, what is in it or why that was not read, who handed it in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from coursekit.marking.hand_in import MOST_BYTES

# What systems and programs put into folders by themselves.
_FOLDERS = frozenset({"__MACOSX", ".git", ".ipynb_checkpoints", "__pycache__", "$RECYCLE.BIN"})
_FILES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
_WANTED = (".json", ".zip")
# How platforms name what they export: Moodle by folder or file, Canvas, Blackboard. The id is one person's. Canvas
# keeps of a name what is no space or ASCII punctuation; letters of every script, with signs apart from their letters or
# in a wrong encoding, are in it.
_PLATFORMS = (
    ("moodle", re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?.*")),
    ("blackboard", re.compile(r".+_(?P<id>[^_/]+)_attempt_\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d.*")),
    ("canvas anon", re.compile(r"(?P<late>LATE_)?anon_(?P<id>[A-Za-z0-9]+)_\d+_.+")),
    (
        "canvas",
        re.compile(r"(?P<name>(?!\d+_)[^\x00-\x20!-/:-@\[-^`{-~]+?)(?P<late>_LATE)?_(?P<id>\d+)_\d+_.+", re.IGNORECASE),
    ),
)
_NOBODY = re.compile(
    r"(?:participant|teilnehmer|deelnemer|participante)[\W_]*(?:in)?", re.IGNORECASE
)  # who is marked unseen


@dataclass(frozen=True)
class Candidate:
    """One file.

    Parameters
    ----------
    name
        As it is called where it was found, an archive's members below the archive; not yet fit to be shown.
    raw
        Its bytes, at most a little more than `MOST_BYTES`; None where they were not read.
    note
        Why not; or, where they were, what else a reader should know.
    """

    name: str
    raw: bytes | None
    note: str = ""


def housekeeping(name: str) -> bool:
    """Tell whether a file or folder is nothing that anybody handed in."""
    *folders, last = name.replace("\\", "/").rstrip("/").split("/")
    hidden = last.startswith("._") or (last.startswith(".") and not last.lower().endswith(_WANTED))
    return hidden or last.lower() in _FILES or last in _FOLDERS or not _FOLDERS.isdisjoint(folders)


class Told(NamedTuple):
    """What the name of a file in a platform's export tells; "" what it does not.

    Parameters
    ----------
    platform, id
        Which platform, and by what it knows the person.
    name
        The person's name, as far as the platform keeps it in names of files: Moodle without some signs, Canvas
        last name first, in small letters, without spaces.
    late
        Whether it says that the file came late.
    """

    platform: str = ""
    id: str = ""
    name: str = ""
    late: bool = False


@lru_cache(maxsize=50_000)  # whoever matches, sorts or counts a class asks for each of its files several times
def told_by(name: str) -> Told:
    """Return what a platform's export tells of a file by its name and its folder's."""
    for part in name.split("/"):
        for platform, pattern in _PLATFORMS:
            if match := pattern.fullmatch(part):
                found = match.groupdict()
                who = found.get("name") or ""
                return Told(platform, found["id"], "" if _NOBODY.fullmatch(who) else who, bool(found.get("late")))
    return Told()


def person(name: str) -> str:
    """Return who handed a file in, as far as a learning platform's export tells by its names; "" if it does not."""
    told = told_by(name)
    return f"{told.platform} {told.id}" if told.platform else ""


def too_large(size: int) -> str:
    """Say that a file is larger than any hand-in."""
    return f"{max(1, round(size / 1_000_000)):,} MB; no hand-in is larger than {MOST_BYTES // 1_000_000} MB"
