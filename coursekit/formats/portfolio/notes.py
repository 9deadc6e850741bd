"""References in a learner's text as notes: ``(LOG p7)`` becomes a number, and the note says it in Chicago form.

A parenthesis that holds references alone gives way to its number; where a reference is part of a sentence the sentence
stays as it was written, and the number follows. The first note on a source is the full one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.sources.citing import Cited

_PID = r"[a-z]{1,3}\d{1,4}(?:\.[a-z])?"
_RANGE = rf"{_PID}(?:\s?[-–]\s?{_PID})?"
_ONE = rf"[A-Z][A-Z0-9]{{1,9}} {_RANGE}"
_LATER = rf"(?:,| and|;)\s+(?:{_ONE}|{_RANGE})(?![\w.]*\w)"
_GROUP = re.compile(rf"(?P<before>\s?\()?(?P<refs>{_ONE}(?:{_LATER})*)(?P<after>\))?")
_PART = re.compile(rf"(?:(?P<siglum>[A-Z][A-Z0-9]{{1,9}}) )?(?P<place>{_RANGE})")
_STOPS = tuple(".,;:?!")
_PARAGRAPH = re.compile(r"p(\d+)(?:\s?[-–]\s?p(\d+))?")


@dataclass(frozen=True)
class Mark:
    """Where a note's number stands."""

    number: int


class Notes:
    """The notes of a text, numbered as they come."""

    def __init__(self, sources: Mapping[str, Cited]) -> None:
        self._sources = sources
        self._met: set[str] = set()
        self.notes: list[str] = []

    def taken_out(self, text: str) -> Iterator[str | Mark]:
        """Yield a text's pieces: words, and marks where a note belongs."""
        at = 0
        for match in _GROUP.finditer(text):
            note = self._note(match["refs"])
            if not note:
                continue
            alone = match["before"] is not None and match["after"] is not None
            end = match.end() if alone else match.end("refs")
            stop = text[end : end + 1] if alone and text[end : end + 1] in _STOPS else ""  # a number follows it
            yield text[at : match.start()] + stop if alone else text[at:end]
            end += len(stop)
            self.notes.append(note)
            yield Mark(len(self.notes))
            at = end
        yield text[at:]

    def _note(self, refs: str) -> str:
        siglum, said = "", dict[str, list[str]]()
        for part in _PART.finditer(refs):
            siglum = part["siglum"] or siglum
            if siglum in self._sources:
                said.setdefault(siglum, []).append(part["place"])
        parts = []
        for each, places in said.items():
            cited = self._sources[each]
            parts.append(_with_comma(cited.short if each in self._met else cited.note) + located(places))
            self._met.add(each)
        return f"{'; '.join(parts)}." if parts else ""


def _with_comma(note: str) -> str:
    """Return a note that goes on: the comma stands within closing quotation marks, as Chicago has it."""
    return f"{note[:-1]},” " if note.endswith("”") else f"{note}, "


def located(places: list[str]) -> str:
    """Return places as a note names them: ``par. 7``, ``pars. 5–6, 9``; other than paragraphs as the course does."""
    numbers, others = [], []
    for place in places:
        match = _PARAGRAPH.fullmatch(place)
        if match:
            numbers.append(f"{match[1]}–{match[2]}" if match[2] else match[1])
        else:
            others.append(place)
    several = len(numbers) > 1 or any("–" in each for each in numbers)
    pars = [f"{'pars.' if several else 'par.'} {', '.join(numbers)}"] if numbers else []
    return ", ".join([*pars, *others])
