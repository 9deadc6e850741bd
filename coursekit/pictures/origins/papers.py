"""Whose papers a list holds, and from when: ``lessons/pictures/NN-name.toml``, kind origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import FaultError
from coursekit.authoring.reading import read_table
from coursekit.dates.days import Range, range_of
from coursekit.errors import CourseError
from coursekit.pictures.entries import check_entries, passages

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table

LOOKS = ("full", "line", "double", "dots")
MOST_PAPERS, MOST_STRETCHES, MOST_HANDS = 60, 24, 6
_ID, _NAME, _LABEL, _WORDS = 6, 40, 60, 160  # characters


@dataclass(frozen=True)
class Sort:
    """A class of papers, by whose they are or by what they are; ``look`` is how the second kind is drawn."""

    id: str
    name: str
    look: str = ""


@dataclass(frozen=True)
class Stretch:
    """A row: some days, and what was going on in them."""

    label: str
    days: Range
    note: str


@dataclass(frozen=True)
class Paper:
    """An entry of the list.

    Parameters
    ----------
    id, label
        Its number in the list, and what it is in a few words.
    edtf, days
        The date under which the list has it.
    hand, sort
        Whose paper it is, and what kind of paper.
    perhaps
        Whether the hand is a guess.
    whose, ground
        The paragraphs, and what in them tells the hand.
    """

    id: str
    label: str
    edtf: str
    days: Range
    hand: Sort
    sort: Sort
    perhaps: bool
    whose: tuple[str, ...]
    ground: str


@dataclass(frozen=True)
class Origins:
    """A title, what there is to see, the rows, the columns (hands), the sorts of paper, and the papers."""

    title: str
    summary: str
    stretches: tuple[Stretch, ...]
    hands: tuple[Sort, ...]
    sorts: tuple[Sort, ...]
    papers: tuple[Paper, ...]

    def within(self, stretch: Stretch, hand: Sort) -> tuple[Paper, ...]:
        """Return the papers of a hand that are dated in a stretch, in the order of the list."""
        return tuple(each for each in self.papers if each.hand == hand and _begins_in(each.days, stretch.days))


def load_origins(path: Path, name: str = "") -> Origins:
    """Read the origins of a list; ``name`` is what messages call the file.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    table = read_table(path, name)
    table.one_of("kind", ("origins",))
    hands, sorts, stretches = _sorts(table, "hand"), _sorts(table, "sort"), _stretches(table)
    papers: dict[str, Paper] = {}
    entries = table.tables("paper", least=1)
    if len(entries) > MOST_PAPERS:
        raise table.error("paper", f"expected at most {MOST_PAPERS} papers, found {len(entries)}; make two pictures")
    for entry in entries:
        paper = _paper(entry, hands, sorts)
        if paper.id in papers:
            raise entry.error("id", f"expected an entry once, found “{paper.id}” a second time")
        if sum(_begins_in(paper.days, stretch.days) for stretch in stretches) != 1:
            raise entry.error("edtf", f"expected a date that begins in one of the stretches, found “{paper.edtf}”")
        papers[paper.id] = paper
    head = table.text("title"), table.text("summary")
    found = Origins(*head, stretches, tuple(hands.values()), tuple(sorts.values()), tuple(papers.values()))
    table.done()
    return found


def check_origins(path: Path, name: str = "") -> list[Problem]:
    """Return the first fault of each paper, and of the file's head."""

    def one(entry: Table) -> object:
        table = read_table(path, name)
        return _paper(entry, _sorts(table, "hand"), _sorts(table, "sort"))

    return check_entries(path, name, "paper", one, load_origins)


def _begins_in(days: Range, stretch: Range) -> bool:
    return (stretch.first or 0) <= days.anchor < (stretch.end or 0)


def _sorts(table: Table, key: str) -> dict[str, Sort]:
    entries = table.tables(key, least=2)
    if len(entries) > MOST_HANDS:
        raise table.error(key, f"expected at most {MOST_HANDS}, found {len(entries)}")
    found: dict[str, Sort] = {}
    for entry in entries:
        look = entry.one_of("look", LOOKS) if key == "sort" else ""
        each = Sort(entry.text("id", most=_NAME), entry.text("name", most=_NAME), look)
        if each.id in found:
            raise entry.error("id", f"expected an id of its own, found “{each.id}” a second time")
        entry.done()
        found[each.id] = each
    return found


def _stretches(table: Table) -> tuple[Stretch, ...]:
    entries = table.tables("stretch", least=2)
    if len(entries) > MOST_STRETCHES:
        raise table.error("stretch", f"expected at most {MOST_STRETCHES}, found {len(entries)}")
    found = []
    for entry in entries:
        days = _days(entry)
        if days.first is None or days.end is None:
            raise entry.error("edtf", "expected a stretch with a beginning and an end")
        found.append(Stretch(entry.text("label", most=_LABEL), days, entry.text("note", "", most=_WORDS)))
        entry.done()
    return tuple(found)


def _paper(entry: Table, hands: dict[str, Sort], sorts: dict[str, Sort]) -> Paper:
    found = Paper(
        entry.text("id", most=_ID),
        entry.text("label", most=_LABEL),
        entry.text("edtf", most=_NAME),
        _days(entry),
        hands[entry.one_of("hand", tuple(hands))],
        sorts[entry.one_of("sort", tuple(sorts))],
        entry.flag("perhaps"),
        passages(entry, "whose"),
        entry.text("ground", most=_WORDS),
    )
    entry.done()
    return found


def _days(entry: Table) -> Range:
    try:
        return range_of(entry.text("edtf", most=_NAME))
    except FaultError:
        raise
    except CourseError as error:
        raise entry.error("edtf", f"expected a date in EDTF, as 1893-05-03 or 1893-05, found {error}") from error
