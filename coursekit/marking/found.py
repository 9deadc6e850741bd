"""A file that could be a hand-in: how it is called, what is in it or why that was not read, who handed it in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursekit.marking.hand_in import MOST_BYTES

# What systems and programs put into folders by themselves.
_FOLDERS = frozenset({"__MACOSX", ".git", ".ipynb_checkpoints", "__pycache__", "$RECYCLE.BIN"})
_FILES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
_WANTED = (".json", ".zip")
# How platforms name what they export: Moodle by folder or file, Canvas, Blackboard. The id is one person's. Canvas
# keeps of a name what is no space or ASCII punctuation; letters of every script, with signs apart from their letters or
# in a wrong encoding, are in it.
_PLATFORMS = (
    ("moodle", re.compile(r".+_(\d+)_assignsubmission_(?:file|onlinetext)_?.*")),
    ("blackboard", re.compile(r".+_([^_/]+)_attempt_\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d.*")),
    ("canvas anon", re.compile(r"(?:LATE_)?anon_([A-Za-z0-9]+)_\d+_.+")),
    ("canvas", re.compile(r"(?!\d+_)[^\x00-\x20!-/:-@\[-^`{-~]+?(?:_LATE)?_(\d+)_\d+_.+", re.IGNORECASE)),
)


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


def person(name: str) -> str:
    """Return who handed a file in, as far as a learning platform's export tells by its names; "" if it does not."""
    for part in name.split("/"):
        for platform, pattern in _PLATFORMS:
            if match := pattern.fullmatch(part):
                return f"{platform} {match[1]}"
    return ""


def too_large(size: int) -> str:
    """Say that a file is larger than any hand-in."""
    return f"{max(1, round(size / 1_000_000)):,} MB; no hand-in is larger than {MOST_BYTES // 1_000_000} MB"
