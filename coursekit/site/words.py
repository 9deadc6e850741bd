"""A lesson's Markdown as a page's prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from coursekit.outline.marks import SITTING_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

_RUN = "data-commandlinker-command"  # a button by which JupyterLab runs a notebook
_PROGRAMS = re.compile(r"<details><summary>For programs\b")  # what a notebook holds for programs that mark it
_SIGNS = re.compile(r"[^a-z0-9]+")


def prose(source: str, lead: Callable[[str], str], names: set[str]) -> str:
    """Return the HTML of a cell's Markdown.

    An author's HTML stands as it was written, as in a notebook; what is only for JupyterLab (the button that runs a
    lesson, and the paragraph that speaks of it; what is folded away for programs that mark notebooks) is left out.

    Parameters
    ----------
    source
        The Markdown.
    lead
        Says where a link leads.
    names
        Names of headings given on this page so far; those of this cell are added.
    """
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = _without_run(_without_programs(reader.parse(source)))
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", _name(tokens[at + 1].content, names))
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", lead(str(child.attrGet("href") or "")))
    return str(reader.renderer.render(tokens, reader.options, {}))


def _without_programs(tokens: list[Token]) -> list[Token]:
    """Leave out what is folded away for programs that mark notebooks."""
    kept, folded = [], False
    for token in tokens:
        folded = folded or (token.type == "html_block" and bool(_PROGRAMS.match(token.content)))
        if not folded:
            kept.append(token)
        elif token.type == "html_block" and "</details>" in token.content:
            folded = False
    return kept


def _without_run(tokens: list[Token]) -> list[Token]:
    """Leave out paragraphs with a button that runs a notebook, each with the paragraph above it that speaks of it."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.type == "paragraph_close" and _RUN in kept[-2].content:
            del kept[-3:]
            if kept and kept[-1].type == "paragraph_close":
                del kept[-3:]
    return kept


def _name(title: str, names: set[str]) -> str:
    """Return a heading's name in the page's address, which no other has."""
    sitting = SITTING_TITLE.match(title)  # a link to it stays when its title is changed
    plain = f"sitting-{sitting[1]}" if sitting else _SIGNS.sub("-", title.casefold()).strip("-")[:60] or "part"
    name, count = plain, 1
    while name in names:
        count += 1
        name = f"{plain}-{count}"
    names.add(name)
    return name
