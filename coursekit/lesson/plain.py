"""The words of our own HTML, as a notebook keeps them beside it."""

from __future__ import annotations

from html.parser import HTMLParser

_ROWS = frozenset({"p", "li", "tr", "h1", "h2", "h3", "h4", "div", "blockquote", "figcaption", "summary", "dt", "dd"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.silent += tag in ("style", "svg")
        if tag in _ROWS:
            self.rows.append("")
        elif tag in ("td", "th"):
            self.rows[-1] += "  "

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("style", "svg")
        if tag in _ROWS:
            self.rows.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.rows[-1] += data


def plain(markup: str) -> str:
    """Return the words of our own HTML, a row for each block."""
    words = _Words()
    words.feed(markup)
    words.close()
    return "\n".join(row for row in (" ".join(row.split()) for row in words.rows) if row)
