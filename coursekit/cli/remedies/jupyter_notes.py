"""What JupyterLab remembers in ``work/jupyter`` and can't use: notes of dead servers, torn settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.cli.lab import server
from coursekit.cli.remedies import Damage

if TYPE_CHECKING:
    from pathlib import Path


def mend(_course: Path, work: Path, *, dry_run: bool) -> list[Damage]:
    """Delete notes of servers that don't answer and layouts that are not JSON; JupyterLab makes new ones."""
    jupyter = work / "jupyter"
    alive = {running.pid for running in server.running(work)}
    dead = [
        note
        for note in sorted((jupyter / "runtime").glob("jpserver-*.json"))
        if note.stem.removeprefix("jpserver-") not in {str(pid) for pid in alive}
    ]
    torn = [path for path in sorted((jupyter / "workspaces").glob("*.jupyterlab-workspace")) if not _json(path)]
    deleted = "would be deleted" if dry_run else "deleted"
    for path in [] if dry_run else [*dead, *torn]:
        path.unlink(missing_ok=True)
    return [
        *(Damage(f"{path}: a note of a JupyterLab that has ended", deleted) for path in dead),
        *(Damage(f"{path}: a window layout that can't be read", deleted) for path in torn),
    ]


def _json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True
