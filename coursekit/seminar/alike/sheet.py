"""The pairs on one page: side by side, each with its figure and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.seminar.alike.pairs import CAUTION
from coursekit.seminar.standalone import page
from coursekit.words import count

if TYPE_CHECKING:
    from coursekit.seminar.alike.pairs import Alike, Pair, Piece, Sign

    _Row = tuple[str | None, *tuple[tuple[Piece, ...], ...]]

MOST_PAIRS = 200  # on one page
TITLE = "Hand-ins that are alike"


def sheet(found: Alike) -> str:
    """Return a whole page; whatever was handed in stands there as text."""
    return page(TITLE, tag("h1", TITLE), body(found))


def body(found: Alike) -> Safe:
    """Return what stands on the page below its title."""
    parts = [tag("p", CAUTION), tag("p", f"{first(len(found.pairs))}.")]
    parts += [tag("p", note, ".", class_="quiet") for note in found.notes]
    parts += [_pair(pair) for pair in found.pairs[:MOST_PAIRS]]
    if len(found.pairs) > MOST_PAIRS:
        parts.append(
            tag("p", f"{count(len(found.pairs) - MOST_PAIRS, 'pair')} more are not shown; name fewer hand-ins.")
        )
    return join(*parts)


def first(number: int) -> str:
    """Say how many pairs there are."""
    return f"{count(number, 'pair')} of hand-ins {'is' if number == 1 else 'are'} alike beyond chance"


def names(pair: Pair) -> tuple[str, str]:
    """Return what the two are called: their names, and where these are the same, their files, too."""
    rows = pair.one.row, pair.other.row
    if rows[0].learner.casefold() == rows[1].learner.casefold():
        return f"{rows[0].learner} ({rows[0].file})", f"{rows[1].learner} ({rows[1].file})"
    return rows[0].learner, rows[1].learner


def _pair(pair: Pair) -> Safe:
    one, other = names(pair)
    files = f"{pair.one.row.file} · {pair.other.row.file}"
    head = tag("h2", f"{pair.exercise}: ", tag("bdi", one), " and ", tag("bdi", other))
    return tag("section", head, tag("p", files, class_="quiet"), *(_sign(sign, one, other) for sign in pair.signs))


def _sign(sign: Sign, one: str, other: str) -> Safe:
    said = tag("p", sign.said)
    if all(each.one == each.other for each in sign.beside):
        rows: list[_Row] = [(each.about, each.one) for each in sign.beside]
        return join(said, _table("", ("Part", "Both answered"), rows)) if rows else said
    tables = [_table(each.about, (one, other), [(None, each.one, each.other)]) for each in sign.beside]
    return join(said, *tables)


def _table(caption: str, heads: tuple[str, str], rows: list[_Row]) -> Safe:
    head = tag("tr", *(tag("th", tag("bdi", words), scope="col") for words in heads))
    told = tag("caption", prose(caption)) if caption else ""
    table = tag("table", told, tag("thead", head), tag("tbody", *map(_row, rows)))
    return tag("div", table, class_="wide", role="region", tabindex="0", aria_label="Side by side")


def _row(row: _Row) -> Safe:
    about, *answers = row
    first_cell = [tag("th", prose(about), scope="row")] if about is not None else []
    return tag("tr", *first_cell, *(tag("td", _pieces(pieces, marked=about is None)) for pieces in answers))


def _pieces(pieces: tuple[Piece, ...], *, marked: bool) -> Safe:
    return join(*(tag("mark", words) if shared and marked else words for words, shared in pieces))
