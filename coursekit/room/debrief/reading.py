"""A debrief that somebody else's course wrote: taken only where it has the form that ours have."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.marking.visible import visible

MOST_BYTES = 8_000_000
_SCHEMA = Path(__file__).with_name("schema.json")


def read_debrief(path: Path) -> dict[str, Any]:
    """Return a session as data, as `coursekit.room.debrief.data.debrief` has it.

    Raises
    ------
    CourseError
        When the file cannot be read, is too large, or has another form; with what was found where.
    """
    name = visible(str(path))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CourseError(f"{name}: over {MOST_BYTES // 1_000_000} MB; no debrief is that large")
        found: Any = json.loads(path.read_bytes(), parse_float=_number)
    except OSError as error:
        raise CourseError(f"{name}: it cannot be read {told(error)}") from error
    except (ValueError, RecursionError) as error:
        raise CourseError(f"{name}: this is no debrief; expected the file that debrief writes, as …json") from error
    wrong: Any = min(_validator().iter_errors(found), key=lambda each: len(each.absolute_path), default=None)
    if wrong is not None:
        where = visible(wrong.json_path.removeprefix("$").lstrip("."), 80)
        raise CourseError(f"{name}: {where + ': ' if where else ''}{visible(wrong.message, 120)}; this is no debrief")
    kept: dict[str, Any] = found
    return kept


def _number(raw: str) -> int | float:
    """Return 3.0 as 3: the schema takes it for a whole number, and so does whoever counts with it."""
    number = float(raw)
    return int(number) if number.is_integer() else number


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))
