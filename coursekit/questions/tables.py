"""A table of an author's TOML file, read key by key with errors that name file, line and key."""

from __future__ import annotations

import difflib
import math
import re
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeGuard

from coursekit.errors import CourseError
from coursekit.questions import lines

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2_000_000
MOST_WORDS = 8_000  # characters in one text
_NAMES = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


class Table:
    """One table; each key is asked for once, and `done` complains of those nobody asked for."""

    def __init__(self, data: dict[str, Any], file: str, spots: dict[lines.Path, lines.Spot], path: lines.Path) -> None:
        self.data, self.file, self.path = data, file, path
        self._spots = spots
        self._asked: set[str] = set()

    @property
    def line(self) -> int:
        """The line of the table's header; for a table written inline, of the nearest table around it."""
        path = self.path
        while path not in self._spots:
            path = path[:-1]
        return self._spots[path].line

    @property
    def where(self) -> str:
        """``file:line`` of the table."""
        return f"{self.file}:{self.line}"

    def error(self, key: str, expected: str) -> CourseError:
        """Return the error for a key: ``file:line: key: expected``."""
        spot = self._spots.get(self.path)
        line = spot.keys.get(key, spot.line) if spot else self.line
        return CourseError(f"{self.file}:{line}: {key}: {expected}")

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
            raise self.error(key, _expected("a text", value))
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
            raise self.error(key, _expected('a list of texts, as ["a", "b"]', value))
        if required and not items:
            raise self.error(key, "expected at least one text")
        return tuple(" ".join(item.split()) for item in items)

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is absent."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            raise self.error(key, _expected("true or false", value))
        return bool(value)

    def number(self, key: str, default: Decimal | None = None, *, least: float = -math.inf) -> Decimal:
        """Return a number exactly as it was written."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not _is_number(value) or value < least:
            raise self.error(key, _expected("a number" if least == -math.inf else f"a number from {least:g} up", value))
        return Decimal(str(value))

    def whole(self, key: str, default: int | None = None, *, least: int = 0) -> int:
        """Return a whole number."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.error(key, _expected(f"a whole number from {least} up", value))
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
            raise self.error(key, _expected(f"entries opened by [[…{key}]]", value))
        if len(items) < least:
            raise self.error(key, f"expected at least {least} entries opened by [[…{key}]], found {len(items)}")
        return [Table(item, self.file, self._spots, (*self.path, key, n)) for n, item in enumerate(items)]

    def done(self) -> None:
        """Refuse keys that nothing reads: most are slips of the pen.

        Raises
        ------
        CourseError
            For the first of them, with the nearest known name.
        """
        for key in self.data:
            if key not in self._asked:
                raise self.error(key, f"expected no such key{hint(key, tuple(sorted(self._asked)))}")


def hint(word: str, known: tuple[str, ...]) -> str:
    """Return `` (did you mean “x”?)`` or nothing."""
    near = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def read_table(path: Path, text: str | None = None) -> Table:
    """Read a TOML file, or ``text`` in its name.

    Raises
    ------
    CourseError
        When it is not there, too big, not UTF-8 or not TOML.
    """
    if text is None:
        try:
            if path.stat().st_size > MOST_BYTES:
                raise CourseError(f"{path}: too big ({MOST_BYTES // 1_000_000} MB at most); split it")
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise CourseError(f"{path}: cannot be read ({error.strerror}); check the name") from error
        except UnicodeDecodeError as error:
            raise CourseError(f"{path}: is not UTF-8; save it as UTF-8") from error
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = found[1] if found else "1" if "end of document" not in str(error) else str(text.count("\n") + 1)
        raise CourseError(f"{path}:{line}: not TOML: {str(error).split(' (at ')[0]}") from error
    return Table(data, str(path), lines.find_lines(text), ())


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _expected(what: str, value: object) -> str:
    found = "nothing" if value is None else _NAMES.get(type(value), "a date or time")
    return f"expected {what}, found {found}"
