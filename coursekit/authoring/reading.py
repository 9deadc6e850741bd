"""An author's file from the disk: as text, and as the table its TOML makes."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from coursekit.authoring.lines import Lines, find_lines
from coursekit.authoring.problems import FaultError, Problem
from coursekit.authoring.sealed import SUFFIX, unseal
from coursekit.authoring.table import Table
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2_000_000
_ID = re.compile(r"""^[ \t]*id[ \t]*=[ \t]*["']([^"'\n]+)["']""", re.MULTILINE)


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Return an author's file as text, sealed or not, or "" and what is wrong with it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return "", [_unreadable(name, f"too big: at most {MOST_BYTES // 1_000_000} MB")]
        text = path.read_text(encoding="utf-8-sig")
        return (unseal(text, name, MOST_BYTES) if path.suffix == SUFFIX else text), []
    except CourseError as error:
        return "", [_unreadable(name, str(error).removeprefix(f"{name}: "))]
    except OSError as error:
        return "", [_unreadable(name, f"cannot be read ({error.strerror}); it belongs here")]
    except UnicodeDecodeError:
        return "", [_unreadable(name, "is not UTF-8; save it as UTF-8")]


def _unreadable(name: str, message: str, line: int = 1) -> Problem:
    return Problem(name, line, message, unreadable=True)


def ids_in(path: Path) -> set[str]:
    """Return what is called an id in a TOML file that may not be readable as one: enough to know what it would have."""
    return set(_ID.findall(read_text(path, path.name)[0]))


def read_table(path: Path, name: str = "") -> Table:
    """Read a TOML file to use it: its first fault is raised; ``name`` is what messages call the file.

    Raises
    ------
    FaultError
        When it is not there, too big, not UTF-8 or not TOML. So does each of the table's methods for a faulty key.
    """
    table = inspect_table(path, name)
    for problem in table.problems:
        raise FaultError(problem)
    return Table(table.file, table.data, table.lines, path)


def inspect_table(path: Path, name: str = "") -> Table:
    """Read a TOML file to check it: all faults go to the table's ``problems``, of which one may be that it has none.

    One that cannot be read is an empty table with a problem.
    """
    name = name or str(path)
    text, problems = read_text(path, name)
    data: dict[str, Any] = {}
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        problems.append(_unreadable(name, f"not TOML: {str(error).split(' (at ')[0]}", line))
    return Table(name, data, find_lines(text) if data else Lines(), path, problems, strict=False)
