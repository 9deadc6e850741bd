"""What a file tells by itself, before anything of it is marked: whose, of which exercise, when, readable or why not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from coursekit.errors import CourseError
from coursekit.marking.found import person
from coursekit.marking.hand_in import clean_name, hand_in_of, parse
from coursekit.marking.row import MARKED, MOST_FILE, MOST_ID, NEWER, NONE, UNKNOWN, UNREADABLE, Row
from coursekit.marking.visible import visible

if TYPE_CHECKING:
    from coursekit.marking.found import Candidate
    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys


class Seen(NamedTuple):
    """A file that was looked at.

    Parameters
    ----------
    row
        Its row, as far as it is known: of one that can be marked without points, and without its marks' ``basis``.
    given
        What it holds; None where it cannot be marked.
    """

    row: Row
    given: HandIn | None = None


def look(found: Candidate, keys: Keys) -> Seen:
    """Look at a file. Raises CourseError only when an exercise of the course itself cannot be read."""
    row = Row(file=visible(found.name, MOST_FILE), person=person(found.name), status=UNREADABLE, note=found.note)
    if found.raw is None:
        return Seen(row)
    try:
        data = parse(found.raw)
        row = replace(row, learner=_shown(data, "learner"), exercise=_shown(data, "exercise"))
        given = hand_in_of(data)
    except CourseError as error:
        return Seen(replace(row, status=NONE, note=str(error)))
    row = replace(row, learner=given.learner, made=given.made)
    key = keys.get(given.exercise)
    if key is None:
        return Seen(replace(row, status=UNKNOWN, note=f"no exercise of this course; there is {', '.join(keys.names)}"))
    if given.version > key.exercise.version:
        note = f"made with version {given.version} of the exercise, here is {key.exercise.version}"
        return Seen(replace(row, status=NEWER, note=f"{note}; bring the course up to date and grade again"))
    return Seen(replace(row, status=MARKED, content=hashlib.sha256(found.raw).hexdigest()), given)


def _shown(data: dict[str, Any], field: str) -> str:
    """Return a field of a hand-in that may be no good."""
    value = data.get(field)
    if not isinstance(value, str) or not value.strip():
        return ""
    return clean_name(value) if field == "learner" else visible(value, MOST_ID)
