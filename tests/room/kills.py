"""A small process that keeps votes and tells each one kept, to be killed; and what is there afterwards."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from coursekit.room.store.committing import Committing
from coursekit.room.store.log import Log, restore, stamped

if TYPE_CHECKING:
    import subprocess

WRITER = __file__
AT_ONCE = 8


def acknowledged(writer: subprocess.Popen[str], most: int = 1_000_000) -> set[str]:
    """Return what a writer has told to be kept: the next few, or all that it said before it died."""
    assert writer.stdout
    lines = itertools.islice(writer.stdout, most)
    return {each.strip() for each in lines if each.endswith("\n")}


def kept(log: Path) -> set[str]:
    """Return who is in the room."""
    return set(restore(log).room.people)


async def _write(path: Path) -> None:
    committing = Committing(Log(path))
    before = len(restore(path).room.people)

    async def one(number: int) -> None:
        for count in itertools.count(before):
            who = f"{before}-{number}-{count}"
            await committing.keep([stamped({"event": "joined", "who": who, "name": ""})])
            sys.stdout.write(f"{who}\n")
            sys.stdout.flush()

    await asyncio.gather(*map(one, range(AT_ONCE)))


if __name__ == "__main__":
    asyncio.run(_write(Path(sys.argv[1])))
