"""What all pictures share: a frame, a caption, the text equivalent, and the style they carry with them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coursekit.html import Safe, join, prose, tag


def figure(kind: str, title: str, summary: str, body: Safe, words: Safe) -> Safe:
    """Return a picture; ``words`` is its text equivalent, ``kind`` names its style sheet.

    The style sheet goes with it, so that an exported page shows it too. Nothing in it refers to an id:
    the same picture may stand twice on a page, and JupyterLab renames ids.
    """
    return tag(
        "figure",
        Safe(f"<style>{style(kind)}</style>"),
        tag("figcaption", tag("b", title), " ", tag("span", prose(summary))),
        body,
        tag("details", tag("summary", "As text"), words, class_="ck-as-text"),
        class_=f"ck-picture ck-{kind}",
    )


def references(at: tuple[str, ...]) -> Safe:
    """Return paragraphs one after another; none of them is broken over two lines."""
    return join(*(part for n, each in enumerate(at) for part in (", " if n else "", tag("i", each, class_="ck-ref"))))


@cache
def style(kind: str) -> str:
    """Return what all pictures share and the kind's own style sheet, on one line."""
    here = Path(__file__).parent
    sheets = (here / "picture.css", here / kind / f"{kind}.css")
    text = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()
