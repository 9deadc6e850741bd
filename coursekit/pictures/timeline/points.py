"""The points of a timeline: ``lessons/pictures/NN-name.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import FaultError
from coursekit.authoring.reading import read_table
from coursekit.dates.days import Range, range_of
from coursekit.errors import CourseError
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table

KINDS = ("event", "writing", "filing", "catalogue")
MOST_POINTS = 60
_LABEL, _SAYS = 200, 300  # characters: a picture's words are few


@dataclass(frozen=True)
class Point:
    """One date: of what, by whose word.

    Parameters
    ----------
    label
        What happened, or was written.
    edtf
        When, in EDTF.
    kind
        event, writing, filing or catalogue: what sort of date it is.
    whose
        The paragraphs that attest it, as ``LOG p15``; none where no text of the course does.
    says
        Who says so, in words.
    range
        The first and last day it can be.
    """

    label: str
    edtf: str
    kind: str
    whose: tuple[str, ...]
    says: str
    range: Range


@dataclass(frozen=True)
class Timeline:
    """A title, what there is to see in one or two sentences, and the points in the author's order."""

    title: str
    summary: str
    points: tuple[Point, ...]


def load_timeline(path: Path, name: str = "") -> Timeline:
    """Read a timeline; ``name`` is what messages call the file.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    table = read_table(path, name)
    entries = table.tables("point", least=1)
    if len(entries) > MOST_POINTS:
        raise table.error("point", f"expected at most {MOST_POINTS} points, found {len(entries)}; make two pictures")
    found = Timeline(table.text("title"), table.text("summary"), tuple(_point(entry) for entry in entries))
    table.done()
    return found


def check_timeline(path: Path, name: str = "") -> list[Problem]:
    """Return the first fault of each point, and of the file's head."""
    problems = []
    try:
        for entry in read_table(path, name).tables("point"):
            try:
                _point(entry)
            except FaultError as fault:
                problems.append(fault.problem)
        if not problems:
            load_timeline(path, name)
    except FaultError as fault:
        problems.append(fault.problem)
    return problems


def _point(entry: Table) -> Point:
    edtf = entry.text("edtf", most=100)
    try:
        when = range_of(edtf)
    except CourseError as error:
        raise entry.error(
            "edtf", f"expected a date in EDTF, as 1893-05-03 or 1893-10/1893-12, found {error}"
        ) from error
    whose = entry.texts("whose")
    for reference in whose:
        if not REFERENCE.fullmatch(reference):
            raise entry.error("whose", f"expected paragraphs as LOG p15, found “{reference}”")
    says = entry.text("says", "", most=_SAYS)
    if not whose and not says:
        raise entry.error("whose", "expected the paragraphs that attest the date, or says = who else does")
    label, kind = entry.text("label", most=_LABEL), entry.one_of("kind", KINDS)
    entry.done()
    return Point(label, edtf, kind, whose, says, when)
