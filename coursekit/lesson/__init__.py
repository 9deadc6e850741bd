"""What a lesson's cells import: one verb, one call.

Each cell stands alone: it finds the course and the learner's journal by itself, so cells can be run in any
order and in a fresh kernel. A mistake is one plain line in the cell's output.

A verb's module is read when the verb is first asked for: what a cell does not use it need not wait for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursekit.lesson.agreeing import agreement
    from coursekit.lesson.asking import ask, predict, reflect
    from coursekit.lesson.beginning import begin
    from coursekit.lesson.citing import facts
    from coursekit.lesson.class_reporting import class_report
    from coursekit.lesson.comparing import compare
    from coursekit.lesson.confusing import confusion
    from coursekit.lesson.ending import end
    from coursekit.lesson.exercising import answer, points, results, solution, worked
    from coursekit.lesson.explaining import explain, glossary
    from coursekit.lesson.handing_in import hand_in
    from coursekit.lesson.overview import home
    from coursekit.lesson.pausing import pause
    from coursekit.lesson.practising import practice
    from coursekit.lesson.reading import annotate, read
    from coursekit.lesson.reading_answers import read_answers
    from coursekit.lesson.reviewing import review
    from coursekit.lesson.showing import passage, picture, record
    from coursekit.lesson.teaching import desk
    from coursekit.lesson.warming import warm_up

__all__ = [
    "agreement",
    "annotate",
    "answer",
    "ask",
    "begin",
    "class_report",
    "compare",
    "confusion",
    "desk",
    "end",
    "explain",
    "facts",
    "glossary",
    "hand_in",
    "home",
    "passage",
    "pause",
    "picture",
    "points",
    "practice",
    "predict",
    "read",
    "read_answers",
    "record",
    "reflect",
    "results",
    "review",
    "solution",
    "warm_up",
    "worked",
]

if not TYPE_CHECKING:
    _MODULES = {
        "agreement": "agreeing",
        "answer": "exercising",
        "annotate": "reading",
        "ask": "asking",
        "begin": "beginning",
        "class_report": "class_reporting",
        "compare": "comparing",
        "confusion": "confusing",
        "desk": "teaching",
        "end": "ending",
        "explain": "explaining",
        "facts": "citing",
        "glossary": "explaining",
        "hand_in": "handing_in",
        "home": "overview",
        "passage": "showing",
        "pause": "pausing",
        "picture": "showing",
        "points": "exercising",
        "practice": "practising",
        "predict": "asking",
        "read": "reading",
        "read_answers": "reading_answers",
        "record": "showing",
        "reflect": "asking",
        "results": "exercising",
        "review": "reviewing",
        "solution": "exercising",
        "warm_up": "warming",
        "worked": "exercising",
    }

    def __getattr__(name: str) -> object:
        """Return a verb (PEP 562)."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__} has no attribute {name}", name=name)
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
