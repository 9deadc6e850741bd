"""``course.py export statistics``: how a class answered each item, without anything of anybody's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.build.student_readme import course_title
from coursekit.cli.handed import instructors_course
from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.formats.statistics.figures import FEWEST
from coursekit.formats.statistics.file import LONGEST, put_together, read, to_tell, written
from coursekit.formats.statistics.gathering import of_class, of_journals
from coursekit.formats.statistics.journals import Journals
from coursekit.marking.keys import Keys
from coursekit.marking.visible import visible
from coursekit.practice.loading import forms
from coursekit.seminar.classwork import gather
from coursekit.seminar.report.people import people
from coursekit.seminar.report.sheets import sheets
from coursekit.words import count

if TYPE_CHECKING:
    import argparse

    from coursekit.formats.statistics.file import Statistics


def export(given: argparse.Namespace) -> int:
    """Write the statistics of hand-ins and journals, with those of other files put in."""
    instructors_course("export statistics", "they are made")
    here = course()
    found: Statistics = {}
    classwork = gather(given.paths, Keys(here), leave={given.out.resolve()}) if given.paths else None
    works = len(classwork.counting()) if classwork else 0
    if classwork:
        put_together(found, of_class(sheets(people(classwork), Keys(here))))
    journals = Journals(given.paths)
    practice, number = of_journals(forms(here.folders), journals)
    put_together(found, practice)
    seen = bool(found)
    found, few = to_tell(found)
    title = course_title(here.root)[:LONGEST]  # as a file is read
    for path in given.others:
        of, other = read(path)
        if of != title:
            raise CourseError(f"{visible(str(path))}: is of another course (“{visible(of, 60)}”); leave it out")
        put_together(found, other)
    passed = f"{count(journals.passed, 'file')} that should be a journal or an archive"
    if not (seen or found):
        why = f" ({passed})" if journals.passed else ""
        raise CourseError(
            f"export statistics: nothing to count in there{why}; name hand-ins, files of work or journals"
        )
    try:
        write_whole(given.out, written(title, found))
    except OSError as error:
        raise CourseError(f"{given.out}: not written {told(error)}") from error
    numbers = {
        "items": len(found),
        "left_out": few,
        "hand_ins": works,
        "forms": number,
        "passed_over": journals.passed,
    }
    if given.json:
        print(json.dumps({"out": str(given.out), **numbers}))
        return 0
    sources = f"{count(works, 'hand-in')}, {count(number, 'form')} of the practice test"
    others = f", {count(len(given.others), 'other file')}" if given.others else ""
    print(f"{visible(str(given.out))}: {count(numbers['items'], 'item')}, from {sources}{others}")
    if journals.passed:
        print(f"passed over: {passed}, and could not be read")
    if few:
        print(f"left out: {count(few, 'item')} whose figures would tell of fewer than {FEWEST} people")
    return 0
