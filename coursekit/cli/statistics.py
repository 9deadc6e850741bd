"""``course.py export statistics``: how a class answered each item, without anything of anybody's."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.build.student_readme import course_title
from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.folders import walk
from coursekit.files.whole import write_whole
from coursekit.formats.statistics.figures import FEWEST
from coursekit.formats.statistics.file import put_together, read, written
from coursekit.formats.statistics.gathering import of_class, of_journals
from coursekit.journal.carrying import journal_in
from coursekit.marking.finding import DEEPEST
from coursekit.marking.keys import Keys
from coursekit.marking.visible import visible
from coursekit.practice.loading import forms
from coursekit.seminar.classwork import gather
from coursekit.seminar.report.people import people
from coursekit.seminar.report.sheets import sheets
from coursekit.words import count

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coursekit.formats.statistics.file import Statistics
    from coursekit.journal import Event

_SUFFIXES = (".jsonl", ".zip")


def export(given: argparse.Namespace) -> int:
    """Write the statistics of hand-ins and journals, with those of other files put in."""
    here = course()
    found: Statistics = {}
    classwork = gather(given.paths, Keys(here), leave={given.out.resolve()}) if given.paths else None
    works = len(classwork.counting()) if classwork else 0
    if classwork:
        put_together(found, of_class(sheets(people(classwork), Keys(here))))
    practice, number = of_journals(forms(here.folders), _journals(given.paths))
    put_together(found, practice)
    title = course_title(here.root)
    for path in given.others:
        of, other = read(path)
        if of != title:
            raise CourseError(f"{visible(str(path))}: is of another course (“{visible(of, 60)}”); leave it out")
        put_together(found, other)
    if not found:
        raise CourseError("export statistics: nothing to count in there; name hand-ins, files of work or journals")
    raw, few = written(title, found)
    try:
        write_whole(given.out, raw)
    except OSError as error:
        raise CourseError(f"{given.out}: not written {told(error)}") from error
    numbers = {"items": len(found) - few, "left_out": few, "hand_ins": works, "forms": number}
    if given.json:
        print(json.dumps({"out": str(given.out), **numbers}))
        return 0
    sources = f"{count(works, 'hand-in')}, {count(number, 'form')} of the practice test"
    others = f", {count(len(given.others), 'other file')}" if given.others else ""
    print(f"{visible(str(given.out))}: {count(numbers['items'], 'item')}, from {sources}{others}")
    if few:
        print(f"left out: {count(few, 'item')} that fewer than {FEWEST} people answered")
    return 0


def _journals(paths: Sequence[Path]) -> Iterator[Sequence[Event]]:
    """Yield the events of every journal, and of every file of work, that stands there; what is none is passed over."""
    for path in paths:
        every = walk(path, DEEPEST, lambda _: False, by_name=True) if path.is_dir() else ()
        files = [each.path for each in every if each.sort == "file"] or [path]
        for each in files:
            if each.suffix.lower() in _SUFFIXES:
                with suppress(CourseError):  # a zip of hand-ins, or no journal at all
                    yield journal_in(each)
