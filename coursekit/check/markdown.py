"""An author's Markdown as readers get it: links, pictures and headings, each with its line; code holds none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True)
class Link:
    """A link, or a picture and the words that stand for it."""

    line: int
    target: str
    picture: bool = False
    words: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading and its level."""

    line: int
    level: int
    words: str


@dataclass
class Markdown:
    """What stands in some prose; ``lost`` are references ``[words][name]`` that no line ``[name]: …`` resolves."""

    links: list[Link] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    html: list[tuple[int, str]] = field(default_factory=list)
    lost: list[tuple[int, str]] = field(default_factory=list)


def read(lines: Iterable[tuple[int, str]]) -> Markdown:
    """Read prose; the lines between those that are given count as empty."""
    text: list[str] = []
    for number, line in lines:
        text += [""] * (number - len(text) - 1)
        text.append(line)
    found = Markdown()
    tokens = _reader().parse("\n".join(text))
    for at, token in enumerate(tokens):
        first = token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            found.headings.append(Heading(first, int(token.tag[1:]), tokens[at + 1].content))
        elif token.type == "html_block":
            found.html.append((first, token.content))
        elif token.type == "inline":
            _inline(token, first, found)
    return found


def _inline(token: Token, first: int, found: Markdown) -> None:
    """Read what stands in one block; a line end in it is a token of its own."""
    plain: list[str] = []
    for line, child in _numbered(token.children or [], first):
        if child.type == "link_open":
            found.links.append(Link(line, str(child.attrs["href"])))
        elif child.type == "image":
            found.links.append(Link(line, str(child.attrs["src"]), picture=True, words=child.content))
        elif child.type == "html_inline":
            found.html.append((line, child.content))
        plain.append("\n" if child.type in _BREAKS else child.content if child.type == "text" else "\0")
    words = "".join(plain)
    for lost in _REFERENCE.finditer(words):
        name = " ".join((lost[2] or lost[1]).split())
        if not name.startswith("^"):
            found.lost.append((first + words[: lost.start()].count("\n"), name))


def _numbered(children: list[Token], line: int) -> Iterator[tuple[int, Token]]:
    for child in children:
        yield line, child
        # A picture's words and HTML keep their line ends inside; those of code are lost.
        line += 1 if child.type in _BREAKS else child.content.count("\n")


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Reader(MarkdownIt):
        """Shows targets as they were written, and those that no browser should follow, too: both are to be told."""

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - its name and shape
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - its name
            return url

    # Escaped brackets must stay apart from those that open a reference.
    return Reader("commonmark").enable("table").disable("text_join")
