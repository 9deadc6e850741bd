"""A paragraph of a text."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class ParagraphJson(TypedDict):
    """A paragraph of an edition; ``status`` of a learner's own copy: exact, changed or missing."""

    id: str
    voice: str
    text: str
    quotes: list[list[int]]
    status: NotRequired[str]
