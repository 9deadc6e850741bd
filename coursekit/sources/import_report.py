"""What became of a learner's copy, in a sentence for whoever dropped it onto a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.sources.add import Added
    from coursekit.sources.recognise import Match

MOST_NAMED = 6  # paragraphs, before they are only counted
MOST_LINES = 6  # of an archive
LONGEST_NAME = 80


def import_report(results: Sequence[Added], siglum: str) -> list[str]:
    """Return a line for each thing that was found in what was dropped.

    Parameters
    ----------
    results
        What `add_bytes` yielded.
    siglum
        The source of the reader it was dropped onto.
    """
    lines = [_line(each, siglum) for each in results[:MOST_LINES]]
    if len(results) > MOST_LINES:
        lines.append(f"And {len(results) - MOST_LINES} more; `python3 course.py sources add` tells of all.")
    return lines


def _line(added: Added, siglum: str) -> str:
    name = f"“{added.file if len(added.file) <= LONGEST_NAME else added.file[: LONGEST_NAME - 1] + '…'}”"
    match = added.match
    if match is None:
        return f"{name} was not added: {added.error}."
    record = match.record
    what = record.short if record.siglum == siglum else f"not this text but {record.short} ({record.siglum})"
    if added.error:
        return f"{name} is {what}. It was not added: {added.error}."
    notes = "".join(f" Note: {note}." for note in added.notes)
    where = "" if record.siglum == siglum or added.needless else " It is added, and stands wherever that text is read."
    return f"{name} is {what}: {_counts(match)}.{where}{notes}"


def _counts(match: Match) -> str:
    total = len(match.record.ids)
    if len(match.ids("exact")) == total:
        return f"all {total} paragraphs are there, word for word"
    close = len(match.ids("close"))
    parts = [
        f"{len(match.ids('exact'))} of {total} paragraphs exact",
        f"{close} close (the same words, other signs)" if close else "",
        _named("changed", match.ids("changed")),
        _named("missing", match.ids("missing")),
    ]
    return ", ".join(part for part in parts if part)


def _named(status: str, pids: list[str]) -> str:
    if not pids:
        return ""
    return f"{len(pids)} {status}" + (f" ({', '.join(pids)})" if len(pids) <= MOST_NAMED else "")
