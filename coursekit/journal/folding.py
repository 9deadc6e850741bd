"""What a journal's events come to: the answers, annotations and commitments as they stand now."""

# No "from __future__ import annotations" here: one of the functions bears that name.
from collections.abc import Iterable
from typing import Any, NamedTuple

from coursekit.journal.events import Event
from coursekit.journal.judgements import Judgements

CHANGEABLE = ("tag", "comment", "spans")


class Answered(NamedTuple):
    """The latest answer to a question: as given, to which version, when (UTC), and whether it was checked."""

    answer: dict[str, Any]
    version: int
    at: str
    checked: bool


def answers(events: Iterable[Event]) -> dict[str, Answered]:
    """Return the latest answer to each question, in the order in which they were first answered.

    How sure the learner was is as said before the first verdict (`coursekit.journal.judgements`).
    """
    found: dict[str, Answered] = {}
    judgements = Judgements()
    for event in events:
        judgements.hear(event)
        if event.event == "answer":
            name, version = event.data["question"], event.data["version"]
            given = judgements.settled(name, version, event.data["answer"])
            found[name] = Answered(given, version, event.at, event.data["checked"])
    return found


def annotations(events: Iterable[Event], source: str | None = None, task: str | None = None) -> list[dict[str, Any]]:
    """Return the annotations that stand, oldest first; ``source`` and ``task`` narrow (``""``: of no task).

    Adding one that stands, and changing or removing one that does not, changes nothing: a message sent
    twice does no harm, and of two kernels neither undoes the other's removal.
    """
    marks: dict[str, dict[str, Any]] = {}
    for event in events:
        apply(marks, event)
    return [
        annotation
        for annotation in marks.values()
        if source in (None, annotation.get("source")) and task in (None, annotation.get("task", ""))
    ]


def apply(marks: dict[str, dict[str, Any]], event: Event) -> bool:
    """Bring the annotations (by id) up to date with one event; tell whether it changed them."""
    subject = event.data.get("annotation")
    if event.event == "annotate" and isinstance(subject, dict) and subject["id"] not in marks:
        marks[subject["id"]] = subject
    elif event.event == "annotation-changed" and subject in marks:
        wanted = {key: value for key, value in event.data["changes"].items() if key in CHANGEABLE}
        marks[subject] = {**marks[subject], **wanted}
    elif event.event == "annotation-removed" and subject in marks:
        del marks[subject]
    else:
        return False
    return True


def committed(events: Iterable[Event]) -> set[str]:
    """Return the annotation tasks whose marks the learner has put down as their own."""
    return {event.data["task"] for event in events if event.event == "committed"}


def opened(events: Iterable[Event]) -> set[tuple[str, str]]:
    """Return (source, question) for each text opened without the prediction that was asked for."""
    return {(event.data["source"], str(event.data.get("question", ""))) for event in events if event.event == "opened"}


def ran(events: Iterable[Event]) -> dict[str, str]:
    """Return when (UTC) each lesson was last begun."""
    return {event.data["lesson"]: event.at for event in events if event.event == "ran"}


def hints(events: Iterable[Event]) -> dict[str, int]:
    """Return how many hints to each question were taken."""
    found: dict[str, int] = {}
    for event in events:
        if event.event == "hint":
            found[event.data["question"]] = max(found.get(event.data["question"], 0), event.data["step"])
    return found


def solutions(events: Iterable[Event]) -> set[str]:
    """Return the exercises whose worked solution the learner opened."""
    return {event.data["exercise"] for event in events if event.event == "solution"}


def learner(events: Iterable[Event]) -> str:
    """Return the name the learner last gave for hand-ins; "" if none."""
    named = [event.data["learner"] for event in events if event.event == "named"]
    return named[-1] if named else ""
