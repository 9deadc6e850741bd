"""How long `course.py progress`, and home, take with a journal of 100,000 events, beside json.loads over its lines.

    .venv/bin/python -m tests.benchmarks.progress.run [--events 100000] [--rounds 3]

Everything that each does in its process is timed: the course's way read, the journal read and folded, the page drawn.
First without a summary beside the journal (the first time after a hundred thousand events), then with it, as ever
after, twenty events later. The best of each counts, in turns; the ratio says what it costs beside reading JSON,
whatever the machine. Exit 1 when a ratio is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.progress import told
from coursekit.course import Course
from coursekit.html import Safe
from coursekit.journal import Event
from coursekit.journal.events import line
from coursekit.journal.summary import NAME
from coursekit.study import words
from coursekit.study.calibration import calibration
from coursekit.study.judged import judged
from coursekit.study.looking_back import look_back
from coursekit.study.page import page
from coursekit.study.progress import progress_of
from coursekit.study.review.due import due
from tests.benchmarks.journal.run import best, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.study.progress import Progress

ROOT = Path(__file__).resolve().parents[3]

FIRST, AGAIN = 2.2, 1.5  # times json.loads
TRIED = 5_000  # of the events: marks that were shown


def main() -> int:
    """Measure and say."""
    parser = argparse.ArgumentParser(description="Time progress")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.jsonl"
        here = Path(folder)
        course = Course(ROOT, here)
        write(path, asked.events - TRIED)
        with path.open("ab") as file:
            file.writelines(line(each) for each in tried(course))

        def anew() -> None:
            path.with_name(NAME).unlink(missing_ok=True)
            look_back(course)

        first, bare = best(asked.rounds, anew, lambda: [json.loads(each) for each in path.read_bytes().splitlines()])
        for _ in range(20):
            course.journal.append("ran", lesson="01")
        again, drawn = best(asked.rounds, lambda: told(where(Course(ROOT, here))), lambda: home_of(Course(ROOT, here)))
    worst = 0
    for name, taken, most in (("first", first, FIRST), ("progress", again, AGAIN), ("home", drawn, AGAIN)):
        print(f"{name:8} {taken:6.3f} s   json.loads {bare:6.3f} s   ratio {taken / bare:.2f} (at most {most})")
        worst |= taken / bare > most
    return int(worst)


def where(course: Course) -> Progress:
    """Return where somebody is."""
    back = look_back(course)
    return progress_of(back.path, back.doings.doings())


def home_of(course: Course) -> list[Safe]:
    """Draw home."""
    back = look_back(course)
    shown = page(progress_of(back.path, back.doings.doings()), lambda unit: unit.notebook)
    back_again = due(back.attempts.attempts(), course.questions.by_id.values(), datetime.now(UTC))
    shown += [Safe(words.review(back_again))]
    return shown + judged(calibration(back.verdicts.verdicts(), lambda question: course.question(question).points), {})


def tried(course: Course) -> Iterator[Event]:
    """Yield marks that were shown over half a year, so that there is much to schedule."""
    names, chance = list(course.questions.by_id.values()), random.Random(1960)  # noqa: S311
    for n in range(TRIED):
        at = (datetime.now(UTC) - timedelta(hours=4 * (TRIED - n) / 5)).isoformat(timespec="milliseconds")
        asked = chance.choice(names)
        data = {"question": asked.id, "version": asked.version, "state": chance.choice(("right", "partly", "wrong"))}
        yield Event(f"{n:032x}", at.replace("+00:00", "Z"), "bench", "mark-shown", {**data, "points": 0.5})


if __name__ == "__main__":
    raise SystemExit(main())
