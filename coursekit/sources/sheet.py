"""An author's TOML file, read key by key; whatever is wrong is noted with file, line and key."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.sealed import SUFFIX, unseal
from coursekit.sources.lines import KeyPath, Lines, find_lines
from coursekit.sources.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2_000_000
MOST_SIGNS = 8_000  # in one text
_CALLED = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


@dataclass
class Table:
    """One table of a file. Reading it never raises: faults go to ``problems``, which the whole file shares."""

    file: str
    data: dict[str, Any]
    lines: Lines
    problems: list[Problem]
    path: KeyPath = ()
    asked: set[str] = field(default_factory=set)

    def line(self, key: str = "") -> int:
        """Return the line of a key, or of the table."""
        return self.lines.of((*self.path, key) if key else self.path)

    def fault(self, key: str, message: str) -> None:
        """Note a fault of a key."""
        self.problems.append(Problem(self.file, self.line(key), f"{key}: {message}"))

    def raw(self, key: str) -> Any:
        """Return what stands there, None if nothing does."""
        self.asked.add(key)
        return self.data.get(key)

    def text(self, key: str, *, optional: bool = False, empty: bool = False) -> str:
        """Return one text in one line; ``empty`` allows "", ``optional`` that the key is absent."""
        value = self.raw(key)
        if value is None and optional:
            return ""
        if not isinstance(value, str):
            self.fault(key, expected("a text", value))
            return ""
        words = " ".join(value.split())
        if not words and not empty and not optional:
            self.fault(key, "expected a text, found nothing in it; say “unknown” if nobody knows")
        if len(words) > MOST_SIGNS:
            self.fault(key, f"expected at most {MOST_SIGNS} characters, found {len(words)}")
        return words

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.raw(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.fault(key, expected("a list of texts", value))
            return ()
        return tuple(" ".join(item.split()) for item in value)

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return one word of a closed list."""
        value = self.raw(key)
        if value not in allowed:
            found = f"“{value}”" if isinstance(value, str) else expected("", value).removeprefix("expected , found ")
            self.fault(key, f"expected one of {', '.join(allowed)}, found {found}")
            return allowed[0]
        return str(value)

    def whole(self, key: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = self.raw(key)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            found = str(value) if isinstance(value, int) else expected("", value).removeprefix("expected , found ")
            self.fault(key, f"expected a whole number from {least} to {most}, found {found}")
            return least
        return value

    def tables(self, key: str, *, least: int = 0) -> list[Table]:
        """Return the entries opened by ``[[key]]``."""
        value = self.raw(key)
        items = [] if value is None else value
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            self.fault(key, expected(f"entries opened by [[{key}]]", value))
            return []
        if len(items) < least:
            self.fault(key, f"expected at least {least} opened by [[{key}]], found {len(items)}")
        return [self.inner(item, key, n) for n, item in enumerate(items)]

    def table(self, key: str) -> Table:
        """Return a table within this one, empty if it is absent."""
        value = self.raw(key)
        if not isinstance(value, dict):
            self.fault(key, expected("a table", value))
            value = {}
        return self.inner(value, key)

    def done(self) -> None:
        """Note the keys that nobody reads: most are slips of the pen."""
        for key in self.data:
            if key not in self.asked:
                self.fault(key, f"no such key here; known are {', '.join(sorted(self.asked))}")

    def inner(self, data: dict[str, Any], *path: str | int) -> Table:
        """Return a table that stands inside this one."""
        return Table(self.file, data, self.lines, self.problems, (*self.path, *path))


def expected(what: str, value: object) -> str:
    """Say what was expected, and what kind of thing stands there."""
    found = "nothing" if value is None else _CALLED.get(type(value), "a date or time")
    return f"expected {what}, found {found}"


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Return an author's file as text, sealed or not, or "" and what is wrong with it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return "", [Problem(name, 1, f"too big: at most {MOST_BYTES // 1_000_000} MB")]
        text = path.read_text(encoding="utf-8-sig")
        return (unseal(text, name, MOST_BYTES) if path.suffix == SUFFIX else text), []
    except CourseError as error:
        return "", [Problem(name, 1, str(error).removeprefix(f"{name}: "))]
    except OSError as error:
        return "", [Problem(name, 1, f"cannot be read ({error.strerror}); it belongs here")]
    except UnicodeDecodeError:
        return "", [Problem(name, 1, "is not UTF-8; save it as UTF-8")]


def read_sheet(path: Path, name: str = "") -> Table:
    """Read a TOML file; one that cannot be read is an empty table with a problem."""
    name = name or str(path)
    text, problems = read_text(path, name)
    data: dict[str, Any] = {}
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        problems.append(Problem(name, line, f"not TOML: {str(error).split(' (at ')[0]}"))
    return Table(name, data, find_lines(text) if data else Lines(), problems)
