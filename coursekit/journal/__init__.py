"""The learner's journal: one line an event, on the disk before anybody is told "saved"."""

from coursekit.journal.beside import others
from coursekit.journal.events import Event
from coursekit.journal.folding import (
    Answered,
    annotations,
    answers,
    apply,
    committed,
    hints,
    learner,
    opened,
    ran,
    solutions,
)
from coursekit.journal.journal import Journal, at
from coursekit.journal.judgements import VERDICTS, Judgements
from coursekit.journal.merging import merge
from coursekit.journal.reading import Reading, SetAside
from coursekit.journal.repair import Repaired, repair

__all__ = [
    "VERDICTS",
    "Answered",
    "Event",
    "Journal",
    "Judgements",
    "Reading",
    "Repaired",
    "SetAside",
    "annotations",
    "answers",
    "apply",
    "at",
    "committed",
    "hints",
    "learner",
    "merge",
    "opened",
    "others",
    "ran",
    "repair",
    "solutions",
]
