"""The lines of ``[paragraphs]`` in a record: entries are replaced, whatever else an author wrote stays."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HIGHEST = "highest"  # the key beside the entries: the highest number that was ever given
_TABLE = re.compile(r"^\[paragraphs\][^\n]*(?:\n|$)", re.MULTILINE)
_NEXT = re.compile(r"[ \t]*\[")
_KEY = re.compile(r"""[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z0-9_-]+))[ \t]*=""")


class _Entry(NamedTuple):
    """An entry's id, the lines of no entry before it, and what stands behind it in its line."""

    key: str
    before: str
    behind: str


def rewritten(text: str, rows: Mapping[str, str], highest: int) -> str | None:
    """Return a record with these entries.

    Parameters
    ----------
    text
        The record.
    rows
        Id to its entry, in order.
    highest
        The highest number ever given, to be written; 0 to write none.

    Returns
    -------
    str or None
        None where the record has no such table.
    """
    head = _TABLE.search(text)
    if head is None:
        return None
    entries, tail, end = _entries(text, head.end())
    kept: dict[str, _Entry] = {}
    left = ""  # by an entry that is gone: its comments stay, before the next
    for entry in entries:
        if entry.key in rows:
            kept[entry.key] = entry._replace(before=left + entry.before)
            left = ""
        else:
            behind = entry.behind.strip()
            left += entry.before + (f"{behind}\n" if behind else "")
    begin = head[0] if head[0].endswith("\n") else f"{head[0]}\n"
    number = f"{HIGHEST} = {highest}\n" if highest else ""
    body = "".join(_line(kept.get(key, _Entry(key, "", "")), row) for key, row in rows.items())
    return f"{text[: head.start()]}{begin}{number}{body}{left}{tail}{text[end:]}"


def _line(entry: _Entry, row: str) -> str:
    return f"{entry.before}{row}{entry.behind}\n"


def _entries(text: str, at: int) -> tuple[Sequence[_Entry], str, int]:
    """Return the entries, what stands behind the last, and where the table ends."""
    entries: list[_Entry] = []
    before = ""
    while at < len(text) and not _NEXT.match(text, at):
        end = _after_line(text, at)
        if key := _KEY.match(text, at):
            value = _value_end(text, at)
            end = _after_line(text, value)
            name = next(each for each in key.groups() if each)
            if name != HIGHEST:
                entries.append(_Entry(name, before, text[value:end].rstrip("\n")))
                before = ""
        else:
            before += text[at:end]
        at = end
    return entries, before, at


def _after_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _value_end(text: str, at: int) -> int:
    """Return where an entry ends: at the first brace with which it is TOML, else with its line."""
    end = text.find("}", at)
    while end >= 0:
        try:
            tomllib.loads(text[at : end + 1])
        except tomllib.TOMLDecodeError:
            end = text.find("}", end + 1)
        else:
            return end + 1
    line = text.find("\n", at)
    return len(text) if line < 0 else line
