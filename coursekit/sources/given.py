"""A text that may be given away: ``text.txt`` beside its record is then what is read, with no calendar between.

It takes the calendar's place as the edition "guide", so that whatever works on a calendar works on it. A paragraph is
what stands between blank lines; ``[paragraphs]`` of the record gives the ids, in the order of the text.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from coursekit.authoring.problems import Problem, refuse
from coursekit.authoring.reading import read_text
from coursekit.sources.editions import Edition, Paragraph
from coursekit.sources.normal import letters, words
from coursekit.sources.record import GIVEN

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.record import Record

MOST_PARAGRAPHS = 2_000
MOST_SIGNS = 20_000  # in one paragraph
NUMBER = "python3 course.py sources number"


class Piece(NamedTuple):
    """A paragraph of the file, in one line, and the line on which it begins."""

    line: int
    text: str

    def begins(self, first: str) -> bool:
        """Say whether these are its first words, signs and capitals aside."""
        return bool(letters(first)) and letters(self.text).startswith(letters(first))


def load_text(path: Path, record: Record, name: str) -> Edition:
    """Read ``text.txt`` as the edition that the course gives.

    Raises
    ------
    CourseError
        ``file:line: what was expected``, for the first fault; so where the record does not say that the text may be
        given away.
    """
    pieces, problems = read_pieces(path, name)
    refuse(may_be_given(record, name) + (problems or _against_ids(pieces, record, name)))
    return as_paragraphs(record, pieces)


def as_paragraphs(record: Record, pieces: list[Piece]) -> Edition:
    """Return the paragraphs that have an id in the record as the edition that the course gives."""
    paragraphs = zip(record.ids, pieces, strict=False)
    return Edition(record.siglum, "guide", tuple(Paragraph(pid, "", piece.text) for pid, piece in paragraphs))


def check_text(path: Path, record: Record, name: str) -> list[Problem]:
    """Return all that is wrong with a text: as loading finds it, and where its words are others than were numbered."""
    pieces, problems = read_pieces(path, name)
    problems = may_be_given(record, name) + (problems or _against_ids(pieces, record, name))
    if problems:
        return problems
    changed = "its words have changed since it was numbered; read what rests on it, then run"
    return [
        Problem(name, piece.line, f"{print_.id}: {changed} `{NUMBER} {record.siglum}`")
        for print_, piece in zip(record.paragraphs, pieces, strict=True)
        if print_.words and print_.status(piece.text) == "changed"
    ]


def may_be_given(record: Record, name: str) -> list[Problem]:
    """Return the fault of a text whose record does not say that it may be given away."""
    if record.rights_status in GIVEN:
        return []
    listed = ", ".join(f"“{each}”" for each in GIVEN)
    told = (
        f"the record does not say that this text may be given away; if it may, write rights_status in record.toml "
        f"({listed}), if not, take the file out of the course"
    )
    return [Problem(name, 1, told)]


def read_pieces(path: Path, name: str) -> tuple[list[Piece], list[Problem]]:
    """Return the paragraphs of the file, and what is wrong with them as they stand."""
    text, problems = read_text(path, name)
    pieces: list[Piece] = []
    run: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            run.append(line)
        elif run:
            joined = " ".join(unicodedata.normalize("NFC", " ".join(run)).split())
            pieces.append(Piece(number - len(run), joined))
            run = []
    for piece in pieces:
        problems += [Problem(name, piece.line, words_) for words_ in _faults(piece.text)]
    if not pieces and not problems:
        problems.append(Problem(name, 1, "expected a text, its paragraphs parted by blank lines, found nothing"))
    if len(pieces) > MOST_PARAGRAPHS:
        problems.append(Problem(name, 1, f"{len(pieces)} paragraphs; at most {MOST_PARAGRAPHS}: cut out what you need"))
    return pieces, problems


def _faults(text: str) -> list[str]:
    faults = []
    if len(text) > MOST_SIGNS:
        faults.append(f"a paragraph of {len(text)} characters; at most {MOST_SIGNS}: part it by a blank line")
    if not words(text):
        faults.append(f"“{text[:20]}”: a paragraph without a word; join it to another, or leave it out")
    if strange := next((sign for sign in text if unicodedata.category(sign) == "Cc"), ""):
        faults.append(f"a control character (U+{ord(strange):04X}); take it out")
    return faults


def _against_ids(pieces: list[Piece], record: Record, name: str) -> list[Problem]:
    """Compare the paragraphs, one by one, with those of the record; after the first that is another, none fits."""
    makes = f"`{NUMBER} {record.siglum}` numbers them anew and keeps the ids that stand"
    for print_, piece in zip(record.paragraphs, pieces, strict=False):
        if not piece.begins(print_.begins):
            wanted = f"{print_.id}: expected the paragraph that begins “{print_.begins}” (record.toml)"
            return [Problem(name, piece.line, f"{wanted}, found “{piece.text[:30]}”; {makes}")]
    if len(pieces) == len(record.ids):
        return []
    line = pieces[len(record.ids)].line if len(pieces) > len(record.ids) else pieces[-1].line
    told = f"{len(pieces)} paragraphs, and {len(record.ids)} ids in record.toml [paragraphs]; {makes}"
    return [Problem(name, line, told)]
