"""The register as the desk's table shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.seminar import register_table
from coursekit.seminar.register import NOTHING, Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.seminar.register import Register
    from coursekit.seminar.roster import Learner
    from coursekit.sessions.protocol import DeskCell, DeskRow, DeskTable

EMPTY: DeskTable = {"exercises": [], "rows": [], "notes": []}


def table(found: Register, pseudonyms: Mapping[Learner, str] | None = None, *, listed: bool) -> DeskTable:
    """Return learners by exercises.

    Parameters
    ----------
    found
        The register.
    pseudonyms
        What to call each learner; nothing else that could name anybody is then in it, and the order is theirs.
    listed
        Whether there is a class list.
    """
    names = pseudonyms is None
    rows: list[DeskRow] = [
        {
            "learner": learner.name if pseudonyms is None else pseudonyms[learner],
            "cells": [_cell(entries.get(exercise, NOTHING), names=names) for exercise in found.exercises],
        }
        for learner, entries in found.lines
    ]
    if not names:
        rows.sort(key=lambda row: row["learner"])
    exercises = [exercise or "exercise not known" for exercise in found.exercises]
    notes = list(register_table.lines(found, names=names, listed=listed))
    return {"exercises": exercises, "rows": rows, "notes": notes}


def _cell(entry: Entry, *, names: bool) -> DeskCell:
    if entry.work and not entry.late and not entry.unreadable:
        return {"words": entry.words(names=names), "state": "in"}
    if entry.handed_in:
        return {"words": entry.words(names=names), "state": "look"}
    return {"words": entry.words(names=names), "state": "bad" if entry.unreadable else ""}
