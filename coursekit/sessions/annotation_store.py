"""Keeps a learner's marks in the journal, and knows which of them stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.annotation.beside import compare
from coursekit.annotation.keys import placed
from coursekit.errors import CourseError
from coursekit.sessions.store import answered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.annotation.keys import Key
    from coursekit.journal import Event
    from coursekit.sessions.open_text import OpenText
    from coursekit.sessions.store import Store

_ON_MARKS = frozenset({"annotate", "annotation-changed", "annotation-removed"})


@dataclass
class AnnotationStore:
    """Implements `coursekit.sessions.reader.Annotations` for one text of a course.

    Parameters
    ----------
    store
        What the learner has done.
    text
        The text, and the marks its readers know of.
    key
        The annotation task, or None for free marking.
    after
        The prediction the text waits for, or "".
    """

    store: Store
    text: OpenText
    key: Key | None = None
    after: str = ""

    def add(self, annotation: dict[str, Any], origin: object = None) -> str:
        """Keep a mark. Raises CourseError when it was not kept."""
        return self._write(origin, "annotate", annotation=annotation)

    def change(self, annotation_id: str, changes: dict[str, Any], origin: object = None) -> str:
        """Keep a change of a mark. Raises CourseError when it was not kept, or the mark is gone."""
        if annotation_id not in self.text.current_marks(self.store.state):
            raise CourseError("this mark was removed in another window; make it anew if you want it back")
        return self._write(origin, "annotation-changed", annotation=annotation_id, changes=changes)

    def remove(self, annotation_id: str, origin: object = None) -> str:
        """Keep that a mark is gone. Raises CourseError when that was not kept."""
        return self._write(origin, "annotation-removed", annotation=annotation_id)

    def changes(self) -> list[dict[str, Any]]:
        """Return what has changed since this was last asked, whoever changed it."""
        return self.text.catch_up(self.store.state)

    def placed(self) -> tuple[list[Any], list[Any]]:
        """Return the marks that readers know of, placed, and those without a place."""
        return self.text.placed()

    def commit(self, task: str) -> dict[str, Any]:
        """Keep that the learner has finished, once; return the expert's marks, beside the learner's of now."""
        if self.key is None or self.key.id != task:
            raise CourseError("there is no task here that could be finished; run the lesson again")
        state = self.store.state
        at = state.committed.get(task) or self._write(None, "committed", task=task)
        edition = self.text.edition(self.key.edition)
        agreement = compare(self.key, self.text.current_marks(state).values(), *self.text.editions())
        return {"spans": placed(self.key, edition), "agreement": agreement.to_json(), "at": at}

    def look(self, origin: object = None) -> None:
        """See what others have written down; all views are told."""
        self.store.notify_views(origin)

    def unlock(self, origin: object = None) -> str:
        """Keep that the learner reads without predicting."""
        return self._write(origin, "opened", source=self.text.siglum, question=self.after)

    def copy(self, name: str, data: bytes) -> list[str]:
        """Take in a learner's own copy of a source; every reader of a source that it holds shows it at once."""
        from coursekit.sources.add import add_bytes
        from coursekit.sources.import_report import import_report

        results = list(add_bytes(self.store.course.library, name, data))
        self.store.show_texts({each.match.record.siglum for each in results if each.match and each.kept})
        return import_report(results, self.text.siglum)

    def touched(self, news: Sequence[Event], *, own: bool) -> bool:
        """Tell whether marks are among what is new; with ``own``, those made here are known already."""
        known = self.store.course.journal.session if own else ""
        return any(each.event in _ON_MARKS and each.session != known for each in news)

    def opens(self, news: Sequence[Event]) -> bool:
        """Tell whether what is new opens the text: its prediction, or the learner's choice to read without."""
        siglum, after = self.text.siglum, self.after
        if not after:
            return False
        chosen = any(each.event == "opened" and each.data["source"] == siglum for each in news)
        return (chosen or after in answered(news, checked=True)) and self.store.is_open(siglum, after)

    def _write(self, origin: object, event: str, **data: Any) -> str:
        at = self.store.write(event, **data).at
        self.store.notify_views(origin)
        return at
