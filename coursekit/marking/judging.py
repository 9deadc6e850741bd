"""From a file that was found to its row. Nothing in it is run, and no file keeps another from its row."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coursekit.dates.signs import blank
from coursekit.marking.effort import Effort, efforts, together
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.looking import look
from coursekit.marking.one import MARKING
from coursekit.marking.row import FAULT, MARKED, MOST_ID, Marks, Row, details, version
from coursekit.marking.same_work import work_of
from coursekit.marking.visible import visible
from coursekit.questions import anchors, unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursekit.marking.found import Candidate
    from coursekit.marking.hand_in import HandIn
    from coursekit.marking.keys import Keys, MarkingKey
    from coursekit.marking.looking import Seen
    from coursekit.questions import Question

    _Kept = Callable[[str, str], Marks | None]
    _Keep = Callable[[str, str, Marks], None]

_MOST_NAMED = 3  # questions or ids named in a note
_CLOCKS = timedelta(days=1)  # by which two machines' clocks may honestly differ, with their time zones


def _nothing(_content: str, _basis: str) -> None:
    """Have no marks put by."""


def _nowhere(_content: str, _basis: str, _marks: Marks) -> None:
    """Put no marks by."""


def judge(
    found: Candidate,
    keys: Keys,
    kept: _Kept = _nothing,
    keep: _Keep = _nowhere,
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

    Raises
    ------
    CourseError
        Only when an exercise of the course itself cannot be read.
    """
    return marked(look(found, keys), keys, kept, keep)


def marked(looked: Seen, keys: Keys, kept: _Kept = _nothing, keep: _Keep = _nowhere) -> Row:
    """Return the row of a file that was looked at; parameters as of `judge`."""
    row, given = looked
    key = keys.get(given.exercise) if given else None
    if given is None or key is None:
        return row
    marks = kept(row.content, key.basis)
    if marks is None:
        try:
            marks = marks_of(key, given, keys)
        except Exception as error:  # noqa: BLE001 - marking never fails on an answer; if it does, that costs one row
            why = f"marking it failed ({type(error).__name__}), which is a fault of the course"
            return replace(row, status=FAULT, content="", note=f"{why}; report it with this file")
        keep(row.content, key.basis, marks)
    notes = (row.note, _age(given, key), _clock(given), marks.note)
    row = replace(row, fingerprint=work_of(given))
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
