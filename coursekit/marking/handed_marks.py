"""A lesson's marks in a hand-in: what the reader marked for each annotation task.

Taken from the journal, and read back with the suspicion that everything from outside deserves.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.journal import apply
from coursekit.spans import Annotation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from coursekit.journal import Event

MOST_TASKS = 20
MOST_MARKS = 1_000  # of one task
AFTER = "after"  # of a mark: made or changed when the expert's marks could be seen

HandedMarks = dict[str, list[dict[str, Any]]]


def marks_for(tasks: Collection[str], events: Iterable[Event]) -> HandedMarks:
    """Return a learner's marks for each of some tasks, as they stand; those that no reader could show are left out.

    A mark that was made or changed after the learner had finished the task, and so could see the expert's, says so
    (``"after": true``): it is theirs, but no sign of how they read by themselves.
    """
    marks: dict[str, dict[str, Any]] = {}
    finished: set[str] = set()
    late: set[str] = set()
    for event in events:
        if event.event == "committed":
            finished.add(event.data["task"])
        elif apply(marks, event):
            subject = event.data["annotation"]
            name = subject["id"] if isinstance(subject, dict) else subject
            if marks.get(name, {}).get("task") in finished:
                late.add(name)
    found: HandedMarks = {}
    for name, mark in marks.items():
        if mark.get("task") in tasks and len(there := found.setdefault(mark["task"], [])) < MOST_MARKS:
            with suppress(CourseError):
                there.append(Annotation.from_json(mark).to_json() | ({AFTER: True} if name in late else {}))
    return {task: there for task, there in found.items() if there}


def read_marks(value: object) -> HandedMarks:
    """Read the marks of a file; each comes back with the fields that a mark has, and no others.

    Raises
    ------
    CourseError
        When they are not marks, or more than anybody makes: what is wrong, in words.
    """
    if not isinstance(value, dict) or len(value) > MOST_TASKS:
        raise CourseError("“marks” should list a reader's marks for each task")
    return {task: _task(task, marks) for task, marks in value.items()}


def _task(task: str, value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list) or len(value) > MOST_MARKS:
        raise CourseError(f"“marks” should have for each task a list of at most {MOST_MARKS:,}")
    found: dict[str, dict[str, Any]] = {}
    for number, each in enumerate(value, start=1):
        mark = Annotation.from_json(each, where=f"“marks”, number {number}")
        if mark.task != task:
            raise CourseError(f"“marks”, number {number}: task: expected the task it stands under")
        if mark.id in found:
            raise CourseError(f"“marks”, number {number}: id: stands twice")
        found[mark.id] = mark.to_json() | ({AFTER: True} if each.get(AFTER) is True else {})
    return list(found.values())
