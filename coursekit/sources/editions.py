"""An edition: one text of a source, in paragraphs with fixed ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from coursekit.errors import CourseError

_ID = r"[a-z]{1,3}[0-9]{1,4}(?:\.[a-z])?"
_PART = re.compile(rf"({_ID})(?:-({_ID}))?")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; ``quotes`` are the code-point ranges inside its quotation marks.

    ``status`` is "" in a guide, and exact, close, changed or missing in a learner's own copy.
    """

    id: str
    voice: str
    text: str
    quotes: tuple[tuple[int, int], ...] = ()
    status: str = ""


@dataclass(frozen=True)
class Edition:
    """The guide (name "guide") or the learner's full text (name "text") of a source."""

    siglum: str
    name: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def _by_id(self) -> dict[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    def has(self, pid: str) -> bool:
        """Say whether there is a paragraph of this id."""
        return pid in self._by_id

    def paragraph(self, pid: str) -> Paragraph:
        """Return one paragraph.

        Raises
        ------
        CourseError
            When there is none of this id.
        """
        if pid not in self._by_id:
            raise CourseError(f"{self.siglum} {pid}: no such paragraph; this source has {self._extent()}")
        return self._by_id[pid]

    def select(self, wanted: str = "") -> tuple[Paragraph, ...]:
        """Return the paragraphs of a selection such as ``"p1-p5 m7"``, in document order; "" means all.

        A range holds what has the same letter and a number between; ``e12`` stands for all of e12.d, e12.t, e12.a.

        Raises
        ------
        CourseError
            When a part of the selection is not understood or names nothing.
        """
        if not wanted.strip():
            return self.paragraphs
        chosen: set[str] = set()
        for part in wanted.replace(",", " ").split():
            found = {paragraph.id for paragraph in self.paragraphs if _within(paragraph.id, part)}
            if not found or not all(_named(self._by_id, end) for end in part.split("-")):
                raise CourseError(f"{self.siglum} {part}: no such paragraphs; this source has {self._extent()}")
            chosen |= found
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.id in chosen)

    def _extent(self) -> str:
        ends: dict[str, list[str]] = {}
        for paragraph in self.paragraphs:
            ends.setdefault(_key(paragraph.id)[0], []).append(paragraph.id)
        return ", ".join(ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}" for ids in ends.values()) or "none"


def _key(pid: str) -> tuple[str, int, str]:
    head, _, part = pid.partition(".")
    letters = head.rstrip("0123456789")
    return letters, int(head[len(letters) :] or 0), part


def _within(pid: str, part: str) -> bool:
    """Say whether an id falls in ``p5``, ``p1-p5``, ``e12`` or ``e1-e20``."""
    match = _PART.fullmatch(part)
    if not match:
        return False
    first, last = _key(match[1]), _key(match[2] or match[1])
    letters, number, suffix = _key(pid)
    if not first[0] == last[0] == letters or not first[1] <= number <= last[1]:
        return False
    after = not first[2] or number > first[1] or _rank(suffix) >= _rank(first[2])
    before = not last[2] or number < last[1] or _rank(suffix) <= _rank(last[2])
    return after and before


def _rank(suffix: str) -> int:
    """Order date, title, abstract as an entry has them; other suffixes follow the alphabet."""
    return "dta".index(suffix) if suffix and suffix in "dta" else ord(suffix[:1] or "\0") + 3


def _named(ids: dict[str, Paragraph], end: str) -> bool:
    return end in ids or any(pid.startswith(f"{end}.") for pid in ids)
