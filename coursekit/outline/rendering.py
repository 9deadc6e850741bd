"""Authors' Markdown as HTML, where no notebook shows it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coursekit.html import Safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def markdown(words: str) -> Safe:
    """Return the HTML of some Markdown with tables; HTML in it is shown as it was typed, never as markup."""
    return Safe(str(reader().render(words)))


@cache
def reader() -> MarkdownIt:
    """Return what reads and renders it."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")
