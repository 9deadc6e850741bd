"""What the teaching notes of a lesson have ready for the hour: the vote, and the likely wrong turns.

The notes are Markdown for people. Their section "The vote" opens with the question, in emphasis, and its options,
``(a) … (b) …``; what stands below is what to do about each outcome. In "Likely wrong turns" an entry opens with the
wrong turn in emphasis and may name the codes of misconceptions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = re.compile(r"^##\s+(?P<name>.+?)\s*$", re.MULTILINE)
VOTE, _TURNS = "The vote", "Likely wrong turns"
_QUESTION = re.compile(r"\A\s*\*(?P<words>[^*\n]+(?:\*\w[^*\n]*\*[^*\n]*)*)\*(?P<rest>[^\n]*(?:\n(?!\s*\n)[^\n]*)*)")
_OPTION = re.compile(r"\((?P<letter>[a-zA-Z])\)\s+(?P<words>.+?)(?=\s+\([a-zA-Z]\)\s|\s*\Z)", re.DOTALL)
_ENTRY = re.compile(r"^-\s+(?P<words>.+(?:\n(?!-\s|\s*\n).+)*)", re.MULTILINE)
_CODE = re.compile(r"\bM[0-9]{1,3}\b")


@dataclass(frozen=True)
class Vote:
    """A question to vote on.

    Parameters
    ----------
    question, options
        What is asked, and the options, each with its letter.
    rider
        What everybody who votes is asked besides.
    expected, cases
        What split to expect, and what to do in each case.
    """

    question: str
    options: tuple[tuple[str, str], ...]
    rider: str = ""
    expected: str = ""
    cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class WrongTurn:
    """A likely wrong turn, as the notes have it, with the misconceptions it names."""

    words: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Notes:
    """What was found in a lesson's notes; a part that is not there, or is written otherwise, is missing."""

    vote: Vote | None = None
    turns: tuple[WrongTurn, ...] = ()

    def turn(self, code: str) -> WrongTurn | None:
        """Return what the notes say on a misconception."""
        return next((each for each in self.turns if code in each.codes), None)


def notes(folder: Path, number: str) -> Notes:
    """Return what the notes of a lesson have; nothing where there are none, or none that can be read.

    Parameters
    ----------
    folder
        Where the notes are.
    number
        The lesson's number, as ``02``.
    """
    return read_notes(written(folder, number))


def written(folder: Path, number: str) -> str:
    """Return the text of a lesson's notes; empty where there are none, or none that can be read."""
    for path in sorted(folder.glob(f"{number}-*.md")):
        try:
            return path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
    return ""


def read_notes(text: str) -> Notes:
    """Return what the text of teaching notes has."""
    parts = {name: body for name, body, _ in sections(text)}
    turns = [_flat(match["words"]) for match in _ENTRY.finditer(parts.get(_TURNS, ""))]
    return Notes(read_vote(parts.get(VOTE, "")), tuple(WrongTurn(each, tuple(_CODE.findall(each))) for each in turns))


def sections(text: str) -> list[tuple[str, str, int]]:
    """Return the sections of some notes: heading, body, and the line of the heading."""
    heads = list(_HEAD.finditer(text))
    edges = [*(head.start() for head in heads), len(text)]
    return [
        (head["name"], text[head.end() : end], text.count("\n", 0, head.start()) + 1)
        for head, end in zip(heads, edges[1:], strict=True)
    ]


def read_vote(section: str) -> Vote | None:
    """Return the vote that a section opens with; None where it opens otherwise."""
    found = _QUESTION.match(section)
    options = [(match["letter"], _flat(match["words"])) for match in _OPTION.finditer(found["rest"])] if found else []
    if found is None or not options:
        return None
    letter, last = options.pop()
    last, _, rider = last.partition(". ")  # a sentence after the last option is no part of it
    after = section[found.end() :]
    expected = next((_flat(line) for line in after.split("\n\n") if "xpected" in line and not line.startswith("-")), "")
    cases = tuple(_flat(match["words"]) for match in _ENTRY.finditer(after))
    return Vote(_flat(found["words"]), (*options, (letter, last)), rider, expected, cases)


def _flat(words: str) -> str:
    return " ".join(words.split())
