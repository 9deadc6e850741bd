"""A table of an author's TOML file, read key by key; whatever is wrong is told with file, line and key."""

from __future__ import annotations

import difflib
import math
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeGuard

from coursekit.authoring.problems import FaultError, Problem, Where

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.lines import KeyPath, Lines

MOST_SIGNS = 8_000  # in one text
_CALLED = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


@dataclass
class Table:
    """One table; each key is asked for once, and `done` complains of those nobody asked for.

    A fault is raised where a file is read to be used. Where it is checked (``strict`` is false), all faults are
    noted in ``problems``, which the tables of a file share, and what is asked for comes back empty.
    """

    file: str
    data: dict[str, Any]
    lines: Lines
    origin: Path
    problems: list[Problem] = field(default_factory=list)
    strict: bool = True
    path: KeyPath = ()
    asked: set[str] = field(default_factory=set)

    @property
    def where(self) -> Where:
        """Where the table stands."""
        return Where(self.file, self.line())

    def line(self, key: str = "") -> int:
        """Return the line of a key, or of the table."""
        return self.lines.of((*self.path, key) if key else self.path)

    def error(self, key: str, message: str) -> FaultError:
        """Return the error for a key: ``file:line: key: message``."""
        return FaultError(Problem(self.file, self.line(key), f"{key}: {message}{self._slip(key)}"))

    def _slip(self, key: str) -> str:
        """Say which key that nobody reads may be meant by one that is not there."""
        left = [each for each in self.data if each not in self.asked] if key not in self.data else []
        near = difflib.get_close_matches(key, left, n=1)
        return f"; is it “{near[0]}” in line {self.line(near[0])}?" if near else ""

    def fault(self, key: str, message: str) -> None:
        """Raise or note a fault of a key."""
        error = self.error(key, message)
        if self.strict:
            raise error
        self.problems.append(error.problem)

    def has(self, key: str) -> bool:
        """Say whether the author wrote the key."""
        return key in self.data

    def raw(self, key: str) -> Any:
        """Return a value as it stands; None if it is absent."""
        self.asked.add(key)
        return self.data.get(key)

    def text(self, key: str, default: str | None = None, *, most: int = MOST_SIGNS, empty: bool = False) -> str:
        """Return words; lines are joined, an empty line parts paragraphs.

        Parameters
        ----------
        key, default
            Required unless there is a default.
        most
            How many characters it may have.
        empty
            Whether "" will do for a key that is required.
        """
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            self.fault(key, expected("a text", value))
            return ""
        words = "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", value) if part.strip())
        if not words and default is None and not empty:
            self.fault(key, "expected a text, found nothing in it")
        if len(words) > most:
            self.fault(key, f"expected at most {most} characters, found {len(words)}")
        return words

    def phrase(self, key: str, default: str | None = None, *, empty: bool = False) -> str:
        """Return words in one line, as `text` does; of what nobody knows, one says so."""
        words = " ".join(self.text(key, default, empty=True).split())
        if not words and default is None and not empty and isinstance(self.data.get(key), str):
            self.fault(key, "expected a text, found nothing in it; say “unknown” if nobody knows")
        return words

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self.raw(key)
        items = [value] if isinstance(value, str) else [] if value is None and not required else value
        if not _are_texts(items):
            self.fault(key, expected('a list of texts, as ["a", "b"]', value))
            return ()
        if required and not items:
            self.fault(key, "expected at least one text")
        return tuple(" ".join(item.split()) for item in items)

    def listed(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that must stand there as a list; it may be empty."""
        value = self.raw(key)
        if not _are_texts(value):
            self.fault(key, expected("a list of texts", value))
            return ()
        return tuple(" ".join(item.split()) for item in value)

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is absent."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            self.fault(key, expected("true or false", value))
        return bool(value)

    def number(self, key: str, default: Decimal | None = None, *, least: float = -math.inf) -> Decimal:
        """Return a number exactly as it was written."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not _is_number(value) or value < least:
            self.fault(key, expected("a number" if least == -math.inf else f"a number from {least:g} up", value))
            return Decimal(0)
        return Decimal(str(value))

    def whole(self, key: str, default: int | None = None, *, least: int = 0, most: int | None = None) -> int:
        """Return a whole number within bounds."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or value < least or (most is not None and value > most):
            bounds = f"from {least} up" if most is None else f"from {least} to {most}"
            found = str(value) if whole else what(value)
            self.fault(key, f"expected a whole number {bounds}, found {found}")
            return least
        return int(value)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one word of a closed list."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        word = " ".join(value.split()) if isinstance(value, str) else None
        if word is None or word not in allowed:
            found = what(value) if word is None else f"“{word}”{hint(word, allowed)}"
            self.fault(key, f"expected one of {', '.join(allowed)}, found {found}")
            return allowed[0]
        return word

    def tables(self, key: str, *, least: int = 0) -> list[Table]:
        """Return the entries of an array of tables."""
        value = self.raw(key)
        items = [] if value is None else value
        header = f"[[{'…' if self.path else ''}{key}]]"
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            self.fault(key, expected(f"entries opened by {header}", value))
            return []
        if len(items) < least:
            entries = "entry" if least == 1 else "entries"
            self.fault(key, f"expected at least {least} {entries} opened by {header}, found {len(items)}")
        return [self.inner(item, key, n) for n, item in enumerate(items)]

    def table(self, key: str) -> Table:
        """Return a table that must stand within this one; faulty, it is empty."""
        value = self.raw(key)
        if not isinstance(value, dict):
            self.fault(key, expected("a table", value))
            value = {}
        return self.inner(value, key)

    def inner(self, data: dict[str, Any], *path: str | int) -> Table:
        """Return a table that stands inside this one."""
        return Table(self.file, data, self.lines, self.origin, self.problems, self.strict, (*self.path, *path))

    def done(self) -> None:
        """Tell of keys that nothing reads: most are slips of the pen."""
        for key in self.data:
            if key not in self.asked:
                known = tuple(sorted(self.asked))
                near = hint(key, known) or f"; known are {', '.join(known)}"
                self.fault(key, f"expected no such key{near}")


def expected(wanted: str, value: object) -> str:
    """Say what was expected, and what kind of thing stands there."""
    return f"expected {wanted}, found {what(value)}"


def what(value: object) -> str:
    """Say what kind of thing a value is."""
    return "nothing" if value is None else _CALLED.get(type(value), "a date or time")


def hint(word: str, known: tuple[str, ...]) -> str:
    """Return `` (did you mean “x”?)`` or nothing."""
    near = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
