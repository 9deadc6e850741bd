"""Several kernels at once, and kernels that are killed: what was acknowledged is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coursekit.journal import Journal, repair

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SETUP = "import os, signal, sys; from pathlib import Path; from coursekit.journal import Journal\n"
# Each id goes out only after append has returned: it stands for the "saved" that a learner reads.
FOREVER = """
j = Journal(Path(sys.argv[1]))
while True: os.write(1, j.append('ran', lesson='x', pad='y' * 300).id.encode())
"""
THOUSAND = "j = Journal(Path(sys.argv[1]))\nfor n in range(1000): j.append('ran', lesson=f'{sys.argv[2]}-{n}')"
# The n-th write to the journal stops after some bytes, with the process.
TEAR = """
n, bytes_, real = int(sys.argv[2]), int(sys.argv[3]), os.write
def write(handle, raw):
    global n
    n -= 1
    if n: return real(handle, raw)
    real(handle, raw[:bytes_]); os.kill(os.getpid(), signal.SIGKILL)
j = Journal(Path(sys.argv[1]))
while True:
    os.write = write
    event = j.append('ran', lesson='x', pad='y' * 300)
    real(1, event.id.encode())
"""


def start(code: str, path: Path, *words: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SETUP + code, str(path), *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def acknowledged(process: subprocess.Popen[bytes]) -> set[str]:
    said = process.communicate(timeout=60)[0].decode()
    return {said[at : at + 32] for at in range(0, len(said) - 31, 32)}


def test_a_killed_writer_loses_nothing_it_had_acknowledged(tmp_path: Path) -> None:
    path, said, chance = tmp_path / "journal.jsonl", set[str](), random.Random(1960)  # noqa: S311
    for _ in range(20):
        process = start(FOREVER, path)
        assert process.stdout
        first = process.stdout.read(32).decode()
        time.sleep(chance.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        said |= {first, *acknowledged(process)}
    events = Journal(path).read().events
    assert len(said) > 20
    assert said <= {event.id for event in events}


def test_a_writer_torn_in_mid_line_costs_that_line_only(tmp_path: Path) -> None:
    path, said = tmp_path / "journal.jsonl", set[str]()
    for bytes_ in (0, 1, 2, 57, 300, 10_000):
        said |= acknowledged(start(TEAR, path, 4, bytes_))
    assert len(said) == 18
    reading = Journal(path).read()
    assert said <= {event.id for event in reading.events}
    # No byte of the line is no line; a line written whole and not acknowledged is there all the same.
    assert (len(reading.events), len(reading.set_aside)) == (19, 4)
    Journal(path).append("ran", lesson="after")
    assert len(Journal(path).read().events) == 20


def test_four_kernels_writing_at_once_lose_and_mix_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    reader, seen = Journal(path), list[str]()
    writers = [start(THOUSAND, path, name) for name in "abcd"]
    while any(writer.poll() is None for writer in writers):
        seen += [event.data["lesson"] for event in reader.refresh()]
        time.sleep(0.02)
    assert [writer.wait() for writer in writers] == [0] * 4
    for writer in writers:
        writer.communicate()
    seen += [event.data["lesson"] for event in reader.refresh()]
    reading = Journal(path).read()
    assert reading.set_aside == ()
    assert len(reading.events) == 4000
    for name in "abcd":
        own = [event.data["lesson"] for event in reading.events if event.data["lesson"].startswith(name)]
        assert own == [f"{name}-{n}" for n in range(1000)]
    assert seen == [event.data["lesson"] for event in reading.events]


def test_a_repair_while_kernels_write_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    Journal(path).append("ran", lesson="first")
    writers = [start(THOUSAND, path, name) for name in "ab"]
    moved = 0
    while any(writer.poll() is None for writer in writers):
        with path.open("ab") as file:
            file.write(b"rubbish\n")
        moved += repair(path).moved
        time.sleep(0.01)
    for writer in writers:
        writer.communicate()
    assert moved
    assert len(Journal(path).read().events) == 2001
