"""Who is looking: the widgets and boxes alive in this kernel, and how they hear of what is new.

News come from the journal, whoever wrote them: another view of the same question, another kernel. They
are fetched whenever something happens here; nothing runs in the background.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.journal import opened
from coursekit.lesson.cells import Cell, this_cell
from coursekit.lesson.output import emit_again
from coursekit.sessions.saved import Saved, is_open, saved

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from IPython.display import DisplayHandle

    from coursekit.html import Safe
    from coursekit.journal import Event
    from coursekit.lesson.course import Course

WINDOWS = 3  # on one lesson, at most: the views of more are closed, oldest first
_ON_MARKS = {"annotate", "annotation-changed", "annotation-removed"}


@dataclass
class View:
    """Something on the page: what it hangs on, how it is told, how it is taken down.

    A reader has its source, and is laid out anew when the learner's copy of that has come.
    """

    cell: Cell
    hear: Callable[[list[Event], object], None]
    close: Callable[[], None]
    siglum: str = ""
    lay_out: Callable[[], None] = lambda: None


@dataclass
class Hub:
    """The views of one course in this kernel."""

    course: Course
    views: list[View] = field(default_factory=list)

    def add(
        self,
        hear: Callable[[list[Event], object], None],
        close: Callable[[], None] = lambda: None,
        siglum: str = "",
        lay_out: Callable[[], None] = lambda: None,
    ) -> None:
        """Take in a view; those of the same cell that are off every page are closed."""
        cell = this_cell()
        for view in self._off_the_page(cell):
            self.views.remove(view)
            view.close()
        if not self.views:
            self.course.journal.refresh()  # what was written before anybody looked is shown already
        self.views.append(View(cell, hear, close, siglum, lay_out))

    def _off_the_page(self, cell: Cell) -> list[View]:
        """Return what earlier runs of this cell made: in this window, and in all but the last others.

        Nobody says when a window is closed or loaded anew, so a few of the others are taken to be open.
        """
        others = [
            each.cell.window for each in self.views if each.cell.id == cell.id and each.cell.window != cell.window
        ]
        open_ = {cell.window, *list(dict.fromkeys(reversed(others)))[: WINDOWS - 1]}
        return [
            each
            for each in self.views
            if each.cell.reruns(cell) or (cell.id and each.cell.id == cell.id and each.cell.window not in open_)
        ]

    def notify_views(self, origin: object = None) -> None:
        """Tell all views what is new in the journal; ``origin`` is the widget that knows already.

        It never fails: it runs when a learner's answer has just been saved, and a view that cannot follow
        (its question's file was broken meanwhile) must not make that answer look lost.
        """
        with suppress(CourseError):
            news = self.course.journal.refresh()
            for view in list(self.views) if news else ():
                with suppress(Exception):
                    view.hear(news, origin)

    def show_texts(self, sigla: Collection[str]) -> None:
        """Lay out the readers of some sources anew: the learner's own copies have come."""
        for view in list(self.views):
            if view.siglum in sigla:
                with suppress(Exception):  # one that cannot follow shows its guide as before
                    view.lay_out()

    def question(self, widget: Any, question_id: str, restate: Callable[[Saved], None]) -> None:
        """Keep a question's widget up with answers given elsewhere, and its twin with all answers."""

        def hear(news: list[Event], origin: object) -> None:
            if question_id in answered(news):
                now = saved(self.course, self.course.question(question_id))
                if origin is not widget:
                    widget.show(now.to_json())
                restate(now)

        self.add(hear, widget.close)

    def reader(self, widget: Any, siglum: str, after: str, lay_out: Callable[[], None] = lambda: None) -> None:
        """Keep a reader's widget up with marks made elsewhere, and open it once its prediction is made."""

        def hear(news: list[Event], origin: object) -> None:
            own = self.course.journal.session if origin is widget else ""
            if any(e.event in _ON_MARKS and e.session != own for e in news):
                widget.refresh()
            due = after in answered(news, checked=True) or (siglum, after) in opened(news)
            if after and due and is_open(self.course, siglum, after):
                widget.unlock()

        self.add(hear, widget.close, siglum, lay_out)

    def box(self, handle: DisplayHandle | None, show: Callable[[], Safe], *questions: str) -> None:
        """Put a box out anew when one of these questions (any, if none is named) is answered."""

        def hear(news: list[Event], _origin: object) -> None:
            named = answered(news, checked=bool(questions))
            if named if not questions else named.intersection(questions):
                emit_again(handle, show())

        self.add(hear)


def answered(news: Iterable[Event], *, checked: bool = False) -> set[str]:
    """Return the questions that were answered, or only those handed in to be checked."""
    return {e.data["question"] for e in news if e.event == "answer" and (e.data["checked"] or not checked)}


_HUBS: dict[int, Hub] = {}


def hub(course: Course) -> Hub:
    """Return the course's one hub in this process."""
    return _HUBS.setdefault(id(course), Hub(course))
