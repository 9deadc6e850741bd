"""The marks of a text as a reader shows them: placed where their words stand, or named as without a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.spans import Annotation, Lost, place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.journal import Event
    from coursekit.sources import Edition, Paragraph, Source

Marks = dict[str, dict[str, Any]]


@dataclass
class OpenText:
    """A text laid open: its editions, which paragraphs (of the guide) are shown, and the marks its reader knows of.

    ``known`` holds the marks as the journal has them, by id.
    """

    source: Source
    task: str
    paragraphs: tuple[Paragraph, ...]
    known: Marks = field(default_factory=dict)

    @property
    def siglum(self) -> str:
        """Which source it is."""
        return self.source.record.siglum

    @cached_property
    def shown(self) -> frozenset[str]:
        """The ids of the paragraphs shown."""
        return frozenset(each.id for each in self.paragraphs)

    def edition(self, name: str) -> Edition:
        """Return the guide or the full text. Raises CourseError when the full text is not here."""
        found = self.source.guide if name == "guide" else self.source.text
        if found is None:
            raise CourseError(f"{self.siglum}: your copy of the full text is gone; add it again")
        return found

    def current_marks(self, events: Iterable[Event]) -> Marks:
        """Return the marks of this text and task that stand, as the journal has them."""
        return {each["id"]: each for each in journal.annotations(events, self.siglum, self.task)}

    def open(self, events: Iterable[Event]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Know the marks that stand, and return them as `placed` does."""
        self.known = self.current_marks(events)
        return self.placed()

    def placed(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return the known marks that can be shown, and those without a place: ``{"annotation", "reason"}``."""
        marks, lost = [], []
        for each in self.known.values():
            found = self._placed(each)
            if isinstance(found, Lost):
                lost.append({"annotation": found.annotation.to_json(), "reason": found.reason})
            elif found is not None:
                marks.append(found)
        return marks, lost

    def catch_up(self, now: Marks) -> list[dict[str, Any]]:
        """Return the changes that lead from what the reader knows to what stands now, and know that."""
        changes: list[dict[str, Any]] = [{"op": "remove", "id": each} for each in self.known if each not in now]
        for name, mark in now.items():
            before = self.known.get(name)
            if mark == before:
                continue
            found = self._placed(mark)
            if not isinstance(found, dict):
                continue
            if before is None:
                changes.append({"op": "add", "annotation": found})
            else:
                changed = {key: found[key] for key in ("tag", "comment", "spans") if mark.get(key) != before.get(key)}
                changes.append({"op": "change", "id": name, "changes": changed})
        self.known = now
        return changes

    def _placed(self, mark: dict[str, Any]) -> dict[str, Any] | Lost | None:
        """Place a mark in the editions here; None where its words are not among the paragraphs shown."""
        try:
            annotation = Annotation.from_json(mark)
        except CourseError:
            return None  # not written by a reader; `unreadable` counts it
        if not {span.paragraph for span in annotation.spans} <= self.shown:
            return None
        editions = {each.name: each for each in (self.source.guide, self.source.text) if each is not None}
        found = place(annotation, editions)
        return found if isinstance(found, Lost) else found.to_json()


def unreadable(events: Iterable[Event]) -> int:
    """Count the marks that no reader can show."""

    def readable(mark: dict[str, Any]) -> bool:
        try:
            Annotation.from_json(mark)
        except CourseError:
            return False
        return True

    return sum(not readable(mark) for mark in journal.annotations(events))
