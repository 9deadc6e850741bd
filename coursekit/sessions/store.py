"""The one store behind all cards and readers of a course: what the learner has done, and who watches it.

News come from the journal, whoever wrote them: another view of the same question, another kernel. They are fetched
whenever something happens here; nothing runs in the background.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.sessions.gates import Gates
from coursekit.sessions.learner_state import Following
from coursekit.sessions.passages import passages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coursekit.course import Course
    from coursekit.journal import Answered, Event
    from coursekit.questions import Mark, Question
    from coursekit.sessions.learner_state import LearnerState

Copies = tuple[tuple[str, int], ...]


class Watcher(Protocol):
    """What wants to know what is new: a view in a notebook, in a page, in a room."""

    def hear(self, news: Sequence[Event], origin: object) -> None:
        """Take note of what is new; ``origin`` is the session that knows already."""

    def show_texts(self, sigla: Collection[str]) -> None:
        """Take note that the learner's own copies of some sources have come."""


class _Known(NamedTuple):
    """A mark once made, and what it was made of."""

    question: Question
    answered: Answered
    copies: Copies
    mark: Mark


class Store:
    """What one learner has done in one course."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.gates = Gates()
        self._following = Following(course.journal)
        self._watchers: list[Watcher] = []
        self._known: dict[str, _Known] = {}
        self._passages: dict[str, tuple[Question, Mark, dict[str, Any]]] = {}

    @property
    def state(self) -> LearnerState:
        """What the learner has done, as of now. Raises CourseError when the journal cannot be read."""
        return self._following.now()

    def watch(self, watcher: Watcher) -> None:
        """Tell a view of what is new from now on."""
        if not self._watchers:
            self.course.journal.refresh()  # what was written before anybody looked is shown already
        self._watchers.append(watcher)

    def forget(self, watcher: Watcher) -> None:
        """Tell a view no more."""
        with suppress(ValueError):
            self._watchers.remove(watcher)

    def write(self, event: str, **data: Any) -> Event:
        """Keep one event in the journal. Raises CourseError when it was not kept."""
        return self.course.journal.append(event, **data)

    def notify_views(self, origin: object = None) -> None:
        """Tell all views what is new in the journal.

        It never fails: it runs when a learner's answer has just been saved, and a view that cannot follow
        (its question's file was broken meanwhile) must not make that answer look lost.
        """
        with suppress(CourseError):
            news = self.course.journal.refresh()
            for watcher in list(self._watchers) if news else ():
                with suppress(Exception):
                    watcher.hear(news, origin)

    def show_texts(self, sigla: Collection[str]) -> None:
        """Tell all views that the learner's own copies of some sources have come."""
        for watcher in list(self._watchers):
            with suppress(Exception):  # one that cannot follow shows its guide as before
                watcher.show_texts(sigla)

    def mark(self, question: Question, answered: Answered) -> Mark:
        """Return the whole mark of an answer; the latest of a question is made once, however many look at it."""
        copies = self._copies()
        known = self._known.get(question.id)
        if known and known.question is question and (known.answered, known.copies) == (answered, copies):
            return known.mark
        found = mark(question, answered.answer, self.course.shelf)
        self._known[question.id] = _Known(question, answered, copies, found)
        return found

    def passages(self, question: Question, found: Mark) -> dict[str, Any]:
        """Return what a question and a mark of it link to; looked up once for a mark."""
        looked = self._passages.get(question.id)
        if looked is None or looked[0] is not question or looked[1] != found:
            looked = self._passages[question.id] = (question, found, passages(self.course, question, found))
        return looked[2]

    def is_open(self, siglum: str, after: str) -> bool:
        """Tell whether a text may be read: its prediction was handed in, or the learner chose to read without."""
        state = self.state
        if (siglum, after) in state.opened:
            return True
        question = self.course.question(after)
        return any(self.mark(question, each).state != "unanswered" for each in reversed(state.handed_in(after)))

    def waits_for(self, siglum: str, paragraphs: Collection[str]) -> str:
        """Return the prediction that paragraphs of a source still wait for, or ``""``."""
        waiting = self.gates.before(siglum, paragraphs)
        return next((after for after in sorted(waiting) if not self.is_open(siglum, after)), "")

    def _copies(self) -> Copies:
        """Say which copies of the documents the learner has: words pointed at in them are marked by them."""
        there = sorted(self.course.library.texts.glob("*.json"))
        return tuple((path.name, path.stat().st_mtime_ns) for path in there)


def answered(news: Iterable[Event], *, checked: bool = False) -> set[str]:
    """Return the questions that were answered, or only those handed in to be checked."""
    return {e.data["question"] for e in news if e.event == "answer" and (e.data["checked"] or not checked)}


_STORES: dict[int, Store] = {}


def store_of(course: Course) -> Store:
    """Return the course's one store in this process."""
    return _STORES.setdefault(id(course), Store(course))
