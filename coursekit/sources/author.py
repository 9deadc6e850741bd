"""Fingerprints from the author's copy: the paragraphs found by their first words, the table rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.whole import write_whole
from coursekit.sources.clean import clean
from coursekit.sources.fingerprints import Fingerprint, as_toml, fingerprint
from coursekit.sources.normal import letters
from coursekit.sources.paragraph_table import rewritten
from coursekit.sources.recognise.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coursekit.sources.record import Record


def cut(text: str, record: Record) -> list[tuple[str, str]]:
    """Return (id, text) of each paragraph of a copy: each runs to where the next begins, the last to the end.

    A paragraph begins at the start of a line.

    Raises
    ------
    CourseError
        When the first words of a paragraph do not stand after the paragraph before it.
    """
    stream = Stream(text)
    opens = [n for n in range(len(stream)) if n == 0 or "\n" in text[stream.end[n - 1] : stream.start[n]]]
    starts: list[int] = []
    for print_ in record.paragraphs:
        begins = letters(print_.begins)
        after = starts[-1] if starts else -1
        start = next((n for n in opens if n > after and stream.letters.startswith(begins, stream.at[n])), None)
        if start is None or not begins:
            last = f" after {record.paragraphs[len(starts) - 1].id}" if starts else ""
            raise CourseError(
                f"sources/{record.siglum}/record.toml: {print_.id}: no line of this copy begins "
                f"“{print_.begins}”{last}; write its first words as they stand"
            )
        starts.append(start)
    ends = [*starts[1:], len(stream)]
    return [
        (print_.id, clean(text[slice(*stream.extent(start, end))]))
        for print_, start, end in zip(record.paragraphs, starts, ends, strict=True)
    ]


def write_fingerprints(path: Path, record: Record, text: str) -> list[Fingerprint]:
    """Work the fingerprints out from a copy, and rewrite the ``[paragraphs]`` table of ``record.toml`` alone.

    Raises
    ------
    CourseError
        When a paragraph is not found, or the file has no such table.
    """
    begins = {print_.id: print_.begins for print_ in record.paragraphs}
    prints = [fingerprint(pid, begins[pid], words) for pid, words in cut(text, record)]
    write_table(path, prints, record.highest)
    return prints


def write_table(path: Path, prints: Iterable[Fingerprint], highest: int = 0, *, begin: bool = False) -> None:
    """Rewrite the entries of the table ``[paragraphs]`` of a record, and nothing else of it; comments stay.

    Parameters
    ----------
    path
        ``record.toml``.
    prints
        The paragraphs, in order.
    highest
        The highest number ever given to one, where none of these has it; else 0.
    begin
        Whether the table may be missing, and is then written at the end.

    Raises
    ------
    CourseError
        When the file has no such table.
    """
    before = path.read_text(encoding="utf-8")
    rows = {print_.id: as_toml(print_) for print_ in prints}
    after = rewritten(before, rows, highest)
    if after is None and begin:
        after = rewritten(f"{before.rstrip()}\n\n[paragraphs]\n", rows, highest)
    if after is None:
        raise CourseError(f"{path}: no table [paragraphs]; write it, with the first words of each paragraph")
    write_whole(path, after.encode())
