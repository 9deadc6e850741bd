"""Paragraphs named without their source: a reader who has two texts open is not told where to look.

In prose, and in what a card asks, a reference becomes a way to the passage where it names its source: “LOG p7”; in one
parenthesis a plain “p9” may follow it. The layout in JupyterLab reads the same (``frontend/src/pane/prose-refs.js``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.questions.references import named
from coursekit.sources.record import PID, SIGLUM

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from coursekit.questions import Question

_PART = re.compile(
    rf"(?<![\w/])(?P<siglum>{SIGLUM.pattern})[ \u00a0](?P<first>{PID.pattern})(?!\w)"
    rf"|(?<![\w/])(?P<plain>{PID.pattern})(?!\w)|[()]"
)
_TO = re.compile(rf"(?:[-–\u2011]| to )(?:{PID.pattern})(?!\w)")
_CODE = re.compile(r"`[^`]*`")
_SET_IN = "    "


def bare(words: str) -> list[str]:
    """Return the ids in a paragraph of prose that name no source, in their order."""
    depth, siglum, end = 0, "", 0
    found: list[str] = []
    for match in _PART.finditer(words):
        if match.start() < end:
            continue  # the end of a range
        if match[0] in "()":
            depth, siglum = max(0, depth + (1 if match[0] == "(" else -1)), ""
            continue
        if match["siglum"] and depth:
            siglum = match["siglum"]
        if match["plain"] and not (siglum and depth):
            found.append(match["plain"])
        to = _TO.match(words, match.end())
        end = to.end() if to else match.end()
    return found


def bare_faults(lines: Iterable[tuple[int, str]], passages: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield what numbered lines of prose name so.

    Parameters
    ----------
    lines
        A line is a paragraph, an entry of a list or a row of a table; code, also a line set in by four blanks, is
        left out.
    passages
        All paragraph references, as ``LOG p7``; what is no paragraph of any source is no reference.
    """
    known = _ids(passages)
    for number, line in (each for each in lines if not each[1].startswith(_SET_IN)):
        for pid in dict.fromkeys(bare(_CODE.sub("", line))):
            if pid in known:
                yield number, _told(pid, known[pid])


def bare_in_question(
    asked: Iterable[str], told: Iterable[tuple[str, str]], question: Question, passages: Collection[str]
) -> Iterator[str]:
    """Yield what a question names so.

    Parameters
    ----------
    asked
        What its card shows before an answer; there nothing but the words leads to the passage.
    told
        Feedback by part; a card offers its passages where it is plain whose they are (`named`).
    question
        The question itself.
    passages
        As in `bare_faults`.
    """
    known = _ids(passages)
    left = [pid for words in asked for pid in bare(words)]
    for part, words in told:
        led = {pid for reference in named(words, question, part) for pid in PID.findall(reference)}
        left += [pid for pid in bare(words) if pid not in led]
    yield from (_told(pid, known[pid]) for pid in dict.fromkeys(left) if pid in known)


def _ids(passages: Collection[str]) -> dict[str, str]:
    """Return a source for each id; an entry of a list (e3) is known by its parts (e3.d)."""
    pairs = [reference.split(" ", 1) for reference in passages]
    return {pid: siglum for siglum, full in pairs for pid in (full.partition(".")[0], full)}


def _told(pid: str, siglum: str) -> str:
    return f"{pid}: of which source? Write it before, as {siglum} {pid}"
