"""From a class's hand-ins to the zip that goes back."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import replaced
from coursekit.marking.hand_in import NO_NAME
from coursekit.seminar.feedback.handed_back import handed_back
from coursekit.seminar.feedback.packing import Names, placed
from coursekit.seminar.feedback.sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.marking.keys import Keys
    from coursekit.marking.row import Row
    from coursekit.seminar.classwork import Classwork, Work
    from coursekit.seminar.feedback.packing import Platform

_DAY = (1980, 1, 1, 0, 0, 0)  # the same class gives the same zip


@dataclass
class Sent:
    """What went into the zip: member to the hand-ins it tells of; and those that the platform could not place."""

    files: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    unplaced: list[Row] = field(default_factory=list)


def send(  # noqa: PLR0913 - what goes in, where to, and how
    classwork: Classwork,
    keys: Keys,
    course: Course,
    out: Path,
    platform: Platform,
    *,
    tells_keys: Callable[[str], bool] = lambda _exercise: False,
) -> Sent:
    """Write the zip with a page for each hand-in that counts; with ``plain``, one for each learner.

    Parameters
    ----------
    classwork, keys, course
        What was handed in, and what it is marked with.
    out
        The zip; it is written whole or not at all.
    platform
        Who is to take it.
    tells_keys
        Of which exercises right answers are shown.

    Raises
    ------
    CourseError
        When nothing could be put into it, or it cannot be written.
    """
    sent, names = Sent(), Names()
    groups = list(_groups(classwork, platform, sent))
    if not groups:
        why = (
            f"no file's name is one of {platform.title()}'s export; try --for plain" if sent.unplaced else "none counts"
        )
        raise CourseError(f"feedback: no hand-in here that feedback could go back to ({why})")
    try:
        with replaced(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, works in groups:
                backs = [handed_back(work, classwork, keys, tell_keys=tells_keys(work.row.exercise)) for work in works]
                member = names.free(name)
                info = zipfile.ZipInfo(member, _DAY)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(info, sheet(backs, course).encode("utf-8", "replace"))
                sent.files[member] = tuple(work.row for work in works)
    except OSError as error:
        raise CourseError(f"{out}: not written {told(error)}") from error
    return sent


def _groups(classwork: Classwork, platform: Platform, sent: Sent) -> Iterator[tuple[str, list[Work]]]:
    """Yield what each file is called and tells of: one learner's, never two people's."""
    found: dict[tuple[str, ...], list[Work]] = {}
    names: dict[tuple[str, ...], str] = {}
    for work in classwork.counting():
        name = placed(work.row, platform)
        if name is None:
            sent.unplaced.append(work.row)
            continue
        key = _whose(work.row) if platform == "plain" else (work.row.file, work.row.content)
        found.setdefault(key, []).append(work)
        names.setdefault(key, name)
    for key, works in found.items():
        yield names[key], sorted(works, key=lambda work: (work.row.exercise, work.row.file))


def _whose(row: Row) -> tuple[str, ...]:
    """Return whose a hand-in is, as marking has it; one without a name or number is nobody else's."""
    if row.learner == NO_NAME and not row.person:
        return (row.file, row.content)
    return (row.person, row.learner.casefold())
