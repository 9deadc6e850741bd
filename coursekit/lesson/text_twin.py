"""A text and the marks in it as static HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.html import Safe, join, prose, tag
from coursekit.lesson.output import twin
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.annotation.keys import Key
    from coursekit.sessions.open_text import OpenText


def text_twin(
    text: OpenText, marks: Sequence[dict[str, Any]], lost: Sequence[dict[str, Any]], locked: str, key: Key | None
) -> Safe:
    """Return a text as it is read without a kernel: the guide (never a learner's own copy), and the marks made."""
    # Plain paragraphs: they read well wherever the style sheet is missing.
    words = join(*(tag("p", tag("code", each.id), " ", each.text) for each in text.paragraphs))
    if key:
        # Without a kernel nothing can be marked, and a lesson has mostly shown the text to be read before.
        words = tag("details", tag("summary", f"The text: {count(len(text.paragraphs), 'paragraph')}"), words)
    if locked:
        words = join(tag("p", locked), tag("details", tag("summary", "Read without predicting"), words))
    record = text.source.record
    return twin(
        tag("p", tag("code", record.siglum), " ", tag("strong", record.title), class_="ck-title"),
        tag("p", prose(key.prompt), class_="ck-prompt") if key else "",
        tag("p", f"About {count(key.about, 'mark')}.", class_="ck-hint") if key else "",
        words,
        _marks(marks, lost),
    )


def _marks(marks: Sequence[dict[str, Any]], lost: Sequence[dict[str, Any]]) -> Safe:
    parts: list[Safe | str] = []
    if marks:
        head = tag("p", tag("strong", count(len(marks), "mark")), " of yours:", class_="ck-twin-head")
        parts += [head, tag("ul", *(_mark(each) for each in marks), class_="ck-twin-marks")]
    if lost:
        items = [tag("li", *_inside(each["annotation"]), f" ({each['reason']})") for each in lost]
        parts += [tag("p", tag("strong", "Marks that lost their place:"), class_="ck-twin-head"), tag("ul", *items)]
    return join(*parts)


def _mark(annotation: dict[str, Any]) -> Safe:
    return tag("li", *_inside(annotation))


def _inside(annotation: dict[str, Any]) -> list[Safe | str]:
    spans = annotation["spans"]
    words = " … ".join(span["quote"] for span in spans)
    comment = annotation["comment"].strip()
    said: list[Safe | str] = [tag("b", annotation["tag"]), f" {spans[0]['paragraph']}: “{words}”"]
    return [*said, f": {comment}"] if comment else said
