"""What a file that is dropped on the desk is taken for, by its look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.seminar.desk.kept import GRADEBOOK, HAND_INS, LIST
from coursekit.seminar.headings import LIST as CLASS_LIST
from coursekit.seminar.roster import roster_of

if TYPE_CHECKING:
    from coursekit.sessions.desk import Role

_TABLE = re.compile(r".+\.(csv|tsv|txt)", re.IGNORECASE | re.DOTALL)


def role_of(name: str, data: bytes) -> Role:
    """Return the role: tables of people are lists or gradebooks, all else was handed in."""
    if not _TABLE.fullmatch(name):
        return HAND_INS
    try:
        kind = roster_of(data, name).kind
    except CourseError:
        return HAND_INS  # perhaps a hand-in under another name
    return LIST if kind == CLASS_LIST else GRADEBOOK
