"""A lesson's Markdown taken apart: code cells, and prose with the lines it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})\s*(\S.*)?$")


@dataclass(frozen=True)
class Code:
    """A code cell: the line of its first word of code, its settings, and its code."""

    line: int
    head: str
    source: str


@dataclass(frozen=True)
class LessonText:
    """The parts of a lesson."""

    head: tuple[str, ...]
    prose: tuple[tuple[int, str], ...]  # (line, words), code and fenced blocks left out
    cells: tuple[Code, ...]
    breaks_in_fences: tuple[int, ...]  # lines of “+++” in a block that is meant to be shown as it stands
    unclosed: int = 0  # the line of a fence that nothing closes


def take_apart(path: Path) -> LessonText:
    """Read a lesson."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    head, at = _head(lines)
    prose: list[tuple[int, str]] = []
    cells: list[Code] = []
    breaks: list[int] = []
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if not fence:
            prose.append((at + 1, lines[at]))
            at += 1
            continue
        end = _closing(lines, at, fence[1])
        if end is None:
            return LessonText(head, tuple(prose), tuple(cells), tuple(breaks), at + 1)
        if (fence[2] or "").startswith("{code-cell}"):
            cells.append(_code(lines, at + 1, end))
        else:
            breaks += [n + 1 for n in range(at, end) if lines[n].rstrip() == "+++"]
        at = end + 1
    return LessonText(head, tuple(prose), tuple(cells), tuple(breaks))


def _head(lines: list[str]) -> tuple[tuple[str, ...], int]:
    if lines and lines[0].strip() == "---":
        for n in range(1, len(lines)):
            if lines[n].strip() == "---":
                return tuple(lines[1:n]), n + 1
    return (), 0


def _closing(lines: list[str], opened: int, fence: str) -> int | None:
    for n in range(opened + 1, len(lines)):
        found = _FENCE.match(lines[n])
        if found and not found[2] and found[1][0] == fence[0] and len(found[1]) >= len(fence):
            return n
    return None


def _code(lines: list[str], start: int, end: int) -> Code:
    at, head = start, ""
    if lines[start : start + 1] == ["---"] and "---" in lines[start + 1 : end]:
        at = lines.index("---", start + 1) + 1
        head = "\n".join(lines[start + 1 : at - 1])
    return Code(at + 1, head, "\n".join(lines[at:end]))
