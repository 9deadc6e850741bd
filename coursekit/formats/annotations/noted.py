"""What readers did to words of a source: marks under a tag, and places they pointed at to answer a question."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.questions.references import PART
from coursekit.spans import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.journal import Event
    from coursekit.marking.hand_in import HandIn
    from coursekit.seminar.classwork import Work

MOST_PLACES = 40  # in one answer; a question takes no more
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,79}")  # of a question; whatever else answers are kept under is none
_OURS = uuid.UUID("0c0a7d9e-5a0c-5d0e-9a56-3c2f8e1b7d41")  # a namespace of our own, for ids that stay the same


@dataclass(frozen=True)
class Noted:
    """A mark, or a place pointed at.

    Parameters
    ----------
    id
        32 hexadecimal digits; the same at every export.
    spans
        The passages in order, at least one.
    tag, comment
        Of a mark; a place pointed at has neither.
    task
        The annotation task a mark belongs to; "" for free marking.
    question
        The question that a place pointed at answers; "" for a mark.
    learner
        Name or pseudonym; "" where none was given.
    created, modified
        ISO times in UTC; "" where they are not known or the same.
    """

    id: str
    spans: tuple[Span, ...]
    tag: str = ""
    comment: str = ""
    task: str = ""
    question: str = ""
    learner: str = ""
    created: str = ""
    modified: str = ""


@dataclass(frozen=True)
class Collected:
    """What was found, and how many marks or places could not be read."""

    noted: tuple[Noted, ...] = ()
    unread: int = 0


def together(found: Iterable[Collected]) -> Collected:
    """Return all that was found, in its order."""
    found = list(found)
    return Collected(tuple(noted for each in found for noted in each.noted), sum(each.unread for each in found))


def of_journal(events: Iterable[Event]) -> Collected:
    """Return the marks that stand in a journal, and the places its latest answers point at."""
    events = list(events)
    learner = journal.learner(events)
    times = _times(events)
    found = []
    for each in journal.annotations(events):
        created, modified = times[each["id"]]
        found.append(_mark(each, Noted("", (), learner=learner, created=created, modified=modified)))
    for question, last in journal.answers(events).items():
        whose = Noted("", (), question=question, learner=learner, created=last.at)
        found.append(_pointed(last.answer, whose, last.at))
    return together(found)


def of_hand_in(given: HandIn, content: str, learner: str | None = None) -> Collected:
    """Return the marks of a hand-in, and the places that its answers point at.

    Parameters
    ----------
    given
        A hand-in, read; its answers may be anything.
    content
        What tells its file from all others, as its hash, of which the ids are made: names could be guessed from ids
        that are made of names, and a folder that was copied has the same marks twice.
    learner
        Whose it is said to be; by default the name in it.
    """
    name = given.learner if learner is None else learner
    whose = Noted("", (), learner=name, created=given.made)
    marked = together(_mark(each, replace(whose, created="")) for marks in given.marks.values() for each in marks)
    marks = Collected(tuple(replace(each, id=_id(content, each.id)) for each in marked.noted), marked.unread)
    answers = given.answers.items()
    return together(
        [marks, *(_pointed(answer, replace(whose, question=question), content) for question, answer in answers)]
    )


def of_class(works: Iterable[Work], names: Mapping[str, str] | None = None) -> Collected:
    """Return what all hand-ins of a class hold.

    Parameters
    ----------
    works
        The hand-ins that count, as `coursekit.seminar.classwork.Classwork.counting` gives them.
    names
        Instead of the names in them: the name of each file to whose it is; "" for one that is not in it. Then they
        stand in the order of these, because that of files is mostly that of names.
    """
    if names is not None:
        works = sorted(works, key=lambda work: names.get(work.row.file, ""))
    return together(
        of_hand_in(
            work.given,
            f"{work.row.content} {work.row.person}",
            None if names is None else names.get(work.row.file, ""),
        )
        for work in works
        if work.given
    )


def _times(events: list[Event]) -> dict[str, tuple[str, str]]:
    """Return when each mark was made, and when it was last changed, "" if it never was."""
    marks: dict[str, dict[str, Any]] = {}
    found: dict[str, tuple[str, str]] = {}
    for event in events:
        if journal.apply(marks, event):
            subject = event.data["annotation"]
            if event.event == "annotate":
                found[subject["id"]] = (event.at, "")
            elif event.event == "annotation-changed":
                found[subject] = (found[subject][0], event.at)
    return found


def _mark(value: Mapping[str, Any], whose: Noted) -> Collected:
    try:
        read = Annotation.from_json(value)
    except CourseError:
        return Collected(unread=1)
    own = replace(whose, id=read.id, spans=read.spans, tag=read.tag, comment=read.comment, task=read.task)
    return Collected((own,))


def _pointed(answer: object, whose: Noted, salt: str) -> Collected:
    """Return the places of an answer, those of its ground among them; ``salt`` tells its ids from another's."""
    if not isinstance(answer, dict) or not _NAME.fullmatch(whose.question):
        return Collected()
    ground = answer.get(PART)
    given = [*_listed(answer), *(_listed(ground) if isinstance(ground, dict) else [])]
    read, unread = [], 0
    for number, each in enumerate(given):
        try:
            span = Span.from_json(each)
        except CourseError:
            unread += 1
            continue
        read.append(replace(whose, id=_id(salt, whose.question, str(number)), spans=(span,)))
    return Collected(tuple(read), unread)


def _id(*parts: str) -> str:
    return uuid.uuid5(_OURS, "\0".join(parts)).hex


def _listed(pointing: Mapping[str, Any]) -> list[Any]:
    spans = pointing.get("spans")
    return spans[:MOST_PLACES] if isinstance(spans, list) else []
