"""What teaching notes name: questions, tasks, pictures, facts, misconceptions, places; and links to it in one page."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.authoring import sealed
from coursekit.html import Safe
from coursekit.outline import after_head
from coursekit.outline.rendering import reader
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

    from coursekit.course import Course

_CODE = re.compile(r"\b(?:F[0-9]+[a-z]?|M[0-9]+)\b")


@dataclass
class Named:
    """Ids in the order in which notes name them, each once."""

    cards: dict[str, None] = field(default_factory=dict)  # questions, tasks, pictures
    codes: dict[str, None] = field(default_factory=dict)  # facts, misconceptions
    places: dict[str, None] = field(default_factory=dict)


def anchor(name: str) -> str:
    """Return the id of the element that shows something."""
    return f"see-{name}"


def known_cards(course: Course) -> set[str]:
    """Return the ids of all questions, tasks and pictures."""
    asked = {each.id for exercise in course.exercises.by_id.values() for each in exercise.questions}
    files = [*sealed.files(course.folders.keys), *sealed.files(course.folders.pictures)]
    return {*course.questions.by_id, *asked, *(path.stem for path in files)}


def linked(course: Course, notes: Path, out: Path) -> tuple[Safe, Named]:
    """Return notes as HTML in which each thing named is a link to where it is shown, and what is named.

    Parameters
    ----------
    course
        Whose ids are known.
    notes
        The file.
    out
        The folder in which the page will lie; links to other files lead there from it.
    """
    named, cards = Named(), known_cards(course)
    codes = {*course.facts, *course.misconceptions}
    text = "\n".join(line for _, line in after_head(notes.read_text(encoding="utf-8-sig")))
    named.places = dict.fromkeys(found[0] for found in REFERENCE.finditer(text))
    tokens = reader().parse(text)
    for token in tokens:
        if token.children:
            token.children = [
                made for child in token.children for made in _linked(child, cards, codes, named, notes.parent, out)
            ]
    return Safe(str(reader().renderer.render(tokens, reader().options, {}))), named


def _linked(  # noqa: PLR0913, PLR0917 - what is known, and where links are from and to
    token: Token, cards: set[str], codes: set[str], named: Named, home: Path, out: Path
) -> list[Token]:
    if token.type == "code_inline" and token.content in cards:
        named.cards[token.content] = None
        return _link(token, token.content)
    if token.type == "link_open" and (target := str(token.attrs.get("href", ""))) and "://" not in target:
        token.attrs["href"] = os.path.relpath(home / target, out).replace(os.sep, "/")
    if token.type != "text":
        return [token]
    made: list[Token] = []
    at = 0
    for found in _CODE.finditer(token.content):
        if found[0] in codes:
            named.codes[found[0]] = None
            made += [_text(token, token.content[at : found.start()]), *_link(_text(token, found[0]), found[0])]
            at = found.end()
    return [*made, _text(token, token.content[at:])]


def _link(shown: Token, name: str) -> list[Token]:
    kind: Any = type(shown)
    return [kind("link_open", "a", 1, attrs={"href": f"#{anchor(name)}"}), shown, kind("link_close", "a", -1)]


def _text(like: Token, words: str) -> Token:
    return like.copy(content=words)
