"""A session as data: what was asked, what came of it, what the instructor noted; who is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.room.as_asked import as_asked, shown_paragraphs
from coursekit.room.results import results

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.room.state import Room, Vote

FORMAT = 1


def debrief(room: Room, course: Course, *, notes: bool = True) -> dict[str, Any]:
    """Return a session as data, which may be passed on: no names, no codes, and nobody's own answer.

    Parameters
    ----------
    room
        How the session stands by its log.
    course
        Where what was asked is found again.
    notes
        Whether what the instructor noted is in it; that may name people.

    Returns
    -------
    dict
        As ``schema.json`` beside this module has it.
    """
    return {
        "debrief": FORMAT,
        "lesson": room.lesson,
        "begun": room.begun,
        "joined": len(room.people),
        "votes": [_vote(each, course, notes=notes) for each in room.votes.values() if not each.earlier],
    }


def _vote(vote: Vote, course: Course, *, notes: bool) -> dict[str, Any]:
    shown = vote.shown
    told = {
        "id": vote.id,
        "kind": str(shown.get("kind", "")),
        "same": same(shown),
        "prompt": str(shown["prompt"]),
        "source": "",
        "paragraphs": [{"id": each.id, "text": each.text} for each in shown_paragraphs(shown)],
        "phase": vote.phase,
        "hands": any(sum(counts.values()) for counts in vote.hands.values()),
        "note": vote.note if notes else "",
        "why": "",
    }
    try:
        item = as_asked(vote, course)
        return told | {"source": item.source()} | results(vote, item)
    except CourseError as error:  # the course has changed since: the question is gone
        return told | {"rounds": [], "shift": None, "reasons": [], "expert": None, "why": str(error)}


def same(shown: Any) -> list[str]:
    """Return what is equal for two votes, of two classes, that asked one and the same thing."""
    kind = str(shown.get("kind", ""))
    if kind == "question":
        card = shown["card"]
        return [kind, str(card.get("id", "")), str(card.get("version", ""))]
    options = [str(each["text"]) for each in shown.get("options") or ()]
    paragraphs = [f"{shown.get('source', '')} {each.id}" for each in shown_paragraphs(shown)]
    parts = [str(shown["prompt"]), str(shown.get("unit") or ""), *options, *paragraphs]
    return [kind, *(" ".join(part.split()).casefold() for part in parts)]
