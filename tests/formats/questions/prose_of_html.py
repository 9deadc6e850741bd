"""The prose that our HTML was made of: paragraphs and emphasis, and nothing else may be in it."""

from __future__ import annotations

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("p", "em")
        assert not attrs
        self.open.append(tag)
        if tag == "p":
            self.parts.append("")
        else:
            self.parts[-1] += "*"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "em":
            self.parts[-1] += "*"

    def handle_data(self, data: str) -> None:
        assert self.open, "words outside any paragraph"
        self.parts[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def prose_of(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return "\n\n".join(reader.parts)
