"""Give the paragraphs of a ``text.txt`` their ids: those that stand are kept, what is new takes the next number."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from coursekit.authoring.problems import refuse
from coursekit.authoring.reading import read_table
from coursekit.errors import CourseError
from coursekit.places import Folders
from coursekit.sources.author import write_table
from coursekit.sources.fingerprints import fingerprint
from coursekit.sources.given import may_be_given, read_pieces
from coursekit.sources.normal import digest, letters
from coursekit.sources.record import MOST_NUMBER, read_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from coursekit.sources.fingerprints import Fingerprint
    from coursekit.sources.given import Piece

LETTER = "p"  # of an id that nobody chose
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
    ids = assign(record.paragraphs, pieces, record.highest)
    old = {print_.id: print_ for print_ in record.paragraphs}
    prints = [
        fingerprint(pid, old[pid].begins if pid in old and piece.begins(old[pid].begins) else first(piece), piece.text)
        for pid, piece in zip(ids, pieces, strict=True)
    ]
    highest = max(record.highest, _highest(old))
    write_table(path, prints, highest if highest > _highest(ids) else 0, begin=not there.has("paragraphs"))
    return Numbered(prints, [pid for pid in ids if pid not in old], [pid for pid in old if pid not in ids])


def assign(old: Sequence[Fingerprint], pieces: Sequence[Piece], highest: int = 0) -> list[str]:
    """Return an id for each paragraph: by its words, by its first words, by its place, and last a new one.

    By first words only where they begin one paragraph alone, and are those of one id alone. By place only where one
    paragraph stands for one between the two neighbours it had. All else is new, and its number was never given before.
    """
    ids: dict[int, str] = {}
    left = list(old)
    for n, piece in enumerate(pieces):
        known = next((each for each in left if each.letters == digest(letters(piece.text))), None)
        if known:
            left.remove(known)
            ids[n] = known.id
    fits = [(n, each) for n, piece in enumerate(pieces) for each in old if piece.begins(each.begins)]
    of_pieces, of_ids = Counter(n for n, _ in fits), Counter(each.id for _, each in fits)
    for n, each in fits:
        if n not in ids and each in left and of_pieces[n] == of_ids[each.id] == 1:
            left.remove(each)
            ids[n] = each.id
    ids |= _by_place([each.id for each in old], ids, len(pieces))
    free = max(highest, _highest(each.id for each in old))
    for n in range(len(pieces)):
        if n not in ids:
            free += 1
            ids[n] = f"{LETTER}{free}"
    if free > MOST_NUMBER:
        raise CourseError(f"{LETTER}{free}: ids end with {LETTER}{MOST_NUMBER}; write other letters into [paragraphs]")
    return [ids[n] for n in range(len(pieces))]


def _by_place(old: Sequence[str], ids: Mapping[int, str], count: int) -> dict[int, str]:
    """Return the ids of paragraphs that stand between the neighbours of an id that is left over."""
    between = {(before, after): each for before, each, after in zip(old, old[1:], old[2:], strict=False)}
    found = {n: between.get((ids.get(n - 1, ""), ids.get(n + 1, "")), "") for n in range(count) if n not in ids}
    taken = set(ids.values())
    return {n: each for n, each in found.items() if each and each not in taken}


def _highest(ids: Iterable[str]) -> int:
    """Return the highest number that one of these ids has, of those that nobody chose."""
    return max((int(each[1:]) for each in ids if each.startswith(LETTER) and each[1:].isdigit()), default=0)


def first(piece: Piece) -> str:
    """Return the first words of a paragraph."""
    listed = piece.text.split()
    for count in range(min(_WORDS, len(listed)), len(listed) + 1):
        words = " ".join(listed[:count])[:_SIGNS]  # of writing without spaces, a “word” may be the whole
        if piece.begins(words):
            return words
    return piece.text
