"""``course.py debrief [FILE]``: what came of a session in the room, as a page to keep and as data to pass on."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.cli.handed import absent, instructors_course
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.places import work_dir
from coursekit.room.debrief.kept import PastSession, Written, past_sessions, write_debrief
from coursekit.room.debrief.reading import read_debrief
from coursekit.words import count

DONE, MISUSE = 0, 2
SUFFIXES = (".html", ".htm")


def run(arguments: list[str]) -> int:
    """Write a debrief, or say which sessions there are; 2 for wrong use."""
    given = _parser().parse_args(arguments)
    course = Course(instructors_course("debrief", "the room is held, and its debrief made,"), work_dir())
    if given.list:
        return _list(list(past_sessions(course.work)), as_json=given.json)
    if gone := absent([each for each in (given.file, given.with_) if each]):
        return _misuse(gone)
    if given.with_ and given.without_notes:
        return _misuse("--without-notes: it is for the data, and with --with none are written; leave out one of them")
    out: Path | None = given.out.expanduser() if given.out else None
    if out and (out.suffix.lower() not in SUFFIXES or not os.path.isdir(out.absolute().parent)):  # noqa: PTH112
        return _misuse(f"--out {visible(str(out))}: expected a file's name, as debrief.html, in a folder that is there")
    log = given.file or next((each.log for each in past_sessions(course.work)), None)
    if log is None:
        raise CourseError("debrief: no vote was held in a room yet; python3 course.py room LESSON begins one")
    other = read_debrief(given.with_) if given.with_ else None
    written = write_debrief(log, course, out, other, notes=not given.without_notes)
    if given.json:
        print(json.dumps(_json(written), ensure_ascii=False, indent=1))
    else:
        for line in lines(written):
            print(line)
    return DONE


def lines(written: Written) -> list[str]:
    """Return what is said of a debrief that was written."""
    said = [f"{written.page}: {count(written.votes, 'vote')}, {written.joined} joined; for you, with the right answers"]
    if written.data:
        said.append(f"{written.data}: the same as data, without names; another class is laid beside it with --with")
    if written.noted:
        notes = count(written.noted, "note")
        said.append(f"The data have your {notes}, which may name people; debrief --without-notes leaves notes out")
    if written.unread:
        said.append(f"{count(written.unread, 'line')} of the log could not be read and are not in it")
    return said


def _json(written: Written) -> dict[str, object]:
    files = {"page": str(written.page), "data": str(written.data) if written.data else None}
    counts = {"joined": written.joined, "votes": written.votes, "unread": written.unread, "noted": written.noted}
    return {**files, **counts}


def _list(sessions: list[PastSession], *, as_json: bool) -> int:
    if as_json:
        rows = [vars(each) | {"log": str(each.log), "page": str(each.page) if each.page else None} for each in sessions]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    for each in sessions:
        lesson = f"lesson {each.lesson}" if each.lesson else "no lesson"
        where = each.page or f"{each.log} (no debrief made yet)"
        print(f"{each.begun[:16]} UTC, {lesson}: {count(each.votes, 'vote')}, {each.joined} joined: {where}")
    if not sessions:
        print("No vote was held in a room yet; python3 course.py room LESSON begins one.")
    return DONE


def _parser() -> Arguments:
    ask = Arguments(prog="course.py debrief", description=__doc__)
    what = "a session's log, as work/rooms/….jsonl; without it the latest in which something was asked"
    ask.add_argument("file", nargs="?", type=Path, metavar="FILE", help=what)
    ask.add_argument(
        "--out", type=Path, metavar="F.html", help="the page; its data stand beside it; else beside the log"
    )
    what = "another class's debrief: what both were asked stands side by side"
    ask.add_argument("--with", dest="with_", type=Path, metavar="OTHER.json", help=what)
    what = "leave what you noted out of the data, to pass them on; the page has it"
    ask.add_argument("--without-notes", action="store_true", help=what)
    ask.add_argument("--list", action="store_true", help="say which sessions there are, and make none")
    ask.add_argument("--json", action="store_true", help="for programs: which files were written")
    return ask


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
