"""A mark as a reader sends it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from coursekit.course import course as here
from coursekit.spans import make_span


def mark(
    quote: str, paragraph: str, tag: str = "ARCHIVE-REF", task: str = "00-marks", comment: str = ""
) -> dict[str, Any]:
    guide = here().library.source("BOX").guide
    start = guide.paragraph(paragraph).text.index(quote)
    span = make_span(guide, paragraph, start, start + len(quote)).to_json()
    return {"id": uuid4().hex, "source": "BOX", "task": task, "tag": tag, "comment": comment, "spans": [span]}
