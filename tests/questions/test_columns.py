"""Cells of a table: read as people fill them in, never guessed, judged by what the column asks."""

from __future__ import annotations

import pytest

from coursekit.dates.human import Unread
from coursekit.questions.base import Choice
from coursekit.questions.columns import Column, Wanted, in_form, places, read_cell, share

LIST = (Choice("says", "says so"), Choice("denies", "denies it"), Choice("silent", "says nothing"))


def column(type_: str) -> Column:
    return Column("c", "C", type_, LIST if type_.startswith("choice") else ())


@pytest.mark.parametrize(
    ("type_", "raw", "read"),
    [
        ("choice", " Says  so ", "says"),
        ("choice", "DENIES", "denies"),
        ("choices", "says, silent", "says,silent"),
        ("choices", "says nothing; says so; says", "silent,says"),
        ("date", "18 July 1960", "1960-07-18"),
        ("number", "1 390 people", "1390"),
        ("places", "LET p7", "LET p7"),
        ("places", "let p7-p9, KLO p3", "LET p7,LET p8,LET p9,KLO p3"),
        ("places", "LET p7, p8 and p10", "LET p7,LET p8,LET p10"),
        ("places", "CAT e12.a", "CAT e12.a"),
        ("places", "Nowhere", "none"),
        ("text", " as it stands ", "as it stands"),
        ("choice", "", ""),
    ],
)
def test_a_cell_is_read_as_people_fill_it_in(type_: str, raw: str, read: str) -> None:
    assert read_cell(column(type_), raw) == read


@pytest.mark.parametrize(
    ("type_", "raw"),
    [
        ("choice", "perhaps"),
        ("choices", "says, perhaps"),
        ("date", "31 February 1960"),
        ("number", "many"),
        ("places", "the seventh paragraph"),
        ("places", "p7"),
        ("places", "LET p9-p7"),
        ("places", "LET p1-p999"),
    ],
)
def test_what_cannot_be_read_is_told_why(type_: str, raw: str) -> None:
    read = read_cell(column(type_), raw)
    assert isinstance(read, Unread)
    assert len(read.why) > 20


@pytest.mark.parametrize(
    ("type_", "wanted", "read", "part"),
    [
        ("choice", Wanted(("says", "denies")), "denies", 1.0),
        ("choice", Wanted(("says",)), "silent", 0.0),
        ("choices", Wanted(("says", "silent")), "silent,says", 1.0),
        ("choices", Wanted(("says", "silent")), "says", 0.5),
        ("choices", Wanted(("says", "silent")), "says,denies", 0.0),
        ("choices", Wanted(("says",), ("silent",)), "says,silent", 1.0),
        ("number", Wanted(("4.6 ± 0.05",)), "4.58", 1.0),
        ("number", Wanted(("4.6 ± 0.05",)), "4.7", 0.0),
        ("number", Wanted(("1390",)), "1.390|1390", 1.0),
        ("places", Wanted(("LET p7-p9",)), "LET p8", 1.0),
        ("places", Wanted(("LET p7-p9",)), "LET p8,LET p10", 0.0),
        ("places", Wanted(("none",)), "none", 1.0),
        ("date", Wanted(("1960-07-18",)), "1960-07-18", 1.0),
    ],
)
def test_a_cell_is_judged_by_what_its_column_asks(type_: str, wanted: Wanted, read: str, part: float) -> None:
    assert share(column(type_), wanted, read) == part


def test_an_authors_key_must_fit_its_column() -> None:
    assert in_form(column("number"), "4.6 ± 0.05") == "4.6 ± 0.05"
    assert in_form(column("number"), "about five") is None
    assert in_form(column("date"), "18 July") is None
    assert in_form(column("choice"), "perhaps") is None


def test_nowhere_is_no_place() -> None:
    assert places("none") == []
    assert places("LET p7,KLO p3") == ["LET p7", "KLO p3"]


def test_what_has_been_read_is_known_within_bounds() -> None:
    column = Column("n", "N", "number")
    assert [read_cell(column, "7") for _ in range(2)] == ["7", "7"]
    assert column.known == {"7": "7"}
    for number in range(2_000):
        assert read_cell(column, f"{number}") == f"{number}"
    assert len(column.known) <= 500
    read_cell(column, "x" * 2_000)
    assert all(len(raw) < 100 for raw in column.known)


def test_of_two_choices_of_one_name_the_first_counts() -> None:
    column = Column("c", "C", "choice", (Choice("a", "b"), Choice("b", "a"), Choice("c", "The Log")))
    assert [read_cell(column, raw) for raw in ("a", "B", "the  log", "C")] == ["a", "a", "c", "c"]
