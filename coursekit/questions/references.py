"""Passages named in prose: “LOG p11”, “LOG p5-p6”; “in LOG (m3)” and “(m3)” where it is plain what is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from coursekit.sources.record import PID, SIGLUM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.questions.base import Question

PART = "ground"  # opens the parts of all notes on the words an answer rests on
_WORD = re.compile(
    rf"(?P<stop>[.!?]\W*\s)|(?<!\w)(?:(?P<siglum>{SIGLUM.pattern})"
    rf"|(?P<first>{PID.pattern})(?:[-–](?P<last>{PID.pattern}))?)(?!\w)"
)
_BARE = re.compile(r"[a-z][0-9]{1,3}(?:\.[a-z])?")


def named(words: str, question: Question, part: str = "") -> tuple[str, ...]:
    """Return the passages that some prose of a question names, each once, as ``LOG p11`` or ``LOG p5-p6``.

    A siglum is meant up to the next one or the sentence's end. A word in capitals is one where an id follows it
    at once, or where the question itself is about a source of that name (its ``source``, its ``rests_on``). Before
    any, a bare ``p11`` is of the one source the question is about; where that is more than one, it names nothing.
    ``part`` is what of the question the prose speaks of: its ground has a source of its own.
    """
    if part.startswith(PART) and question.ground:
        return _named(words, question.ground.source, question.rests_on)
    return _named(words, getattr(question, "source", ""), question.rests_on)


@lru_cache(4096)  # a class is told the same sentences again and again
def _named(words: str, source: str, rests_on: tuple[str, ...]) -> tuple[str, ...]:
    own = {reference.split()[0] for reference in rests_on}
    home = source or (next(iter(own)) if len(own) == 1 else "")
    return tuple(dict.fromkeys(_found(words, home, own | {source})))


def _found(words: str, home: str, own: set[str]) -> Iterator[str]:
    siglum, end = home, -1
    for match in _WORD.finditer(words):
        if match["stop"]:
            siglum = home
        elif match["siglum"]:
            follows = PID.match(words, match.end() + 1) if words[match.end() : match.end() + 1] == " " else None
            if follows or match["siglum"] in own:
                siglum, end = match["siglum"], match.end()
        elif siglum and (match.start() == end + 1 or _BARE.fullmatch(match["first"])):
            yield f"{siglum} {match['first']}" + (f"-{match['last']}" if match["last"] else "")
