"""The pairs on one page: side by side, each with its figure and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.seminar.alike.pairs import CAUTION
from coursekit.seminar.standalone import page
from coursekit.words import count

if TYPE_CHECKING:
    from coursekit.seminar.alike.pairs import Alike, Beside, Pair, Piece, Sign

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
    if not sign.beside:
        return said
    head = tag("tr", *(tag("th", words, scope="col") for words in ("Part", one, other)))
    rows = [_row(each) for each in sign.beside]
    table = tag("table", tag("thead", head), tag("tbody", *rows))
    return join(said, tag("div", table, class_="wide", role="region", tabindex="0", aria_label="Side by side"))


def _row(beside: Beside) -> Safe:
    return tag(
        "tr", tag("th", prose(beside.about), scope="row"), *(tag("td", _pieces(p)) for p in (beside.one, beside.other))
    )


def _pieces(pieces: tuple[Piece, ...]) -> Safe:
    return join(*(tag("mark", words) if shared else words for words, shared in pieces))
