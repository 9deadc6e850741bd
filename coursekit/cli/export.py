"""``course.py export …``: what is here, for other programs."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.authoring.sealed import SUFFIX as SEALED_FILE
from coursekit.cli.arguments import Arguments
from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.files.beside import refuse_others
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.marking.visible import visible
from coursekit.places import CLASS_COPY
from coursekit.words import count

if TYPE_CHECKING:
    import argparse

    from coursekit.formats.annotations.noted import Collected
    from coursekit.formats.questions.carrying import Loss
    from coursekit.seminar.classwork import Work

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
    from coursekit.formats.annotations.noted import of_journal

    found = of_journal(course().journal.read().events)
    return replace(found, noted=tuple(replace(each, learner="") for each in found.noted)) if given.hide_names else found


def _of_class(given: argparse.Namespace) -> Collected:
    from coursekit.formats.annotations.noted import of_class
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import gather

    here = course()
    counting = gather(given.paths, Keys(here)).counting()
    if not counting:
        raise CourseError(f"{given.paths[0]}: no hand-in of this course; see what is there with: course.py grade")
    return of_class(counting, _hidden(counting, here.work) if given.hide_names else None)


def _hidden(works: tuple[Work, ...], work: Path) -> dict[str, str]:
    """Return whose each file is, by the pseudonyms that the class's table has, too."""
    from coursekit.seminar.matching import match
    from coursekit.seminar.pseudonyms import file_of, pseudonyms
    from coursekit.seminar.register import handed_by

    people = handed_by(works)
    names = pseudonyms(people, file_of(work))
    return {each.work.row.file: names[each.learner] for each in match(works, people) if each.learner}


def _questions(given: argparse.Namespace) -> int:
    from coursekit.build.student_readme import course_title
    from coursekit.formats.questions import canvas, moodle
    from coursekit.formats.questions.markup import plain
    from coursekit.formats.questions.package import pack

    platform = {"moodle": moodle.PLATFORM, "canvas": canvas.PLATFORM}[given.platform]
    if given.out.suffix.lower() != platform.suffix:
        return _misuse(f"--out {visible(str(given.out))}: expected a name that ends in {platform.suffix}")
    here = course()
    assignments = here.assignments
    names = [assignments.id_of(name) for name in given.names] if given.names else list(assignments.names)
    if "" in names:
        unknown = visible(given.names[names.index("")], 60)
        return _misuse(f"{unknown}: no such lesson or exercise; there is {', '.join(assignments.names) or 'none'}")
    sealed = any(path.suffix == SEALED_FILE for name in names for path in assignments.files(name))
    if sealed or (here.root / CLASS_COPY).exists():
        raise CourseError("export questions: this is a class copy, whose keys stay sealed; use the instructor's course")
    groups, lost = pack(platform, [assignments[name] for name in dict.fromkeys(names)], here.shelf)
    if groups:
        _write(given.out, platform.write(plain(course_title(here.root)), groups))
    return _tell(given, sum(len(group.questions) for group in groups), lost)


def _portfolio(given: argparse.Namespace) -> int:
    from coursekit.build.student_readme import course_title
    from coursekit.formats.portfolio.gathering import gather
    from coursekit.formats.portfolio.markdown import markdown
    from coursekit.formats.portfolio.page import page
    from coursekit.formats.portfolio.references import bibtex, csl_json

    if given.out.suffix.lower() != ".html":
        return _misuse(f"--out {visible(str(given.out))}: expected a name that ends in .html")
    here = course()
    found = gather(here, course_title(here.root))
    if not found.chapters and not found.argument:
        raise CourseError(
            "export portfolio: nothing is there yet; it holds what you answered and marked in the lessons"
        )
    out: Path = given.out
    every = {
        out: page(found),
        out.with_suffix(".md"): markdown(found),
        out.with_suffix(".csl.json"): csl_json(found.sources),
        out.with_suffix(".bib"): bibtex(found.sources),
    }
    refuse_others(out, list(every)[1:])
    for path, raw in every.items():
        _write(path, raw)
    answers = sum(len(each.said) for each in found.chapters) + bool(found.argument)
    numbers = {"answers": answers, "marks": sum(len(each.marked) for each in found.chapters)}
    if given.json:
        _print({"out": [str(path) for path in every], **numbers})
        return DONE
    print(f"{visible(str(out))}: {count(numbers['answers'], 'answer')} and {count(numbers['marks'], 'mark')}")
    print(f"beside it: {', '.join(visible(path.name) for path in list(every)[1:])}")
    return DONE


def _statistics(given: argparse.Namespace) -> int:
    from coursekit.cli.statistics import export

    for path in (*given.paths, *given.others):
        if not os.path.exists(path):  # noqa: PTH110 - as above
            return _misuse(f"{visible(str(path))}: no such file or folder")
    if given.out.suffix.lower() != ".json":
        return _misuse(f"--out {visible(str(given.out))}: expected a name that ends in .json")
    return export(given)


def _tell(given: argparse.Namespace, number: int, lost: list[Loss]) -> int:
    """Say how many questions were written, which were not, and what others lack; 1 where none was written."""
    out = visible(str(given.out))
    if given.json:
        told: dict[str, list[dict[str, str]]] = {"left_out": [], "lacks": []}
        for loss in lost:
            told["left_out" if loss.whole else "lacks"].append({"question": loss.question, "why": loss.why})
        _print({"out": str(given.out), "questions": number, **told})
        return DONE if number else WRONG
    print(f"{out}: {count(number, 'question')}" if number else f"{out}: not written; no question can be carried over")
    for head, whole in (("Left out:", True), ("Carried over, but:", False)):
        these = [loss for loss in lost if loss.whole == whole]
        if these:
            print(head)
        for why in dict.fromkeys(loss.why for loss in these):
            ids = [loss.question for loss in these if loss.why == why]
            print(f"  {why} ({len(ids)}): {', '.join(ids)}")
    return DONE if number else WRONG


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
    notes.add_argument("--hide-names", action="store_true", help="pseudonyms instead of names, the same every time")
    notes.set_defaults(write=_annotations)
    what = "closed questions with their keys, for a learning platform; says what cannot be carried over, and why"
    asked = kinds.add_parser("questions", help=what, description=what)
    asked.add_argument("names", nargs="*", metavar="LESSON|EXERCISE", help="as L09 or 09-name; none: all there are")
    platforms = "Moodle XML (.xml) or QTI 1.2 (.zip)"
    asked.add_argument("--for", dest="platform", choices=("moodle", "canvas"), required=True, help=platforms)
    asked.set_defaults(write=_questions)
    what = "your marks, answers and argument as one page (.html) and as Markdown; the sources as CSL-JSON and BibTeX"
    own = kinds.add_parser("portfolio", help=what, description=what)
    own.set_defaults(write=_portfolio)
    what = "how many answered each item, how well, and what they chose; nothing of anybody's, nothing of under five"
    figures = kinds.add_parser("statistics", help=what, description=what)
    figures.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="hand-ins, files of work, journals")
    more = "statistics of another class, to be added (may be repeated)"
    figures.add_argument("--with", dest="others", action="append", default=[], type=Path, metavar="FILE", help=more)
    figures.set_defaults(write=_statistics)
    for each in (notes, asked, own, figures):
        each.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
        each.add_argument("--json", action="store_true", help="for programs")
    return ask


def _print(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False))


def _misuse(words: str) -> int:
    print(f"export: {words}", file=sys.stderr)
    return MISUSE
