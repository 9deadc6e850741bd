"""A heat map over a text: each passage once for each layer, its words the stronger the more readers marked them.

Strength is told by ground and underline together, never by colour alone; the same stands below as a table.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.html import Safe, join, tag
from coursekit.pictures.frame import figure, references

if TYPE_CHECKING:
    from collections.abc import Iterator

LEVELS = 4


@dataclass(frozen=True)
class Hot:
    """A word that was marked: where it stands, what share of the readers marked it (0 to 1), how many, in words.

    ``number`` stands behind words that follow one another and are equally hot; "" for none.
    """

    start: int
    end: int
    share: float
    said: str
    number: str = ""


@dataclass(frozen=True)
class Layer:
    """What was marked of a passage under one name."""

    name: str
    words: tuple[Hot, ...]


@dataclass(frozen=True)
class HotPassage:
    """A passage: its paragraph, as ``LOG p5``, its text, a word on it, and its layers."""

    at: str
    text: str
    note: str
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Heat:
    """A title, what there is to see, and the passages."""

    title: str
    summary: str
    passages: tuple[HotPassage, ...]


def heat(data: Heat) -> Safe:
    """Return a heat map as HTML, and the same as a table."""
    return figure("heat", data.title, data.summary, join(_legend(), *map(_passage, data.passages)), _table(data))


def _legend() -> Safe:
    names = ("up to a quarter", "up to half", "up to three quarters", "more")
    signs = [tag("span", tag("span", name, class_=f"ck-hot ck-hot-{level}")) for level, name in enumerate(names, 1)]
    return tag(
        "p", "Marked by ", *(part for sign in signs for part in (sign, " ")), "of the readers", class_="ck-legend"
    )


def _passage(passage: HotPassage) -> Safe:
    head = tag("p", references((passage.at,)), " ", tag("small", passage.note), class_="ck-heat-at")
    layers = [
        part for layer in passage.layers for part in (tag("dt", layer.name), tag("dd", _shown(passage.text, layer)))
    ]
    return tag("div", head, tag("dl", *layers), class_="ck-heat-passage")


def _shown(text: str, layer: Layer) -> Safe:
    parts: list[str | Safe] = []
    at = 0
    for start, end, hot in _runs(text, layer):
        number = [tag("sup", hot.number)] if hot.number else []
        parts += [text[at:start], tag("span", text[start:end], *number, class_=f"ck-hot ck-hot-{_level(hot)}")]
        at = end
    return join(*parts, text[at:])


def _runs(text: str, layer: Layer) -> Iterator[tuple[int, int, Hot]]:
    """Yield words that follow one another and are equally hot as one run."""
    run: tuple[int, int, Hot] | None = None
    for word in layer.words:
        joins = run and run[2].said == word.said and not any(map(str.isalnum, text[run[1] : word.start]))
        if run and joins:
            run = run[0], word.end, run[2]
            continue
        if run:
            yield run
        run = word.start, word.end, word
    if run:
        yield run


def _level(hot: Hot) -> int:
    return min(LEVELS, max(1, math.ceil(hot.share * LEVELS)))


def _table(data: Heat) -> Safe:
    head = tag(
        "tr", *(tag("th", name, scope="col") for name in ("Where", "As what", "Words, and how many marked them"))
    )
    rows = [
        tag("tr", tag("td", passage.at), tag("td", layer.name), tag("td", _said(passage.text, layer)))
        for passage in data.passages
        for layer in passage.layers
    ]
    return tag("table", tag("thead", head), tag("tbody", *rows))


def _said(text: str, layer: Layer) -> str:
    return "; ".join(f"‘{text[start:end]}’: {hot.said}" for start, end, hot in _runs(text, layer))
