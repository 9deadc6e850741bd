"""Marking: an answer, an exercise, a folder of hand-ins. One function marks answers for everybody."""

from coursekit.marking.one import MARKING, Mark, Note, State, mark

__all__ = ["MARKING", "Mark", "Note", "State", "mark"]
