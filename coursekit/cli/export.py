"""``course.py export …``: what is here, for other programs."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.cli.arguments import Arguments
from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.marking.visible import visible
from coursekit.words import count

if TYPE_CHECKING:
    import argparse

    from coursekit.formats.annotations.noted import Collected

DONE, WRONG, MISUSE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Write a file for other programs; 0 when it is written, 1 when it could not be, 2 for wrong use."""
    given = _parser().parse_args(arguments)
    out: Path = given.out
    if os.path.isdir(out) or not os.path.isdir(out.absolute().parent):  # noqa: PTH112 - Path raises for what is none
        return _misuse(f"--out {visible(str(out))}: expected a file's name, in a folder that is there")
    return int(given.write(given))


def _annotations(given: argparse.Namespace) -> int:
    from coursekit.formats.annotations import jsonld, table

    forms = {".jsonld": jsonld.write, ".csv": table.write}
    form = forms.get(given.out.suffix.lower())
    if form is None:
        return _misuse(f"--out {visible(str(given.out))}: expected a name that ends in {' or '.join(forms)}")
    for path in given.paths:
        if not os.path.exists(path):  # noqa: PTH110 - False also for what no path can be, where Path raises
            return _misuse(f"{visible(str(path))}: no such file or folder")
    found = _of_class(given) if given.paths else _of_learner(given)
    _write(given.out, form(found.noted))
    marks = sum(bool(each.tag) for each in found.noted)
    numbers = {"marks": marks, "places": len(found.noted) - marks, "unread": found.unread}
    if given.json:
        _print({"out": str(given.out), **numbers})
        return DONE
    pointed = count(numbers["places"], "place") + " pointed at"
    print(f"{visible(str(given.out))}: {count(marks, 'mark')} and {pointed}")
    if found.unread:
        print(f"{count(found.unread, 'passage')} could not be read and {'is' if found.unread == 1 else 'are'} left out")
    return DONE


def _of_learner(given: argparse.Namespace) -> Collected:
    from coursekit.formats.annotations.noted import of_journal, without_names

    found = of_journal(course().journal.read().events)
    return without_names([found]) if given.anonymous else found


def _of_class(given: argparse.Namespace) -> Collected:
    from coursekit.formats.annotations.noted import of_hand_in, together, without_names
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import gather

    counting = gather(given.paths, Keys(course())).counting()
    if not counting:
        raise CourseError(f"{given.paths[0]}: no hand-in of this course; see what is there with: course.py grade")
    # Two people of one name are two readers, as far as the platform's export tells them apart.
    whose = [f"{each.row.person} {each.row.learner}" if given.anonymous else None for each in counting]
    found = [
        of_hand_in(each.given, each.row.content, name) for each, name in zip(counting, whose, strict=True) if each.given
    ]
    return without_names(found) if given.anonymous else together(found)


def _write(out: Path, raw: bytes) -> None:
    try:
        write_whole(out, raw)
    except OSError as error:
        raise CourseError(f"{out}: not written {told(error)}") from error


def _parser() -> Arguments:
    ask = Arguments(prog="course.py export", description=__doc__)
    kinds = ask.add_subparsers(title="what", metavar="WHAT", required=True, parser_class=Arguments)
    what = "marks, and places pointed at: W3C annotations (.jsonld) or a table (.csv)"
    notes = kinds.add_parser("annotations", help=what, description=what)
    notes.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="hand-ins of a class; none: your own work")
    notes.add_argument("--anonymous", action="store_true", help="Reader 1, Reader 2 … instead of names")
    notes.set_defaults(write=_annotations)
    for each in (notes,):
        each.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
        each.add_argument("--json", action="store_true", help="for programs")
    return ask


def _print(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False))


def _misuse(words: str) -> int:
    print(f"export: {words}", file=sys.stderr)
    return MISUSE
