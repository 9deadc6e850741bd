"""The votes of a lesson's teaching notes, in their order.

Each stands in a section whose heading begins with "The vote". The section opens with the question in emphasis, and
below it, in the same paragraph, what one votes on:

    *Which file is the best evidence?*
    (a) LOG (b) BOOK (c) no single one

    *Which words tell that somebody answered?*
    Point into LOG p11-p15, at up to 2 places.

(several ranges as prose has them: ``LOG p3-p5, LOG p9``), or it opens with a question of the course alone:
```04-which-year```. To what is pointed at, an expert's passages may be given in a paragraph of its own: ``An expert
points at “no keeper was found” (BOX p1) and the whole of BOX p4.`` Where the words "with confidence" stand in the first
two paragraphs, everybody is asked how sure they are, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.seminar.report.teaching import VOTE, read_vote, sections, written
from coursekit.sources.record import PID, SIGLUM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NUMBERS = {"one": 1, "two": 2, "three": 3}
_WHERE = re.compile(
    rf"\A\s*\*(?P<prompt>[^*]+)\*\s+Point into (?P<source>{SIGLUM.pattern})\s+"
    r"(?P<paragraphs>(?:[a-z0-9.,\s-]|(?P=source)\s)+?),"
    r"\s+at\s+(?:up\s+to\s+)?(?P<places>[1-3]|one|two|three)\s+places?(?P<nowhere>,\s+or\s+nowhere)?\."
)
_QUESTION = re.compile(r"\A\s*`(?P<id>[0-9]{2}-[a-z0-9-]+)`")
_EXPERT = re.compile(r"^An expert points at .+(?:\n.+)*", re.MULTILINE)
_QUOTED = re.compile(rf"[“„](?P<quote>[^“”]+)[”“]\s+\((?P<source>{SIGLUM.pattern}) (?P<paragraph>{PID.pattern})\)")
_WHOLE = re.compile(rf"the\s+whole\s+of\s+(?P<source>{SIGLUM.pattern}) (?P<paragraph>{PID.pattern})")
_ENTRY = re.compile(r"^-\s+(.+(?:\n(?!-\s|\s*\n).+)*)", re.MULTILINE)


@dataclass(frozen=True)
class NotedVote:
    """A vote of the notes: what it is made from (None where it cannot be read), and what the notes advise."""

    line: int
    spec: Mapping[str, Any]
    expected: str = ""
    cases: tuple[str, ...] = ()


def votes(folder: Path, number: str) -> list[NotedVote]:
    """Return the votes in the notes of a lesson; none where there are no notes.

    Parameters
    ----------
    folder
        Where the notes are.
    number
        The lesson's number, as ``02``.
    """
    return read_votes(written(folder, number))


def read_votes(text: str) -> list[NotedVote]:
    """Return the votes in some notes; one that cannot be read has an empty ``spec``."""
    return [_read(body, line) for name, body, line in sections(text) if name.startswith(VOTE)]


def _read(body: str, line: int) -> NotedVote:
    opening = "\n\n".join(body.strip().split("\n\n")[:2])
    sure = "with confidence" in opening
    cases = tuple(" ".join(words.split()) for words in _ENTRY.findall(body))
    paragraphs = (" ".join(part.split()) for part in body.split("\n\n"))
    expected = next((part for part in paragraphs if "xpected" in part and not part.startswith("-")), "")
    if found := _QUESTION.match(body):
        return NotedVote(line, {"kind": "question", "question": found["id"]}, expected, cases)
    if found := _WHERE.match(body):
        return NotedVote(line, _pointing(found, body) | {"confidence": sure}, expected, cases)
    vote = read_vote(body)
    if vote is None:
        return NotedVote(line, {}, expected, cases)
    options = [words for _, words in vote.options]
    spec = {"kind": "choice", "prompt": vote.question, "options": options, "rider": vote.rider, "confidence": sure}
    return NotedVote(line, spec, vote.expected, vote.cases)


def _pointing(found: re.Match[str], body: str) -> dict[str, Any]:
    return {
        "kind": "point",
        "prompt": " ".join(found["prompt"].split()),
        "source": found["source"],
        "paragraphs": " ".join(word for word in found["paragraphs"].split() if word != found["source"]),
        "places": _NUMBERS.get(found["places"]) or int(found["places"]),
        "nowhere": bool(found["nowhere"]),
        "expert": _expert(body, found["source"]),
    }


def _expert(body: str, source: str) -> list[dict[str, str]]:
    named = _EXPERT.search(body)
    words = named[0] if named else ""
    passages = sorted([*_QUOTED.finditer(words), *_WHOLE.finditer(words)], key=lambda each: each.start())
    return [
        {"paragraph": each["paragraph"], "quote": " ".join(each.groupdict().get("quote", "").split())}
        for each in passages
        if each["source"] == source
    ]
