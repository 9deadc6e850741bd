"""What stands on the page: the widgets and boxes of a course in this kernel, and which of them are off it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursekit.lesson.host import host
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from coursekit.course import Course
    from coursekit.lesson.cells import Cell
    from coursekit.lesson.views import View
    from coursekit.sessions.store import Store

WINDOWS = 3  # on one lesson, at most: the views of more are closed, oldest first


@dataclass
class Hub:
    """The views of one course in this kernel, each with the cell that made it."""

    store: Store
    views: list[tuple[Cell, View]] = field(default_factory=list)

    def add(self, view: View) -> None:
        """Take in a view; those of the same cell that are off every page are closed."""
        cell = host().cell()
        for old in self._off_the_page(cell):
            self.views.remove(old)
            self.store.forget(old[1])
            old[1].close()
        self.store.watch(view)
        self.views.append((cell, view))

    def _off_the_page(self, cell: Cell) -> list[tuple[Cell, View]]:
        """Return what earlier runs of this cell made: in this window, and in all but the last others.

        Nobody says when a window is closed or loaded anew, so a few of the others are taken to be open.
        """
        others = [each.window for each, _ in self.views if each.id == cell.id and each.window != cell.window]
        open_ = {cell.window, *list(dict.fromkeys(reversed(others)))[: WINDOWS - 1]}
        return [
            (each, view)
            for each, view in self.views
            if each.reruns(cell) or (cell.id and each.id == cell.id and each.window not in open_)
        ]


_HUBS: dict[int, Hub] = {}


def hub(course: Course) -> Hub:
    """Return the course's one hub in this process."""
    return _HUBS.setdefault(id(course), Hub(store_of(course)))
