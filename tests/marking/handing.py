"""Hand-ins of the invented exercise, as they are and as they should not be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from coursekit.marking.hand_in import FORMAT
from coursekit.marking.row import Row  # noqa: TC001

EXERCISE = Path(__file__).with_name("data") / "00-lamp"
GRID = {"letter": {"who": "M", "year": "1893"}, "copy": {"who": "C", "year": "1951"}}
PLACE = {"source": "BOX", "edition": "guide", "paragraph": "p3", "start": 0, "end": 21}
SPAN = {**PLACE, "quote": "the keeper's own note", "prefix": "", "suffix": ""}
RIGHT = {
    "x00-grid": {"cells": GRID},
    "x00-when": {"text": "4 March 1893"},
    "x00-where": {"spans": [SPAN]},
    "x00-say": {"text": "Who lit it?"},
}
MADE = "2026-01-31T12:00:00Z"


def set_exercise(course: Path) -> Path:
    """Put the invented exercise into a copy of the small course; return its file."""
    folder = course / "solutions" / "00-lamp"
    shutil.copytree(EXERCISE, folder)
    return folder / "exercise.toml"


def made(learner: str = "Ada", answers: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """Return a hand-in as data: all right, unless something else is given."""
    plain: dict[str, Any] = {"format": FORMAT, "exercise": "00-lamp", "version": 2, "learner": learner, "made": MADE}
    return {**plain, "answers": RIGHT if answers is None else answers, "history": [], "texts": {}, **fields}


def raw(data: object) -> bytes:
    """Return data as a file's bytes; NaN and what else Python writes included."""
    return json.dumps(data, ensure_ascii=True).encode()


def put(folder: Path, name: str, data: object) -> Path:
    """Write a file, from data or as bytes."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else raw(data))
    return path


def by_file(rows: list[Row]) -> dict[str, Row]:
    """Return rows by the last part of their file's name."""
    return {row.file.rsplit("/", 1)[-1]: row for row in rows}
