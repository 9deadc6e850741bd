"""A source's guide: the calendar of its paragraphs in our words, with the telling phrases in “…”, or „…“."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem, refuse
from coursekit.authoring.reading import read_text
from coursekit.sources.editions import Edition, Paragraph
from coursekit.sources.normal import words
from coursekit.sources.quoted import places, unpaired

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 20  # words in one quotation
_HEADING = re.compile(r"##[ \t]+(?P<id>\S+)[ \t]+·[ \t]+(?P<voice>\S.*?)\s*")
_BEGUN = re.compile(r"##[ \t]+([a-z]{1,3}[0-9]{1,4}(?:\.[a-z])?)\b")
_MARKUP = re.compile(r"\*\*|__|`|<[A-Za-z/!]|!\[|\]\(|^\s*[-*+]\s", re.MULTILINE)


@dataclass
class Block:
    """One block of the file, with the lines of its heading and its body."""

    id: str
    voice: str
    line: int
    body: list[tuple[int, str]]

    @property
    def text(self) -> str:
        """The paragraph in one line."""
        return " ".join(" ".join(line for _, line in self.body).split())

    def line_of(self, phrase: str) -> int:
        """Return the line on which a phrase begins, at worst that of the heading."""
        start = " ".join(phrase.split()[:2])
        return next((number for number, line in self.body if start in line), self.line)


def load_guide(path: Path, siglum: str, name: str = "") -> Edition:
    """Read ``guide.md`` as the edition "guide".

    Raises
    ------
    CourseError
        ``file:line: what was expected``, for the first fault.
    """
    blocks, problems = read_guide(path, name)
    refuse(problems)
    return Edition(siglum, "guide", tuple(as_paragraph(block) for block in blocks))


def read_guide(path: Path, name: str = "") -> tuple[list[Block], list[Problem]]:
    """Return the blocks and what is wrong with them as they stand."""
    name = name or str(path)
    text, problems = read_text(path, name)
    blocks: list[Block] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## ") or line == "##":
            heading = _HEADING.fullmatch(line)
            if not heading:
                problems.append(Problem(name, number, "heading: expected “## p7 · who speaks”"))
            near = _BEGUN.match(line)  # so that a faulty heading does not make a paragraph vanish
            pid = heading["id"] if heading else near[1] if near else ""
            blocks.append(Block(pid, heading["voice"] if heading else "", number, []))
        elif blocks:
            blocks[-1].body.append((number, line))
    if not blocks and not problems:
        problems.append(Problem(name, 1, "expected a block “## p7 · who speaks” for each paragraph, found none"))
    seen: set[str] = set()
    for block in blocks:
        problems += [Problem(name, line, f"{block.id}: {message}") for line, message in _faults(block, seen)]
        seen.add(block.id)
    return [block for block in blocks if block.id], problems


def _faults(block: Block, seen: set[str]) -> list[tuple[int, str]]:
    faults = []
    if block.id in seen:
        faults.append((block.line, "stands twice; an id belongs to one paragraph"))
    if not block.text:
        faults.append((block.line, "expected a paragraph under the heading, found nothing"))
    filled = [bool(line.strip()) for _, line in block.body]
    if "TFT" in re.sub(r"(.)\1+", r"\1", "".join("T" if each else "F" for each in filled)):
        faults.append((block.line, "expected one paragraph, found several; join them"))
    if found := _MARKUP.search("\n".join(line for _, line in block.body)):
        faults.append((block.line_of(found[0].strip()), f"expected plain text, found markup “{found[0].strip()}”"))
    return faults + [(block.line_of(near), message) for near, message in _quote_faults(block.text)]


def _quote_faults(text: str) -> list[tuple[str, str]]:
    """Return (words near it, message) for what is wrong with quotation marks and quotations."""
    faults = _unbalanced(text)
    for start, end in quote_ranges(text):
        phrase = text[start:end]
        if not words(phrase):
            marks = text[start - 1 : end + 1]
            faults.append((marks, f"{marks}: expected words between the quotation marks"))
        if "…" in phrase or "..." in phrase:
            faults.append((phrase, f"“{phrase[:40]}”: no ellipsis inside a quotation; make it two"))
        if len(words(phrase)) > LONGEST:
            faults.append((phrase, f"“{phrase[:40]}…”: {len(words(phrase))} words quoted, at most {LONGEST}"))
    return faults


def _unbalanced(text: str) -> list[tuple[str, str]]:
    faults = []
    for at, end in unpaired(text):
        before = text[max(0, at - 20) : at]
        if end > at:
            faults.append((text[at:end], f"{text[at : min(end, at + 30)]}…: opened and not closed"))
        else:
            faults.append((before, f"{before}{text[at]}: closed and not opened"))
    return faults


def quote_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return the code-point ranges between “ and ”, and between „ and “."""
    return tuple(places(text, empty=True))


def as_paragraph(block: Block) -> Paragraph:
    """Return a block as a paragraph of the calendar."""
    return Paragraph(block.id, block.voice, block.text, quote_ranges(block.text))
