"""From a file that was found to its row. Nothing in it is run, and no file keeps another from its row."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from coursekit.dates.signs import blank
from coursekit.errors import CourseError
from coursekit.marking.effort import Effort, efforts, together
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.found import person
from coursekit.marking.hand_in import clean_name, hand_in_of, parse
from coursekit.marking.one import MARKING
from coursekit.marking.row import (
    FAULT,
    MARKED,
    MOST_FILE,
    MOST_ID,
    NEWER,
    NONE,
    UNKNOWN,
    UNREADABLE,
    Marks,
    Row,
    details,
    version,
)
from coursekit.marking.same_work import work_of
from coursekit.marking.visible import visible
from coursekit.questions import anchors, unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursekit.marking.found import Candidate
    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys, MarkingKey
    from coursekit.questions import Question

_MOST_NAMED = 3  # questions or ids named in a note
_CLOCKS = timedelta(days=1)  # by which two machines' clocks may honestly differ, with their time zones


def judge(
    found: Candidate,
    keys: Keys,
    kept: Callable[[str, str], Marks | None] = lambda _content, _basis: None,
    keep: Callable[[str, str, Marks], None] = lambda _content, _basis, _marks: None,
    seen: Callable[[str, HandIn], object] = lambda _content, _given: None,
) -> Row:
    """Return the row of a file.

    Parameters
    ----------
    found
        The file.
    keys
        The exercises.
    kept, keep
        Look marks up, and put new ones by, under the content's hash and the key's basis.
    seen
        Told of what a file holds that could be marked, under its content's hash.

    Raises
    ------
    CourseError
        Only when an exercise of the course itself cannot be read.
    """
    row = Row(file=visible(found.name, MOST_FILE), person=person(found.name), status=UNREADABLE, note=found.note)
    if found.raw is None:
        return row
    try:
        data = parse(found.raw)
        row = replace(row, learner=_shown(data, "learner"), exercise=_shown(data, "exercise"))
        given = hand_in_of(data)
    except CourseError as error:
        return replace(row, status=NONE, note=str(error))
    row = replace(row, learner=given.learner, made=given.made)
    key = keys.get(given.exercise)
    if key is None:
        return replace(row, status=UNKNOWN, note=f"no exercise of this course; there is {', '.join(keys.names)}")
    if given.version > key.exercise.version:
        note = f"made with version {given.version} of the exercise, here is {key.exercise.version}"
        return replace(row, status=NEWER, note=f"{note}; bring the course up to date and grade again")
    content = hashlib.sha256(found.raw).hexdigest()
    marks = kept(content, key.basis)
    if marks is None:
        try:
            marks = marks_of(key, given, keys)
        except Exception as error:  # noqa: BLE001 - marking never fails on an answer; if it does, that costs one row
            why = f"marking it failed ({type(error).__name__}), which is a fault of the course"
            return replace(row, status=FAULT, note=f"{why}; report it with this file")
        keep(content, key.basis, marks)
    seen(content, given)
    notes = (found.note, _age(given, key), _clock(given), marks.note)
    row = replace(row, content=content, fingerprint=work_of(given))
    return _counted(replace(row, note="; ".join(note for note in notes if note)), key, marks)


def _counted(row: Row, key: MarkingKey, marks: Marks) -> Row:
    effort = _effort(marks)
    return replace(
        row,
        version=version(key.exercise.version, MARKING),
        points=marks.points,
        of=marks.of,
        for_a_teacher=marks.for_a_teacher,
        status=MARKED,
        basis=key.basis,
        checks=effort.checks,
        hints=effort.hints,
        first=effort.first,
    )


def _effort(marks: Marks) -> Effort:
    names = ("checks", "hints", "points_at_first_check")
    return together(Effort(*(each[name] for name in names)) for each in json.loads(marks.questions))


def marks_of(key: MarkingKey, given: HandIn, keys: Keys) -> Marks:
    """Return the marks of a hand-in."""
    marked = mark_exercise(key.exercise, given.answers, keys.shelf)
    known = {question.id for question in key.exercise.questions}
    strange = [visible(name, MOST_ID) for name in given.answers if name not in known]
    notes = [
        f"{question.id} not read: {visible(note.text)}"
        for question, mark in marked.marks
        if mark.state == "unanswered"
        for note in mark.feedback
        if note.part == "answer"
    ]
    notes += [f"{question.id} not read: {visible(_named(told, ' '))}" for question, told in _unread(key, given) if told]
    if strange:
        notes.append(f"passed over, being no part of this exercise: {_named(strange)}")
    if any(anchors(question) for question in key.exercise.questions):
        notes += _other_editions(given, keys)
    if other := [visible(task, MOST_ID) for task in given.marks if task not in key.exercise.tasks]:
        notes.append(f"marks passed over, being for no task of this lesson: {_named(other)}")
    blank = all(mark.state == "unanswered" and _blank(given.answers.get(each.id)) for each, mark in marked.marks)
    if blank and len(other) == len(given.marks):
        notes.append("nothing answered")
    came_about = efforts(given, marked.marks)
    told = [details(question, mark, came_about[question.id]) for question, mark in marked.marks]
    questions = json.dumps(told, ensure_ascii=False)
    return Marks(marked.points, marked.of, marked.for_a_teacher, questions, "; ".join(notes))


def _shown(data: dict[str, Any], field: str) -> str:
    """Return a field of a hand-in that may be no good."""
    value = data.get(field)
    if not isinstance(value, str) or not value.strip():
        return ""
    return clean_name(value) if field == "learner" else visible(value, MOST_ID)


def _age(given: HandIn, key: MarkingKey) -> str:
    now = key.exercise.version
    return f"made with version {given.version} of the exercise, marked with {now}" if given.version < now else ""


def _clock(given: HandIn) -> str:
    ahead = datetime.fromisoformat(given.made) - datetime.now(UTC) > _CLOCKS
    return f"made on {given.made[:10]}, by its own clock, which is not yet" if ahead else ""


def _other_editions(given: HandIn, keys: Keys) -> list[str]:
    """Say of which sources the learner pointed at another edition of ours."""
    other = [
        siglum
        for siglum, ours in keys.editions.items()
        if siglum in given.texts and given.texts[siglum].get("guide") != ours["guide"]
    ]
    return [f"places were marked in another edition of {_named(other)}"] if other else []


def _unread(key: MarkingKey, given: HandIn) -> Iterator[tuple[Question, list[str]]]:
    """Yield the parts of answers that were filled in and not read: nobody is to think them blank, or wrong."""
    return ((each, unread(each, given.answers.get(each.id))) for each in key.exercise.questions)


def _blank(answer: object) -> bool:
    """Tell whether nothing stands in an answer; how sure one is of it is no answer."""
    if isinstance(answer, dict):
        return all(_blank(value) for key, value in answer.items() if key != "confidence")
    if isinstance(answer, list):
        return all(map(_blank, answer))
    return blank(answer) if isinstance(answer, str) else answer is None or answer is False


def _named(names: list[str], between: str = ", ") -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return between.join(names[:_MOST_NAMED]) + more
