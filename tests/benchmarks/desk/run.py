"""How long the teacher's desk takes over a large class: its first table, marking, looking again, a kernel made anew.

    python tests/benchmarks/desk/run.py [--learners 300]

Every learner hands in every exercise, packed as Canvas packs them (`tests/seminar/made_up_class.py`). The first table
is there before anything is marked; marking then goes on bit by bit, the table made anew after each bit, as the page has
it done. Seconds are told as they passed, and as this process alone used the processor, which on a busy machine is the
one to compare. Exit 1 when somebody is missing from the table, or something was left unmarked.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from coursekit.course import Course  # noqa: E402
from coursekit.seminar.desk.kept import Kept  # noqa: E402
from tests.seminar import platforms  # noqa: E402
from tests.seminar.made_up_class import make  # noqa: E402

# Run in the process that is measured, twice: the second has a kernel's start behind it. Linux tells kilobytes.
MEASURED = """
import json, resource, sys, time
from coursekit.course import course
from coursekit.seminar.desk.teaching import Teaching
desk, steps = Teaching(course()), {}
def timed(name, do):
    wall, own = time.perf_counter(), time.process_time()
    done = do()
    steps[name] = [time.perf_counter() - wall, time.process_time() - own]
    return done
def table():
    desk.look()
    return desk.now()
def mark():
    longest, now = 0.0, desk.now()
    while now["left"]:
        begun = time.process_time()
        desk.go_on()
        now = desk.now()
        longest = max(longest, time.process_time() - begun)
    return now, longest
rows = len(timed("first table", table)["table"]["rows"])
now, longest = timed("marking all, with the table after each bit", mark)
timed("the marks as a table", lambda: desk.make("marks", {}))
timed("looked at again", table)
steps["longest bit of marking"] = [longest, longest]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1000 if sys.platform == "linux" else 1_000_000)
print(json.dumps({"rows": rows, "left": now["left"], "of": now["of"], "steps": steps, "peak": peak}))
"""


def run(work: Path) -> dict[str, Any]:
    """Work at the desk in a process of its own; return what it says."""
    surroundings = {**os.environ, "COURSEKIT_COURSE": str(ROOT), "COURSEKIT_WORK": str(work), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], env=surroundings, capture_output=True, text=True, check=True
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def main() -> int:
    """Measure and say."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--learners", type=int, default=300)
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch) / "work"
        kept, made = Kept(work), make(course := Course(ROOT), asked.learners, [*course.exercises.files])
        for exercise in made.exercises:
            packed = platforms.canvas_zip(made, exercise, Path(scratch) / "class.zip")
            kept.bring("submissions.zip", "hand-ins", packed.read_bytes())
        kept.bring("grades.csv", "gradebook", platforms.canvas_gradebook(made, {"Log (77)": 20}))
        first, later = run(work), run(work)
    print(f"{len(made.handed):,} files of {asked.learners} learners; {first['peak']:.0f} MB of memory")
    for name, said in (("", first), ("in a kernel made anew: ", later)):
        for step, (wall, own) in said["steps"].items():
            print(f"{name}{step}: {own:.1f} s of the processor, {wall:.1f} s by the clock")
    return int({first["rows"], later["rows"]} != {asked.learners} or bool(first["left"] or later["left"]))


if __name__ == "__main__":
    raise SystemExit(main())
