"""How long the report on a large class takes, beside the least that its files can cost.

    python tests/benchmarks/report/run.py [--learners 300] [--most 80]

Every learner hands in every exercise, and a lesson with its marks; all is drawn as in
`tests/seminar/made_up_class.py`. The report is made in a process of its own, from its start to the page on the disk;
the floor is another process that reads the same files with json and hashes them. Their ratio says more than the
seconds, which are the machine's. Exit 1 when a hand-in is missing from the report, or when it costs more than
``--most`` times the floor of work.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from coursekit.course import Course  # noqa: E402
from tests.seminar.made_up_class import hand_in, lesson_with_marks, written  # noqa: E402
from tests.seminar.made_up_marks import marks  # noqa: E402

SEED = 1960
DAY = datetime(2026, 1, 31, 12, tzinfo=UTC)
# Run in the process that is measured. Linux tells kilobytes; other systems bytes.
MEASURED = """
import json, resource, sys, time
from coursekit.cli.main import main
code = main(["report", *sys.argv[1:]])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1000 if sys.platform == "linux" else 1_000_000)
print(json.dumps({"code": code, "cpu": time.process_time(), "peak": peak}))
"""
FLOOR = """
import hashlib, json, pathlib, sys, time
for path in pathlib.Path(sys.argv[1]).iterdir():
    raw = path.read_bytes()
    hashlib.sha256(raw).hexdigest(), json.loads(raw)
print(json.dumps({"cpu": time.process_time()}))
"""


def make(folder: Path, learners: int) -> int:
    """Write the hand-ins of a class, one a learner and exercise; return how many."""
    course = Course(ROOT)
    folder.mkdir(parents=True)
    number = 0
    for exercise in (*course.exercises.by_id.values(), course.assignments[lesson_with_marks(course)]):
        for learner in range(learners):
            rng = random.Random(f"{SEED} {exercise.id} {learner}")  # noqa: S311 - no secret is made of it
            data = hand_in(exercise, f"Learner {learner}", DAY, rng)
            if exercise.tasks:
                data["marks"] = {task: marks(course, task, 0.6, rng) for task in exercise.tasks}
            (folder / f"{exercise.id}-{learner:05}.json").write_bytes(written(data))
            number += 1
    return number


def run(program: str, *arguments: str) -> dict[str, float]:
    """Run a program in a process of its own; return what it says at its end."""
    surroundings = {**os.environ, "COURSEKIT_COURSE": str(ROOT), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said | {"told": json.loads(done.stdout.rpartition("\n{")[0] or "{}").get("hand_ins", 0)}


def main() -> int:
    """Measure and say."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--learners", type=int, default=300)
    ask.add_argument("--most", type=float, default=80, help="how many times the floor it may cost")
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        number = make(place / "in", asked.learners)
        size = sum(file.stat().st_size for file in (place / "in").iterdir())
        floor = run(FLOOR, str(place / "in"))
        made = run(MEASURED, str(place / "in"), "--out", str(place / "report.html"), "--json")
        page = (place / "report.html").stat().st_size
    ratio = made["cpu"] / floor["cpu"]
    print(f"{number:,} hand-ins, {size / 1e6:.1f} MB; a page of {page / 1e3:.0f} kB, {made['peak']:.0f} MB of memory")
    print(f"floor {floor['cpu']:.2f} s of work, report {made['cpu']:.2f} s: {ratio:.0f} times")
    return int(made["told"] != number or ratio > asked.most)


if __name__ == "__main__":
    raise SystemExit(main())
