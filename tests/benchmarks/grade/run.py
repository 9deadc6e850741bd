"""How long `grade` takes for a hand-in, and how much memory for a thousand and for ten thousand of them.

    python tests/benchmarks/grade/run.py [--exercise 09-matrix] [--few 1000] [--many 10000]

Each run is a process of its own, from its start to the CSV on the disk: in a folder, once more with all marks in
the ledger, and as one zip archive. Peak memory is the process's own. Hand-ins are mixed by chance, always the same
way, of blank, typical and right answers. Exit 1 when a row is missing, or when ten times as many hand-ins take more
than 8 MB more; an archive's list of names is held in memory, at most 6 MB of it, and may take 30 MB.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from coursekit.marking.hand_in import HandIn  # noqa: E402
from coursekit.questions import typical  # noqa: E402
from coursekit.questions.exercises import Exercises  # noqa: E402

SEED = 1960
MOST_MORE, MOST_MORE_ZIPPED = 8, 30  # MB, for all hand-ins beyond the few
# Run in the process that is measured. Linux tells kilobytes; other systems bytes.
MEASURED = """
import json, resource, sys, time
from coursekit.cli.main import main
began = time.process_time()
code = main(["grade", *sys.argv[1:]])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1000 if sys.platform == "linux" else 1_000_000)
print(json.dumps({"code": code, "cpu": time.process_time() - began, "peak": peak}))
"""


@dataclass(frozen=True)
class Graded:
    """One run: exit code, seconds by the clock and of work, peak memory in MB, points by learner."""

    code: int
    seconds: float
    cpu: float
    peak: float
    points: dict[str, float]

    def line(self, what: str) -> str:
        """Return the run in a line."""
        each, work = (1000 * taken / max(1, len(self.points)) for taken in (self.seconds, self.cpu))
        number = f"{len(self.points):,}"
        return (
            f"{what:8} {number:>7} {self.seconds:7.2f} s  {each:.2f} ms each ({work:.2f} of work)  {self.peak:.1f} MB"
        )


def make(folder: Path, number: int, exercise_id: str = "09-matrix") -> list[Path]:
    """Write hand-ins of one exercise, one a learner, into a folder; return their files."""
    exercise = Exercises(ROOT)[exercise_id]
    tries = {question.id: [answer for answer, _ in typical(question)] for question in exercise.questions}
    chance = random.Random(SEED)  # noqa: S311
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for n in range(number):
        answers = {name: chance.choice(given) for name, given in tries.items()}
        made = f"2026-01-{1 + n % 28:02}T12:00:00Z"
        files.append(folder / f"{exercise.id}-learner-{n:05}.json")
        hand_in = HandIn(exercise.id, exercise.version, f"Learner {n}", made, answers)
        files[-1].write_text(hand_in.to_json(), encoding="utf-8")
    return files


def grade(path: Path, out: Path) -> Graded:
    """Grade a folder or an archive in a process of its own."""
    surroundings = {**os.environ, "COURSEKIT_COURSE": str(ROOT), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", MEASURED, str(path), "--out", str(out)]
    began = time.perf_counter()
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - began
    said = json.loads(done.stdout.splitlines()[-1])
    with out.open(encoding="utf-8", newline="") as file:
        points = {row["learner"]: float(row["points"]) for row in csv.DictReader(file)}
    return Graded(said["code"], seconds, said["cpu"], said["peak"], points)


def zipped(files: list[Path], archive: Path) -> Path:
    """Put hand-ins into one archive, as a learning platform does."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for number, file in enumerate(files):
            made.write(file, f"Learner {number}_{number}_assignsubmission_file_/{file.name}")
    return archive


def main() -> int:
    """Measure and say."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--exercise", default="09-matrix")
    ask.add_argument("--few", type=int, default=1_000)
    ask.add_argument("--many", type=int, default=10_000)
    asked = ask.parse_args()
    runs: dict[str, list[Graded]] = {"folder": [], "again": [], "zip": []}
    with tempfile.TemporaryDirectory() as scratch:
        for number in (asked.few, asked.many):
            place = Path(scratch) / str(number)
            files = make(place / "in", number, asked.exercise)
            print(f"{number:,} hand-ins of {asked.exercise}, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB")
            archive = zipped(files, place / "in.zip")
            for what, path, out in (
                ("folder", place / "in", "folder.csv"),
                ("again", place / "in", "folder.csv"),
                ("zip", archive, "zip.csv"),
            ):
                runs[what].append(grade(path, place / out))
                print(runs[what][-1].line(what))
    missing = any(
        run.code or len(run.points) != n
        for each in runs.values()
        for run, n in zip(each, (asked.few, asked.many), strict=True)
    )
    differ = any(each[1].points != runs["folder"][1].points for each in runs.values())
    more = {what: each[1].peak - each[0].peak for what, each in runs.items()}
    print("more memory for the many: " + ", ".join(f"{what} {grown:+.1f} MB" for what, grown in more.items()))
    within = more["folder"] <= MOST_MORE and more["again"] <= MOST_MORE and more["zip"] <= MOST_MORE_ZIPPED
    return int(missing or differ or not within)


if __name__ == "__main__":
    raise SystemExit(main())
