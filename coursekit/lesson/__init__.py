"""What a lesson's cells import: one verb, one call.

Each cell stands alone: it finds the course and the learner's journal by itself, so cells can be run in any
order and in a fresh kernel. A mistake is one plain line in the cell's output.
"""

from coursekit.lesson.asking import ask, predict, reflect
from coursekit.lesson.beginning import begin
from coursekit.lesson.comparing import compare
from coursekit.lesson.explaining import explain, glossary
from coursekit.lesson.reading import annotate, read
from coursekit.lesson.showing import passage, picture, record

__all__ = [
    "annotate",
    "ask",
    "begin",
    "compare",
    "explain",
    "glossary",
    "passage",
    "picture",
    "predict",
    "read",
    "record",
    "reflect",
]
