"""A session for handing in an exercise: the learner's work behind the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.marking.hand_in import read_hand_in
from coursekit.marking.writing import FOLDER, write_hand_in
from coursekit.sessions.handing_in import HandInSession, Made
from coursekit.sessions.standing import first_sentence, marked_now, stands

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.questions.exercises import Exercise
    from coursekit.sessions.protocol import HandInNow, PartNow
    from coursekit.sessions.store import Store


def hand_in_session(store: Store, exercise: Exercise) -> HandInSession:
    """Return a session that makes a learner's hand-ins of an exercise."""
    return HandInSession(exercise.id, _Work(store, exercise))


@dataclass
class _Work:
    """A learner's work on an exercise or a lesson; implements `coursekit.sessions.handing_in.HandIns`."""

    store: Store
    exercise: Exercise

    def now(self) -> HandInNow:
        """Return what a hand-in made now would hold."""
        marked, state = marked_now(self.store, self.exercise), self.store.state
        parts: list[PartNow] = [
            {
                "name": first_sentence(question.prompt),
                "stands": stands(question, found, state.tries[question.id], state.hints[question.id]),
                "done": found.state != "unanswered",
            }
            for question, found in marked.marks
        ]
        return {
            "op": "now",
            "unit": self.exercise.unit,
            "title": self.exercise.title,
            "learner": state.learner,
            "summary": marked.summary,
            "parts": [*parts, *map(self._task, self.exercise.tasks)],
        }

    def _task(self, task: str) -> PartNow:
        """Return how the marks of a lesson's annotation task stand."""
        here, made = self.store.course, self.store.state.marks_for(task)
        where = here.library.record(here.key(task).source).short
        finished = " · finished" if task in self.store.state.committed else ""
        return {"name": f"Marks in {where}", "stands": f"{made} so far{finished}", "done": bool(made)}

    def make(self, learner: str, *, insist: bool) -> Made:
        """Write it into the learner's work. Raises CourseError as `write_hand_in` does."""
        here = self.store.course
        path = write_hand_in(self.exercise, here.journal, here.library, here.work / FOLDER, learner, insist=insist)
        content = path.read_text(encoding="utf-8")
        self.store.notify_views()  # of the name, which other exercises ask for, too
        return Made(read_hand_in(content.encode()).learner, path.name, where_it_lies(here, path), content)


def where_it_lies(here: Course, path: Path) -> str:
    """Say where a file lies: the way from the course's folder, or the whole path of one outside."""
    if not path.is_relative_to(here.root):
        return f"at {path}"
    return f"in your course’s folder: {' › '.join(path.relative_to(here.root).parts)}"
