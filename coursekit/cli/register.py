"""``course.py register PATH…``: who has handed in, on a class list or without one."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.course import Course
from coursekit.dates.human import Unread
from coursekit.dates.moment import read_moment
from coursekit.errors import CourseError
from coursekit.files.whole import write_whole
from coursekit.marking.keys import Keys
from coursekit.marking.marks_file import Style
from coursekit.marking.visible import visible
from coursekit.places import course_root, work_dir
from coursekit.seminar import register_table
from coursekit.seminar.classwork import gather
from coursekit.seminar.pseudonyms import file_of, pseudonyms
from coursekit.seminar.register import register
from coursekit.seminar.roster import read_roster

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from coursekit.course.assignments import Assignments
    from coursekit.seminar.register import Register
    from coursekit.seminar.roster import Learner

DONE, WRONG, MISUSE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Tell who has handed in; 0 when every file has its place, 1 when one has none or is not readable, 2 wrong use."""
    given = _parser().parse_args(arguments)
    for path in (*given.paths, *given.levels, *([given.list] if given.list else [])):
        if not os.path.exists(path):  # noqa: PTH110 - False also for what no path can be, where Path raises
            return _misuse(f"{visible(str(path))}: no such file or folder")
    here = Course(course_root())
    keys = Keys(here)
    try:
        exercises = [_exercise(here.assignments, each) for each in given.exercises]
        deadlines = _deadlines(given.deadline, here.assignments)
    except ValueError as error:
        return _misuse(str(error))
    roster = read_roster(given.list) if given.list else None
    own = [each.resolve() for each in (given.list, given.out, *given.levels) if each]
    found = gather(given.paths, keys, given.levels, leave=own)
    if not found.works:
        raise CourseError("register: nothing was found there; name the folder or zip that was handed in")
    table = register(found, roster.learners if roster else None, exercises, deadlines)
    hidden = pseudonyms([learner for learner, _ in table.lines], file_of(work_dir())) if given.hide_names else None
    if given.out:
        style = Style(given.bom or given.semicolon, given.semicolon)
        try:
            write_whole(given.out, register_table.to_csv(register_table.rows(table, hidden), style))
        except OSError as error:
            raise CourseError(f"{given.out}: not written ({error.strerror}); name another --out") from error
    if given.json:
        print(json.dumps(_json(table, hidden), ensure_ascii=False, indent=1))
    else:
        for line in register_table.lines(table, names=not hidden, listed=roster is not None):
            print(line)
    return WRONG if table.nobodys or any(each.unreadable for _, of in table.lines for each in of.values()) else DONE


def _exercise(assignments: Assignments, name: str) -> str:
    """Return the whole id of an exercise. Raises ValueError where there is none."""
    found = assignments.id_of(name)
    if not found:
        raise ValueError(f"{visible(name, 60)}: no such exercise; there is {', '.join(assignments.names) or 'none'}")
    return found


def _deadlines(given: Sequence[str], assignments: Assignments) -> dict[str, datetime]:
    """Return until when each exercise was to be handed in; without a zone it is this machine's time."""
    found: dict[str, datetime] = {}
    for each in given:
        exercise, _, when = each.rpartition("=")
        moment = read_moment(when)
        if isinstance(moment, Unread):
            why = f"--deadline {visible(moment.why, 300)}; for one exercise 09=2026-02-01T12:00"
            raise ValueError(why)  # noqa: TRY004 - of what somebody typed
        found |= dict.fromkeys([_exercise(assignments, exercise)] if exercise else assignments.names, moment)
    return found


def _json(table: Register, hidden: dict[Learner, str] | None) -> dict[str, object]:
    people = []
    for learner, entries in table.lines:
        who = {"learner": hidden[learner]} if hidden else {"learner": learner.name, "email": learner.email}
        of = {name: each.to_json(names=not hidden) for name, each in entries.items()}
        people.append({**who, "exercises": of})
    people = sorted(people, key=lambda each: str(each["learner"])) if hidden else people
    nobodys = [{"file": each.work.row.file, "why": each.why} for each in table.nobodys]
    return {"exercises": table.exercises, "learners": people, "nobodys": len(nobodys) if hidden else nobodys}


def _parser() -> Arguments:
    ask = Arguments(prog="course.py register", description=__doc__)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    what = "the class list: what Moodle or Canvas exports, or a table with names"
    ask.add_argument("--list", type=Path, metavar="CSV", help=what)
    ask.add_argument("--exercises", nargs="+", default=[], metavar="EXERCISE", help="only these, as 09")
    what = "after when it is late, as 2026-02-01T12:00 (or a day) or, for one exercise, 09=2026-02-01T12:00"
    ask.add_argument("--deadline", nargs="+", default=[], metavar="WHEN", help=what)
    ask.add_argument(
        "--levels", nargs="+", type=Path, default=[], metavar="FILE", help="what markers gave while reading"
    )
    ask.add_argument("--hide-names", action="store_true", help="for the projector: the same pseudonym every time")
    ask.add_argument("--out", type=Path, metavar="FILE", help="the table, as register.csv")
    ask.add_argument("--bom", action="store_true", help="begin the CSV with the mark by which Excel knows UTF-8")
    ask.add_argument("--semicolon", action="store_true", help="semicolons (and the mark), for Excel in many languages")
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
