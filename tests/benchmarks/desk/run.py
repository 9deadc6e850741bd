"""How long the teacher's desk takes to show a large class: at first, looked at again, and in a kernel made anew.

    python tests/benchmarks/desk/run.py [--learners 300]

Every learner hands in every exercise, packed as Canvas packs them (`tests/seminar/made_up_class.py`). The first table
has everything marked; later ones find the marks kept. Exit 1 when somebody is missing from the table.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

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
desk = Teaching(course())
times = []
for _ in range(2):
    begun = time.perf_counter()
    desk.look()
    rows = len(desk.now()["table"]["rows"])
    times.append(time.perf_counter() - begun)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1000 if sys.platform == "linux" else 1_000_000)
print(json.dumps({"rows": rows, "times": times, "peak": peak}))
"""


def run(work: Path) -> dict[str, list[float]]:
    """Show the desk twice in a process of its own; return what it says."""
    surroundings = {**os.environ, "COURSEKIT_COURSE": str(ROOT), "COURSEKIT_WORK": str(work), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], env=surroundings, capture_output=True, text=True, check=True
    )
    said: dict[str, list[float]] = json.loads(done.stdout)
    return said


def main() -> int:
    """Measure and say."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--learners", type=int, default=300)
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch) / "work"
        kept, made = Kept(work), make(Course(ROOT), asked.learners)
        for exercise in made.exercises:
            packed = platforms.canvas_zip(made, exercise, Path(scratch) / "class.zip")
            kept.bring("submissions.zip", "hand-ins", packed.read_bytes())
        kept.bring("grades.csv", "gradebook", platforms.canvas_gradebook(made, {"Log (77)": 20}))
        first, later = run(work), run(work)
    print(f"{len(made.handed):,} files of {asked.learners} learners; {first['peak']:.0f} MB of memory")
    print(f"first table {first['times'][0]:.1f} s, looked at again {first['times'][1]:.1f} s")
    print(f"in a kernel made anew {later['times'][0]:.1f} s")
    return int({first["rows"], later["rows"]} != {asked.learners})  # type: ignore[arg-type]


if __name__ == "__main__":
    raise SystemExit(main())
