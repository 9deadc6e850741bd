"""The keeper behind a reader: keeps each mark in the journal, and knows what stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.lesson.hub import hub
from coursekit.questions.keys import compare, placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.journal import Event
    from coursekit.lesson.course import Course
    from coursekit.questions.keys import Key
    from coursekit.sessions.open_text import OpenText


@dataclass
class JournalKeeper:
    """Implements `coursekit.widgets.reader.Keeper` for one reader.

    Parameters
    ----------
    course
        Whose journal.
    text
        The text, and the marks the reader knows of.
    key
        The annotation task, or None for free marking.
    after
        The prediction the text waits for, or "".
    widget, restate
        The reader itself, and what brings its static twin up to date: set once they are there. The twin
        holds the whole text, so it is not sent at every mark, but when the reader is looked at again.
    """

    course: Course
    text: OpenText
    key: Key | None = None
    after: str = ""
    widget: object = None
    restate: Callable[[], None] = lambda: None
    _stale: bool = False

    def add(self, annotation: dict[str, Any]) -> str:
        """Keep a mark. Raises CourseError when it was not kept."""
        return self._write("annotate", annotation=annotation)

    def change(self, annotation_id: str, changes: dict[str, Any]) -> str:
        """Keep a change of a mark. Raises CourseError when it was not kept, or the mark is gone."""
        if annotation_id not in self._now():
            raise CourseError("this mark was removed in another window; make it anew if you want it back")
        return self._write("annotation-changed", annotation=annotation_id, changes=changes)

    def remove(self, annotation_id: str) -> str:
        """Keep that a mark is gone. Raises CourseError when that was not kept."""
        return self._write("annotation-removed", annotation=annotation_id)

    def commit(self, task: str) -> dict[str, Any]:
        """Keep that the learner has finished, once; return the expert's marks, beside the learner's of now."""
        if self.key is None or self.key.id != task:
            raise CourseError("there is no task here that could be finished; run the lesson again")
        events = self.course.journal.read().events
        at = next((e.at for e in events if e.event == "committed" and e.data["task"] == task), "")
        if not at:
            at = self.course.journal.append("committed", task=task).at
        edition = self.text.edition(self.key.edition)
        agreement = compare(self.key, self._now().values(), edition)
        self._bring_up_to_date()
        return {"spans": placed(self.key, edition), "agreement": agreement.to_json(), "at": at}

    def refresh(self) -> list[dict[str, Any]]:
        """Return what has changed since the reader was last told."""
        hub(self.course).notify_views(self.widget)
        changes = self.text.catch_up(self._now())
        self._stale = self._stale or bool(changes)
        self._bring_up_to_date()
        return changes

    def unlock(self) -> str:
        """Keep that the learner reads without predicting."""
        event = self.course.journal.append("opened", source=self.text.siglum, question=self.after)
        self._stale = True
        hub(self.course).notify_views(self.widget)
        return event.at

    def copy(self, name: str, data: bytes) -> list[str]:
        """Take in a learner's own copy of a source; every reader of a source that it holds shows it at once."""
        from coursekit.sources.add import add_bytes
        from coursekit.sources.import_report import import_report

        results = list(add_bytes(self.course.library, name, data))
        hub(self.course).show_texts({each.match.record.siglum for each in results if each.match and not each.error})
        return import_report(results, self.text.siglum)

    def _write(self, event: str, **data: Any) -> str:
        written: Event = self.course.journal.append(event, **data)
        self._stale = journal.apply(self.text.known, written) or self._stale
        hub(self.course).notify_views(self.widget)
        return written.at

    def _bring_up_to_date(self) -> None:
        if self._stale:
            self._stale = False
            self.restate()

    def _now(self) -> dict[str, dict[str, Any]]:
        return self.text.current_marks(self.course.journal.read().events)
