"""``course.py grade PATH… --out marks.csv``: a row for every hand-in found, whatever is in it."""

from __future__ import annotations

import json
import os
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.cli.arguments import Arguments
from coursekit.cli.counting import Progress
from coursekit.course import Course
from coursekit.marking import marks_file
from coursekit.marking.batch import Outcome, mark_all
from coursekit.marking.finding import count, find
from coursekit.marking.keys import Keys
from coursekit.marking.ledger import Ledger, opened
from coursekit.marking.row import EARLIER, MARKED, UNMARKED
from coursekit.marking.visible import visible
from coursekit.places import course_root
from coursekit.seminar.joining import Joined

if TYPE_CHECKING:
    import argparse

    from coursekit.marking.ledger import Change
    from coursekit.marking.row import Row

DONE, WRONG, MISUSE = 0, 1, 2
MOST_CHANGES = 500  # of them in the answer for programs


def run(arguments: list[str]) -> int:
    """Mark; 0 when every file found has marks, 1 when one has none or nothing was written, 2 wrong use."""
    given = _parser().parse_args(arguments)
    out: Path = given.out
    for path in (*given.paths, *given.levels):
        if not os.path.exists(path):  # noqa: PTH110 - False also for what no path can be, where Path raises
            return _misuse(f"{visible(str(path))}: no such file or folder")
    if os.path.isdir(out) or not os.path.isdir(out.absolute().parent):  # noqa: PTH112
        return _misuse(f"--out {visible(str(out))}: expected a file's name, as marks.csv, in a folder that is there")
    there = os.path.exists(out)  # noqa: PTH110
    if there:
        next(marks_file.read(out), None)  # before any work: is it a marks file at all?
    with opened(marks_file.ledger_of(out)) as ledger:
        keys = Keys(Course(course_root()))
        joined = Joined(given.levels, keys)
        outcome = _marked(given, keys, ledger, joined)
        joined.counting(row.content for row, _ in (ledger.rows() if given.levels else ()) if row.status == MARKED)
        extra = marks_file.strange_columns(out) if there else []
        ledger.remember(marks_file.read(out, ledger.learners()) if there else ())
        changes = list(islice(ledger.changes(), MOST_CHANGES))
        agreed = not (changes or extra) or _agreed(given, ledger, extra)
        if agreed:
            style = marks_file.Style(given.bom or given.semicolon, given.semicolon)
            marks_file.write(out, joined.details(ledger.rows()) if given.levels else ledger.rows(), style)
            ledger.prune()
    if given.json:
        levels = {"levels": joined.to_json()} if given.levels else {}
        _print(_summary(out, outcome, changes, written=agreed) | levels)
    elif agreed:
        _tell(out, outcome)
        for line in joined.lines():
            print(line)
    return DONE if agreed and not outcome.failed else WRONG


def _marked(given: argparse.Namespace, keys: Keys, ledger: Ledger, joined: Joined) -> Outcome:
    own = [*marks_file.own_files(given.out), *(path.resolve() for path in given.levels)]

    def join(row: Row) -> Row:
        marks = ledger.kept(row.content, row.basis) if given.levels else None
        return joined.row(row, marks.questions) if marks else row

    with Progress("marked", lambda: count(given.paths, own)) as progress:

        def tell(row: Row) -> None:
            progress.step(failed=row.status in UNMARKED)

        return mark_all(find(given.paths, own), keys, ledger, tell, join)


def _parser() -> Arguments:
    ask = Arguments(prog="course.py grade", description=__doc__)
    ask.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="folders, zip archives, hand-ins")
    ask.add_argument("--out", type=Path, required=True, metavar="FILE", help="the marks, as marks.csv")
    what = "what markers gave while reading (work/marking/levels-….jsonl): joined to the marks, and compared"
    ask.add_argument("--levels", nargs="+", type=Path, default=[], metavar="FILE", help=what)
    ask.add_argument("--bom", action="store_true", help="begin the CSV with the mark by which Excel knows UTF-8")
    what = "semicolons and decimal commas (and the mark), as Excel expects in many languages"
    ask.add_argument("--semicolon", action="store_true", help=what)
    ask.add_argument("--yes", action="store_true", help="write also when marks given before change")
    ask.add_argument("--json", action="store_true", help="for programs")
    return ask


def _agreed(given: argparse.Namespace, ledger: Ledger, extra: list[str]) -> bool:
    """Tell whose marks change, and ask whether they should."""
    told = sys.stderr if given.json else sys.stdout
    number = 0
    for number, change in enumerate(ledger.changes(), start=1):  # noqa: B007
        print(change.said, file=told)
    what = [f"{number} mark{'' if number == 1 else 's'} would change"] if number else []
    what += [f"columns added by somebody would be lost: {', '.join(extra)}"] if extra else []
    words = f"{given.out}: {'; '.join(what)}"
    if given.yes:
        print(words.replace("would change", "changed").replace("would be lost", "are lost"), file=told)
        return True
    if sys.stdin.isatty() and sys.stderr.isatty():
        print(f"{words}. Write it? [y/N] ", end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().casefold() in ("y", "yes"):
            return True
    print(f"{words}; not written: --yes writes it, another --out leaves it as it is", file=sys.stderr)
    return False


def _tell(out: Path, outcome: Outcome) -> None:
    for name, (number, mean, of) in outcome.exercises.items():
        print(f"{name}: {number} marked, {mean:.1f} of {of:g} points on average")
    for row in outcome.unmarked:
        print(f"{row.file}: {row.status}: {visible(row.note)}")
    more = outcome.failed - len(outcome.unmarked)
    if more > 0:
        print(f"and {more:,} more without marks")
    parts = [f"{outcome.counts.get(MARKED, 0):,} marked"]
    if earlier := outcome.counts.get(EARLIER, 0):
        parts.append(f"{earlier:,} earlier than another of the same learner")
    parts.append(f"{outcome.failed:,} could not be marked" if outcome.failed else "none that could not be marked")
    print(f"{out}: {outcome.found:,} found: {', '.join(parts)}")


def _summary(out: Path, outcome: Outcome, changes: list[Change], *, written: bool) -> dict[str, Any]:
    exercises = {
        name: {"marked": number, "mean": round(mean, 2), "of": of}
        for name, (number, mean, of) in outcome.exercises.items()
    }
    return {
        "out": str(out),
        "details": str(marks_file.details_of(out)),
        "written": written,
        "found": outcome.found,
        "statuses": outcome.counts,
        "exercises": exercises,
        "changes": [change._asdict() for change in changes],
    }


def _print(summary: dict[str, Any]) -> None:
    print(json.dumps(summary, ensure_ascii=False, indent=1))


def _misuse(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE
