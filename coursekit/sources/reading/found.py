"""One file that was read, or the one line that says why it was not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KILO = 1_000
MOST_SIGNS = 5_000_000  # in one text; the longest books have three million
MOST_BYTES = 20_000_000  # in one file
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Unreadable(Exception):  # noqa: N818 - it is a finding about a file, not a fault of ours
    """A file that cannot be read; the message is one line that says why and what to do."""


@dataclass(frozen=True)
class ReadFile:
    """A file: how people see its name, its text (pages parted by form feeds), or what is wrong."""

    name: str
    text: str = ""
    kind: str = ""
    size: int = 0
    error: str = ""


def printable(name: str) -> str:
    """Return a file's name fit for a terminal and for JSON."""
    return _CONTROL.sub("\ufffd", name)


def megabytes(size: int) -> str:
    """Return a size for people."""
    if size < _KILO:
        return f"{size} bytes"
    return f"{size / _KILO:.0f} kB" if size < _KILO**2 else f"{size / _KILO**2:.0f} MB"
