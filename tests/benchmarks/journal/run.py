"""How long a journal of 100,000 events takes to load, beside json.loads over the same lines.

    python tests/benchmarks/journal/run.py [--events 100000] [--rounds 5]

Both run in one process, in turns, and the best of each counts; the ratio says what checking, setting aside
and building events cost on top of reading JSON, whatever the machine. An append is timed beside a bare
write with fsync. Aim: loading in under 2 s, at most 2.5 times bare JSON. Exit 1 when the ratio is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from coursekit.journal import Journal, annotations, answers
from coursekit.journal.events import line, new

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 2.5  # times json.loads
APPENDS = 300


def write(path: Path, events: int) -> None:
    """Write a journal as a busy learner's would be: half answers, half marks with a comment now and then."""
    chance = random.Random(1960)  # noqa: S311
    with path.open("wb") as file:
        for n in range(events):
            if n % 2:
                given = {"choice": chance.choice("abcd"), "confidence": 80}
                data = {"question": f"01-q{n % 60}", "version": 1, "answer": given, "checked": True}
                file.write(line(new("answer", "bench", data)))
                continue
            words = "However, recently the numerous reports"
            place = {
                "source": "LET",
                "edition": "guide",
                "paragraph": f"p{n % 15}",
                "start": n % 90,
                "end": n % 90 + 38,
            }
            span = {**place, "quote": words, "prefix": "told a story; now comes ", "suffix": " of “the impossible"}
            mark = {"id": f"{n:032x}", "source": "LET", "task": "01-layers", "tag": "QUANT", "comment": words * (n % 3)}
            file.write(line(new("annotate", "bench", {"annotation": {**mark, "spans": [span]}})))


def best(rounds: int, *runs: Callable[[], object]) -> list[float]:
    """Return the best time of each, run in turns."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for taken, run in zip(times, runs, strict=True):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def say(words: str) -> None:
    """Put out one line."""
    sys.stdout.write(f"{words}\n")


def main() -> int:
    """Measure and say."""
    parser = argparse.ArgumentParser(description="Time the journal")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.jsonl"
        write(path, asked.events)
        journal = Journal(path)
        load, bare = best(
            asked.rounds,
            lambda: Journal(path).read(),
            lambda: [json.loads(each) for each in path.read_bytes().splitlines()],
        )
        events = journal.read().events
        again, folded = best(asked.rounds, journal.refresh, lambda: (answers(events), annotations(events)))
        say(f"{len(events):,} events, {path.stat().st_size / 1e6:.1f} MB")
        say(f"load      {load:6.3f} s   json.loads {bare:6.3f} s   ratio {load / bare:.2f} (at most {MOST})")
        say(f"fold      {folded:6.3f} s   answers and marks as they stand")
        say(f"refresh   {again * 1e3:6.3f} ms  nothing new")
        raw = line(events[0])
        handle = os.open(Path(folder) / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        small = Journal(Path(folder) / "small.jsonl")
        append, synced = best(
            APPENDS,
            lambda: small.append("ran", lesson="01"),
            lambda: (os.write(handle, raw), os.fsync(handle)),
        )
        os.close(handle)
        say(f"append    {append * 1e3:6.3f} ms  write and fsync alone {synced * 1e3:.3f} ms")
    return int(load / bare > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
