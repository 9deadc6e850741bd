"""A lesson's text taken apart: its cells, what they call, and how it is cut into sittings and steps."""

from __future__ import annotations

from coursekit.outline.calls import CARDS, TASK, Call, parse
from coursekit.outline.marks import AFTERWARDS, FOUND, SITTING
from coursekit.outline.sittings import HAND_IN, PAUSE, Outline, Sitting, Step, outline
from coursekit.outline.text import Code, LessonText, Prose, after_head, take_apart

__all__ = [
    "AFTERWARDS",
    "CARDS",
    "FOUND",
    "HAND_IN",
    "PAUSE",
    "SITTING",
    "TASK",
    "Call",
    "Code",
    "LessonText",
    "Outline",
    "Prose",
    "Sitting",
    "Step",
    "after_head",
    "outline",
    "parse",
    "take_apart",
]
