"""Find the line on which each table and key of a TOML file stands: ``tomllib`` does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\- ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_QUOTES = ('"""', "'''")


@dataclass
class Spot:
    """The line of a table's header (the file's first line for its root), and of each of its keys."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)


def find_lines(text: str) -> dict[Path, Spot]:
    """Map the path of each table, such as ``("question", 0, "option", 2)``, to where it stands.

    The file is expected to be valid TOML with bare keys. Lines inside multi-line strings are passed over.
    """
    spots: dict[Path, Spot] = {(): Spot(1)}
    counts: dict[Path, int] = {}
    here: Path = ()
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if inside:
            inside = "" if line.count(inside) % 2 else inside
            continue
        if header := _HEADER.match(line):
            here = _resolve(header[2].split("."), counts, array=header[1] == "[[")
            spots[here] = Spot(number)
            continue
        if key := _KEY.match(line):
            spots[here].keys.setdefault(key[1], number)
        inside = next((quotes for quotes in _QUOTES if line.count(quotes) % 2), "")
    return spots


def _resolve(parts: list[str], counts: dict[Path, int], *, array: bool) -> Path:
    """Turn ``question.option`` into the path of the entry it opens; a table belongs to the last entry above it."""
    path: Path = ()
    for position, part in enumerate(parts):
        path = (*path, part.strip())
        if array and position == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
