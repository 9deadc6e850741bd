"""``begin``: where answers are kept, what was done in this lesson so far, which texts are at hand."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, join, tag
from coursekit.journal import others
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.sessions.open_text import unreadable
from coursekit.sessions.saved import given
from coursekit.sessions.store import store_of
from coursekit.words import count, day, first_letter

if TYPE_CHECKING:
    from coursekit.questions import Question

DOCTOR = "python3 course.py doctor"
MERGE = f"{DOCTOR} --merge"


@verb
def begin(lesson: str) -> None:
    """Open a lesson: check that it can be read and that answers can be kept, and say what is there already."""
    here = course()
    questions, tasks = here.lesson(lesson)

    def box() -> Safe:
        return state(here, lesson, questions, tasks)

    shown = box()  # says when the lesson was last opened: before this time is written down
    here.journal.append("ran", lesson=lesson)
    handle = emit(shown, changes=True)
    hub(here).add(Box(handle, box))


def state(here: Course, lesson: str, questions: list[Question], tasks: list[str]) -> Safe:
    """Return the box of a lesson. As long as nothing was answered or marked it is always the same."""
    reading = here.journal.read()
    lines = [tag("p", _kept(here)), tag("p", _done(here, questions, tasks))]
    if texts := _texts(here):
        lines.append(tag("p", texts))
    aside, odd = len(reading.set_aside), unreadable(list(store_of(here).state.marks.values()))
    if aside:
        words = (
            f"{count(aside, 'line')} of your journal could not be read and {'was' if aside == 1 else 'were'} set aside"
        )
        told = f"{words}; everything else is here. "
        lines.append(tag("p", told, tag("code", DOCTOR), " mends it."))
    lines += [tag("p", words, tag("code", MERGE), ".") for words in _beside(here)]
    if odd:
        lines.append(tag("p", f"{count(odd, 'mark')} in your journal cannot be shown: not whole."))
    return twin(tag("p", tag("strong", f"Lesson {lesson}"), class_="ck-twin-head"), *lines, class_="ck-begin")


def _beside(here: Course) -> list[str]:
    """Say which journals a sync service has split from this one."""
    try:
        found = [each for each in others(here.journal.path) if each.more]
    except CourseError:
        return []  # the journal itself can't be read, which is told already
    return [f"Beside your journal lies “{each.path.name}”, with more of your work; to put it in: " for each in found]


def _kept(here: Course) -> str:
    if not host().keeps_in_folder():
        return "What you answer and mark is kept at once in this browser and sent nowhere. Stop at any time."
    where = ""
    if store_of(here).state.begun:  # before that, the box is the same everywhere
        where = f" ({here.work})"
        if here.work.is_relative_to(here.root):
            where = f" ({here.work.relative_to(here.root).as_posix()} in the course’s folder)"
    return f"What you answer and mark is kept at once in your work folder{where} and sent nowhere. Stop at any time."


def _done(here: Course, questions: list[Question], tasks: list[str]) -> Safe:
    store = store_of(here)
    state = store.state
    done = [question for question in questions if given(store, question, state.answers.get(question.id))]
    marks = {task: state.marks_for(task) for task in tasks}
    if not done and not any(marks.values()):
        there = [count(len(questions), "question")] * bool(questions)
        there += [count(len(tasks), "annotation task")] * bool(tasks)
        waits = "waits" if len(questions) + len(tasks) <= 1 else "wait"
        return join(f"{' and '.join(there) or 'Nothing to answer'} {waits} for you.")
    last = max((state.answers[question.id].at for question in done), default="")
    parts = [f"You have answered {len(done)} of {len(questions)} questions", f", last {day(last)}" if last else "", "."]
    for task, made in marks.items():
        with suppress(CourseError):
            where = here.library.record(here.key(task).source).short
            state_ = "finished" if task in state.committed else "not finished"
            waits = f" {first_letter(where)} waits to be marked."
            parts.append(f" {count(made, 'mark')} in {where}, {state_}." if made else waits)
    return join(*parts)


def _texts(here: Course) -> str:
    """Say what is read, where that is calendars: a text that stands here itself needs no word."""
    sources = [here.library.source(siglum) for siglum in here.library.sigla]
    calendars = [source for source in sources if not source.whole]
    if not calendars:
        return ""
    held = [source.record.siglum for source in calendars if source.text is not None]
    trouble = [source.trouble for source in calendars if source.trouble]
    where = (
        "it can be laid beside them (sources/README.md)" if host().keeps_in_folder() else "drop it onto its calendar"
    )
    some = ", ".join(source.record.siglum for source in calendars)
    read = "You read in the calendars" if len(calendars) == len(sources) else f"Of {some} you read calendars"
    said = f"{read}. If you hold a copy of a document, {where}."
    if held:
        said = f"You have the full text of {', '.join(held)}."
    return " ".join([said, *trouble])
