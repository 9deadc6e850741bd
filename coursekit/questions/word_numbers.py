"""Passages of a full text by the numbers of their words, where its wording may not stand in a file of ours.

A key quotes the calendar. Where the calendar has it in its own words, the same passage of the document cannot be
found by letters, and its words are not ours to print: so the key names them by number, “12-19 of 64”, as the course
counts words. In a copy whose paragraph has more words or fewer the numbers would name something else; there they
find nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursekit.sources.normal import WORD

_FORM = re.compile(r"([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))? of ([1-9][0-9]{0,4})")


@dataclass(frozen=True)
class WordNumbers:
    """Words ``first`` to ``last`` of a paragraph of ``words`` words, counted from 1, both included."""

    first: int
    last: int
    words: int

    @classmethod
    def read(cls, text: str) -> WordNumbers | None:
        """Read ``12-19 of 64`` or ``12 of 64``; None for anything else."""
        match = _FORM.fullmatch(text)
        if not match:
            return None
        first, last, words = int(match[1]), int(match[2] or match[1]), int(match[3])
        return cls(first, last, words) if first <= last <= words else None

    def place(self, text: str) -> tuple[int, int] | None:
        """Return where these words stand in a paragraph's text (code points); None where it has not just so many."""
        words = [match.span() for match in WORD.finditer(text)]
        return (words[self.first - 1][0], words[self.last - 1][1]) if len(words) == self.words else None
