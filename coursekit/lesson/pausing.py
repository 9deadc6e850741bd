"""``pause``: the end of a sitting: what is right, what to look at again with the way there, what is not done yet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, prose, tag
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.outline import outline, take_apart
from coursekit.questions import counted, tally_words
from coursekit.sessions.saved import saved
from coursekit.sessions.store import store_of
from coursekit.words import count, first_letter

if TYPE_CHECKING:
    from coursekit.outline import Sitting
    from coursekit.questions import Mark, Question

COUNTS = "quiz"  # the purpose of a question that can be right; a warm-up or a prediction only has an answer
LONGEST_NAME = 110  # signs of a question where it is only named


@dataclass
class _Stand:
    """How a sitting stands: questions by what came of them, and tasks that are not finished."""

    questions: list[Question] = field(default_factory=list)
    counting: int = 0  # those that can be right
    right: int = 0
    again: list[tuple[Question, Mark | None]] = field(default_factory=list)
    open: list[tuple[Question, Mark | None]] = field(default_factory=list)
    answered: int = 0  # those that can be right, with no part left blank
    tasks: list[tuple[str, str]] = field(default_factory=list)  # id, and how it stands
    finished: int = 0  # tasks that are
    points: float = 0.0
    of: float = 0.0
    begun: bool = False

    def add(self, question: Question, mark: Mark | None) -> None:
        """Take in a question with its mark, if it has one."""
        self.questions.append(question)
        state = mark.state if mark else "unanswered"
        self.begun |= state != "unanswered"
        blank = state == "unanswered" or (mark is not None and mark.only_blank)
        if blank:
            self.open.append((question, mark))
        if question.purpose != COUNTS:
            return
        self.counting += 1
        self.answered += not blank
        self.right += state == "right"
        if mark is not None and mark.again:
            self.again.append((question, mark))
        if counted(question):
            self.of += question.points
            self.points += mark.points if mark and state != "unanswered" else 0.0


@verb
def pause(lesson: str, sitting: int) -> None:
    """End a sitting: say how it stands. The box follows what is answered."""
    here = course()
    found, last = _sitting(here, str(lesson), sitting)

    def box() -> Safe:
        return state(here, found, last)

    hub(here).add(Box(emit(box(), changes=True), box))


def _sitting(here: Course, lesson: str, number: int) -> tuple[Sitting, int]:
    """Return a sitting of a lesson, and the number of the last one. Raises CourseError when there is none."""
    text = next((path for path in here.folders.lesson_texts if path.name.startswith(f"{lesson}-")), None)
    if text is None:
        raise CourseError(f"pause: {lesson}: no such lesson")
    try:
        cut = outline(take_apart(text))
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{here.folders.name(text)}: cannot be read ({error})") from error
    found = cut.sitting(number) if cut.marked else None
    if found is None:
        raise CourseError(f"pause: lesson {lesson} has no sitting {number}")
    return found, cut.sittings[-1].number


def state(here: Course, sitting: Sitting, last: int) -> Safe:
    """Return the box of a sitting's end. As long as nothing was answered in it, it is always the same."""
    stand = _stand(here, sitting)
    head = tag("p", tag("strong", f"Sitting {sitting.number} of {last}: {sitting.title}"), class_="ck-twin-head")
    if not stand.begun:
        there = [count(len(stand.questions), "question")] * bool(stand.questions)
        there += [count(len(stand.tasks), "annotation task")] * bool(stand.tasks)
        waits = f"{' and '.join(there) or 'Nothing to answer'} in this sitting."
        later = " What is right, and what to look at again, will stand here." if there else ""
        return twin(head, tag("p", waits + later), class_="ck-pause")
    parts = [head, tag("p", _sum(stand))]
    parts += ways("To look at again", [_named(*each) for each in stand.again])
    parts += ways("Not answered yet", [_named(*each) for each in stand.open])
    parts += ways("Not finished", stand.tasks)
    return twin(*parts, class_="ck-pause")


def _stand(here: Course, sitting: Sitting) -> _Stand:
    store = store_of(here)
    found = _Stand()
    for each in sitting.questions:
        with suppress(CourseError):  # one that is not there says so in its own cell
            question = here.question(each)
            found.add(question, saved(store, question).mark)
    state = store.state
    for task in sitting.tasks:
        with suppress(CourseError):
            made = state.marks_for(task)
            found.begun |= bool(made)
            found.finished += task in state.committed
            if task not in state.committed:
                where = here.library.record(here.key(task).source).short
                found.tasks.append((task, f"Marks in {where}: {made} so far"))
    return found


def _sum(stand: _Stand) -> str:
    asked = len(stand.questions)
    if not asked:  # a sitting may be for marking alone
        return f"{stand.finished} of {count(stand.finished + len(stand.tasks), 'annotation task')} finished."
    if not stand.counting:
        return f"{asked - len(stand.open)} of {count(asked, 'question')} answered; nothing here is counted."
    # A prediction can't be right: it is named while it is open, and not counted.
    of = stand.counting
    words = [f"{stand.answered} of {count(of, 'question')} answered", f"{stand.right} of {of} right"]
    if stand.of:
        words.append(f"{stand.points:g} of {stand.of:g} points")
    return f"{first_letter('; '.join(words))}."


def _named(question: Question, mark: Mark | None) -> tuple[str, str]:
    """Return a question's id and name, with what of it is blank."""
    words = tally_words(mark) if mark else ""
    return question.id, f"{name(question)} ({words})" if words else name(question)


def ways(head: str, there: list[tuple[str, str]]) -> list[Safe]:
    """Return a list of questions or tasks, each with the way there, which only a page that knows it will show."""
    rows = [
        tag("li", prose(said), " ", tag("button", "Go there", type="button", data_ck_go=each, hidden=True))
        for each, said in there
    ]
    return [tag("p", f"{head}:"), tag("ul", *rows)] if rows else []


def name(question: Question) -> str:
    """Return the sentence of a prompt that asks, cut where it is long."""
    parts = [each for each in question.prompt.split("\n\n") if each.strip()] or [question.id]
    asks = next((each for each in reversed(parts) if each.rstrip(" *_”").endswith("?")), parts[-1])
    said = " ".join(asks.split())
    if len(said) <= LONGEST_NAME:
        return said
    return f"{said[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(',;:–—')} …"
