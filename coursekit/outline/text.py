"""A lesson's Markdown taken apart into the cells of its notebook, with the lines they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})\s*(\S.*)?$")
BREAK = "+++"  # between two cells of prose


@dataclass(frozen=True)
class Code:
    """A code cell: the line of its first word of code, its settings, and its code."""

    line: int
    head: str
    source: str


@dataclass(frozen=True)
class Prose:
    """A cell of prose, fenced blocks left out: its lines, each with its number; the first has words."""

    lines: tuple[tuple[int, str], ...]

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.lines[0][0]

    @property
    def first(self) -> str:
        """Its first line."""
        return self.lines[0][1].rstrip()


@dataclass(frozen=True)
class LessonText:
    """The parts of a lesson."""

    head: tuple[str, ...]
    prose: tuple[tuple[int, str], ...]  # (line, words), code and fenced blocks left out
    cells: tuple[Code, ...]
    breaks_in_fences: tuple[int, ...]  # lines of “+++” in a block that is meant to be shown as it stands
    unclosed: int = 0  # the line of a fence that nothing closes

    @cached_property
    def parts(self) -> tuple[Prose | Code, ...]:
        """The cells of prose and code in their order."""
        return tuple(sorted((*self.cells, *self._runs()), key=lambda part: part.line))

    def _runs(self) -> Iterator[Prose]:
        run: list[tuple[int, str]] = []
        code = [cell.line for cell in self.cells]
        for number, words in self.prose:
            if words.startswith(BREAK) or (run and any(run[-1][0] < line < number for line in code)):
                yield from _prose(run)
                run = []
            if not words.startswith(BREAK) and (run or words.strip()):
                run.append((number, words))
        yield from _prose(run)


def _prose(run: list[tuple[int, str]]) -> Iterator[Prose]:
    if run:
        yield Prose(tuple(run))


def take_apart(path: Path) -> LessonText:
    """Read a lesson. Raises OSError or UnicodeDecodeError where that can't be done."""
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
            breaks += [n + 1 for n in range(at, end) if lines[n].rstrip() == BREAK]
        at = end + 1
    return LessonText(head, tuple(prose), tuple(cells), tuple(breaks))


def after_head(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text, each with its number, without the head that programs read."""
    lines = text.splitlines()
    at = _head(lines)[1]
    return list(enumerate(lines[at:], start=at + 1))


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
