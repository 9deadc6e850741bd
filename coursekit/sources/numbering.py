"""Give the paragraphs of a ``text.txt`` their ids: those that stand are kept, what is new takes the next number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coursekit.authoring.problems import refuse
from coursekit.authoring.reading import read_table
from coursekit.errors import CourseError
from coursekit.places import Folders
from coursekit.sources.author import write_table
from coursekit.sources.fingerprints import fingerprint
from coursekit.sources.given import may_be_given, read_pieces
from coursekit.sources.normal import digest, letters
from coursekit.sources.record import read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coursekit.sources.fingerprints import Fingerprint
    from coursekit.sources.given import Piece

LETTER = "p"  # of an id that nobody chose
MOST_NUMBER = 9_999
_WORDS, _SIGNS = 4, 60  # of a paragraph, by which it is known


class Numbered(NamedTuple):
    """What was written: every paragraph, the ids that are new, and those whose paragraph is gone."""

    prints: list[Fingerprint]
    new: list[str]
    gone: list[str]


def number_text(root: Path, siglum: str) -> Numbered:
    """Write the table ``[paragraphs]`` of a record from the text beside it.

    Parameters
    ----------
    root
        The course's folder.
    siglum
        The source; its record may have no such table yet.

    Raises
    ------
    CourseError
        When record or text cannot be read, or the text may not be given away.
    """
    folders = Folders(root)
    path, name = folders.named(folders.record(siglum))
    file, called = folders.named(folders.text(siglum))
    if not file.is_file():
        raise CourseError(f"{called}: no such file; save the text there, or see `sources fingerprint` for a calendar")
    there = read_table(path, name)  # raises what would keep the table from being rewritten
    record = read_record(path, name)[0]
    pieces, problems = read_pieces(file, called)
    refuse(may_be_given(record, called) + problems)
    ids = assign(record.paragraphs, pieces)
    old = {print_.id: print_ for print_ in record.paragraphs}
    prints = [
        fingerprint(pid, old[pid].begins if pid in old and piece.begins(old[pid].begins) else first(piece), piece.text)
        for pid, piece in zip(ids, pieces, strict=True)
    ]
    write_table(path, prints, begin=not there.has("paragraphs"))
    return Numbered(prints, [pid for pid in ids if pid not in old], [pid for pid in old if pid not in ids])


def assign(old: Sequence[Fingerprint], pieces: Sequence[Piece]) -> list[str]:
    """Return an id for each paragraph: by its words, by its first words, by its place, and last a new one.

    By place only where as many ids are left over as paragraphs: then each was changed and none came or went.
    """
    ids: dict[int, str] = {}
    left = list(old)

    def take(fits: Callable[[Fingerprint, Piece], bool]) -> None:
        for n, piece in enumerate(pieces):
            known = None if n in ids else next((each for each in left if fits(each, piece)), None)
            if known:
                left.remove(known)
                ids[n] = known.id

    take(lambda each, piece: each.letters == digest(letters(piece.text)))
    take(lambda each, piece: piece.begins(each.begins))
    open_ = [n for n in range(len(pieces)) if n not in ids]
    if len(open_) == len(left):
        ids |= {n: each.id for n, each in zip(open_, left, strict=True)}
    taken = [int(each.id[1:]) for each in old if each.id[1:].isdigit() and each.id.startswith(LETTER)]
    free = max(taken, default=0)
    for n in range(len(pieces)):
        if n not in ids:
            free += 1
            ids[n] = f"{LETTER}{free}"
    if free > MOST_NUMBER:
        raise CourseError(f"{LETTER}{free}: ids end with {LETTER}{MOST_NUMBER}; write other letters into [paragraphs]")
    return [ids[n] for n in range(len(pieces))]


def first(piece: Piece) -> str:
    """Return the first words of a paragraph."""
    listed = piece.text.split()
    for count in range(min(_WORDS, len(listed)), len(listed) + 1):
        words = " ".join(listed[:count])[:_SIGNS]  # of writing without spaces, a “word” may be the whole
        if piece.begins(words):
            return words
    return piece.text
