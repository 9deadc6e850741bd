"""The room's server as the verb holds it, for the benchmark: it says its port and keys."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from coursekit.course import Course
from coursekit.room.server.running import Way, run
from coursekit.room.store.sessions import find_or_begin

if TYPE_CHECKING:
    from coursekit.room.server.app import Held

ROOT = Path(__file__).resolve().parents[3]


def ready(held: Held, port: int) -> None:
    """Say where it is."""
    room = held.live.room
    keys = {"port": port, "join": room.join, "console": room.console, "log": str(held.live.path)}
    print(json.dumps(keys), flush=True)


if __name__ == "__main__":
    work = Path(sys.argv[1])
    run(find_or_begin(work, "02").path, Course(ROOT, work), [], Way(0), ready)
