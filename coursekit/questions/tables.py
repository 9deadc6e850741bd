"""A table of an author's TOML file, read key by key with errors that name file, line and key."""

from __future__ import annotations

import difflib
import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeGuard

from coursekit.errors import CourseError
from coursekit.sources.problems import Problem
from coursekit.sources.sheet import expected, read_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.lines import KeyPath, Lines

MOST_WORDS = 8_000  # characters in one text


class FaultError(CourseError):
    """The first fault found in an author's file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Table:
    """One table; each key is asked for once, and `done` complains of those nobody asked for."""

    def __init__(self, data: dict[str, Any], origin: Path, file: str, lines: Lines, path: KeyPath = ()) -> None:
        self.data, self.origin, self.file, self.path = data, origin, file, path
        self._lines = lines
        self._asked: set[str] = set()

    @property
    def where(self) -> str:
        """``file:line`` of the table."""
        return f"{self.file}:{self._lines.of(self.path)}"

    def error(self, key: str, message: str) -> FaultError:
        """Return the error for a key: ``file:line: key: message``."""
        return FaultError(Problem(self.file, self._lines.of((*self.path, key)), f"{key}: {message}"))

    def has(self, key: str) -> bool:
        """Say whether the author wrote the key."""
        return key in self.data

    def raw(self, key: str) -> Any:
        """Return a value as it stands; None if it is absent."""
        self._asked.add(key)
        return self.data.get(key)

    def text(self, key: str, default: str | None = None, *, most: int = MOST_WORDS) -> str:
        """Return words; lines are joined, an empty line parts paragraphs. Required unless there is a default."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise self.error(key, expected("a text", value))
        words = "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", value) if part.strip())
        if not words and default is None:
            raise self.error(key, "expected a text, found nothing in it")
        if len(words) > most:
            raise self.error(key, f"expected at most {most} characters, found {len(words)}")
        return words

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self.raw(key)
        items = [value] if isinstance(value, str) else [] if value is None and not required else value
        if not isinstance(items, list) or not all(isinstance(item, str) and item.strip() for item in items):
            raise self.error(key, expected('a list of texts, as ["a", "b"]', value))
        if required and not items:
            raise self.error(key, "expected at least one text")
        return tuple(" ".join(item.split()) for item in items)

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is absent."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            raise self.error(key, expected("true or false", value))
        return bool(value)

    def number(self, key: str, default: Decimal | None = None, *, least: float = -math.inf) -> Decimal:
        """Return a number exactly as it was written."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not _is_number(value) or value < least:
            raise self.error(key, expected("a number" if least == -math.inf else f"a number from {least:g} up", value))
        return Decimal(str(value))

    def whole(self, key: str, default: int | None = None, *, least: int = 0) -> int:
        """Return a whole number."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.error(key, expected(f"a whole number from {least} up", value))
        return value

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one word of a closed list."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.error(key, f"expected one of {', '.join(allowed)}, found “{value}”{hint(value, allowed)}")
        return value

    def tables(self, key: str, *, least: int = 0) -> list[Table]:
        """Return the entries of an array of tables."""
        value = self.raw(key)
        items = [] if value is None else value
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self.error(key, expected(f"entries opened by [[…{key}]]", value))
        if len(items) < least:
            raise self.error(key, f"expected at least {least} entries opened by [[…{key}]], found {len(items)}")
        return [Table(item, self.origin, self.file, self._lines, (*self.path, key, n)) for n, item in enumerate(items)]

    def done(self) -> None:
        """Refuse keys that nothing reads: most are slips of the pen.

        Raises
        ------
        FaultError
            For the first of them, with the nearest known name.
        """
        for key in self.data:
            if key not in self._asked:
                raise self.error(key, f"expected no such key{hint(key, tuple(sorted(self._asked)))}")


def hint(word: str, known: tuple[str, ...]) -> str:
    """Return `` (did you mean “x”?)`` or nothing."""
    near = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def read_table(path: Path, name: str = "") -> Table:
    """Read a TOML file; ``name`` is what messages call it.

    Raises
    ------
    FaultError
        When it is not there, too big, not UTF-8 or not TOML.
    """
    sheet = read_sheet(path, name)
    for problem in sheet.problems:
        raise FaultError(problem)
    return Table(sheet.data, path, sheet.file, sheet.lines)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
