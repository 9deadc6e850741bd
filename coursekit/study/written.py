"""Where somebody is, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coursekit.study.progress import Place, Progress, Standing

FORMAT = "coursekit-progress/1"


def to_json(found: Progress) -> dict[str, Any]:
    """Return what can be written as JSON; times are in minutes."""
    return {
        "format": FORMAT,
        "taken": found.taken,
        "left": found.left,
        "next": _place(found.place) if found.place else None,
        "waits": [
            {"kind": each.kind, "notebook": each.unit.notebook, "card": each.card, "number": each.number}
            for each in found.waits
        ],
        "units": [_standing(each) for each in found.units],
    }


def _place(found: Place) -> dict[str, Any]:
    sitting = found.part.number if found.part else None
    return {"notebook": found.unit.notebook, "sitting": sitting, "card": found.card}


def _standing(found: Standing) -> dict[str, Any]:
    unit = found.unit
    return {
        "kind": unit.kind,
        "name": unit.name,
        "notebook": unit.notebook,
        "title": unit.title,
        "about": unit.about,
        "state": found.state,
        "done": found.done,
        "of": len(unit.cards),
        "expected": unit.minutes,
        "taken": found.taken,
        "left": found.left,
    }
