"""A text laid open, and its marks as readers show them: placed where their words stand, or without a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.spans import Annotation, Lost, place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.sessions.learner_state import LearnerState, Marks
    from coursekit.sources import Edition, Paragraph, Source


@dataclass
class OpenText:
    """A text laid open: its editions, which paragraphs (of the guide) are shown, and the marks its readers know of.

    ``known`` holds the marks that views were told of, by id: the very objects of the learner's state, so that what is
    new shows at a glance. Where each stands is worked out once.
    """

    source: Source
    task: str
    paragraphs: tuple[Paragraph, ...]
    known: Marks = field(default_factory=dict)
    _places: dict[str, dict[str, Any] | Lost | None] = field(default_factory=dict)

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

    def editions(self) -> tuple[Edition, ...]:
        """Return the texts of this source that are here, in which a learner may have marked."""
        return tuple(each for each in (self.source.guide, self.source.text) if each is not None)

    def current_marks(self, state: LearnerState) -> Marks:
        """Return the marks of this text and task that stand, by id."""
        return state.marks_of(self.siglum, self.task)

    def open(self, state: LearnerState) -> tuple[list[Any], list[Any]]:
        """Know the marks that stand, and return them as `placed` does."""
        self.known = self.current_marks(state)
        self._places = {}
        return self.placed()

    def lay_out(self, source: Source) -> None:
        """Take the source as it is now: a full text has come, and every mark may have another place."""
        self.source, self._places = source, {}

    def placed(self) -> tuple[list[Any], list[Any]]:
        """Return the known marks that can be shown, and those without a place: ``{"annotation", "reason"}``."""
        marks, lost = [], []
        for name in self.known:
            found = self._placed(name)
            if isinstance(found, Lost):
                lost.append({"annotation": found.annotation.to_json(), "reason": found.reason})
            elif found is not None:
                marks.append(found)
        return marks, lost

    def catch_up(self, state: LearnerState) -> list[dict[str, Any]]:
        """Return the changes that lead from what readers know to what stands now, and know that."""
        now, before = self.current_marks(state), self.known
        self.known = now
        gone = [name for name in before if name not in now]
        for name in gone:
            self._places.pop(name, None)
        changes: list[dict[str, Any]] = [{"op": "remove", "id": name} for name in gone]
        for name, mark in now.items():
            was = before.get(name)
            if mark is was or mark == was:
                continue
            self._places.pop(name, None)
            found = self._placed(name)
            if not isinstance(found, dict):
                continue
            if was is None:
                changes.append({"op": "add", "annotation": found})
            else:
                changed = {key: found[key] for key in ("tag", "comment", "spans") if mark.get(key) != was.get(key)}
                changes.append({"op": "change", "id": name, "changes": changed})
        return changes

    def _placed(self, name: str) -> dict[str, Any] | Lost | None:
        if name not in self._places:
            self._places[name] = self._place(self.known[name])
        return self._places[name]

    def _place(self, mark: dict[str, Any]) -> dict[str, Any] | Lost | None:
        """Place a mark in the editions here; None where its words are not among the paragraphs shown."""
        try:
            annotation = Annotation.from_json(mark)
        except CourseError:
            return None  # not written by a reader; `unreadable` counts it
        if not {span.paragraph for span in annotation.spans} <= self.shown:
            return None
        editions = {each.name: each for each in self.editions()}
        found = place(annotation, editions)
        return found if isinstance(found, Lost) else found.to_json()


def unreadable(marks: Iterable[dict[str, Any]]) -> int:
    """Count the marks that no reader can show."""

    def readable(mark: dict[str, Any]) -> bool:
        try:
            Annotation.from_json(mark)
        except CourseError:
            return False
        return True

    return sum(not readable(mark) for mark in marks)
