"""On which line a table or key of a TOML file stands: ``tomllib`` does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PART = re.compile(_NAME)
# Strings and comments are skipped, so that a bracket or quote in prose does not count.
_TOKEN = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"*"""|\'\'\'(?:[^']|'(?!''))*'*\'\'\'|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n''',
    re.DOTALL,
)


@dataclass
class Lines:
    """Where things stand; `of` falls back to the nearest thing around that is known."""

    known: dict[KeyPath, int] = field(default_factory=dict)

    def of(self, path: KeyPath) -> int:
        """Return the line of a table or key, else of what holds it, else 1."""
        while path and path not in self.known:
            path = path[:-1]
        return self.known.get(path, 1)


def find_lines(text: str) -> Lines:
    """Map ``("set", 0, "tag", 2, "name")`` to its line, for each header and each key at a line's start.

    Parameters
    ----------
    text
        A TOML file that ``tomllib`` accepts.
    """
    found = Lines()
    counts: dict[KeyPath, int] = {}
    here: KeyPath = ()
    for number, line in _logical_lines(text):
        if header := _HEADER.match(line):
            here = _table(_parts(header[2]), counts, array=header[1] == "[[")
            found.known.setdefault(here, number)
        elif key := _KEY.match(line):
            found.known.setdefault((*here, *_parts(key[1])), number)
    return found


def _logical_lines(text: str) -> list[tuple[int, str]]:
    """Return the lines on which something begins: not those inside a long string, array or inline table."""
    lines = []
    depth, number, start = 0, 1, 0
    begun = 1
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign == "\n":
            if depth == 0:
                lines.append((begun, text[start : token.start()]))
                start, begun = token.end(), number + 1
            number += 1
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth = max(0, depth - 1)
        else:
            number += sign.count("\n")
    lines.append((begun, text[start:]))
    return lines


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _table(parts: list[str], counts: dict[KeyPath, int], *, array: bool) -> KeyPath:
    """Return the path a header opens; ``[[set.tag]]`` belongs to the last ``[[set]]`` above it."""
    path: KeyPath = ()
    for position, part in enumerate(parts):
        path = (*path, part)
        if array and position == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
