"""The views of a lesson: a live widget with its static twin, a box that follows, a button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from coursekit.lesson.idle import Idle
from coursekit.lesson.output import emit_again
from coursekit.sessions.session import Stale
from coursekit.sessions.store import answered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from coursekit.html import Safe
    from coursekit.journal import Event
    from coursekit.lesson.host import Handle, Shell


class View(Protocol):
    """Something on the page that watches the store, and is closed when it is off the page."""

    def hear(self, news: Sequence[Event], origin: object) -> None:
        """Take note of what is new."""

    def show_texts(self, sigla: Collection[str]) -> None:
        """Take note that the learner's own copies of some sources have come."""

    def close(self) -> None:
        """Take it down."""


class Plain:
    """A view that follows nothing; what is shown is closed with it."""

    def __init__(self, shell: Any = None) -> None:
        self.shell = shell

    def hear(self, news: Sequence[Event], origin: object) -> None:
        """Take no note."""

    def show_texts(self, sigla: Collection[str]) -> None:
        """Take no note."""

    def close(self) -> None:
        """Close what is shown."""
        if self.shell is not None:
            self.shell.close()


class Live(Plain):
    """A session's shell, and its static twin, which is drawn anew as the session says.

    Parameters
    ----------
    shell
        Of the session.
    handle
        Of the twin.
    draw
        Makes the twin as it is now.
    texts
        What is told when the learner's own copies of some sources have come.
    """

    def __init__(
        self,
        shell: Shell,
        handle: Handle | None,
        draw: Callable[[], Safe],
        texts: Callable[[Collection[str]], list[Any]] = lambda _: [],
    ) -> None:
        super().__init__(shell)
        self._texts = texts
        self._twin = Idle(lambda: emit_again(handle, draw()))
        shell.after = self.settle

    def hear(self, news: Sequence[Event], origin: object) -> None:
        """Tell the session what is new."""
        self.shell.tell(self.shell.session.hear(news, origin))
        self.settle()

    def show_texts(self, sigla: Collection[str]) -> None:
        """Tell the session that a text has come."""
        self.shell.tell(self._texts(sigla))

    def settle(self) -> None:
        """Draw the twin anew where it lags behind."""
        session = self.shell.session
        stale, session.stale = session.stale, Stale.FRESH
        if stale is Stale.NOW:
            self._twin.now()
        elif stale is Stale.IDLE:
            self._twin.soon()

    def close(self) -> None:
        """Close the shell, and leave its twin as it is."""
        self._twin.drop()
        super().close()


class Box(Plain):
    """A box that is put out anew when one of these questions (any, if none is named) is answered.

    Named questions count when they are handed in to be checked; else drafts count, too, once there is time, and so do
    tasks that are finished.
    """

    def __init__(self, handle: Handle | None, draw: Callable[[], Safe], *questions: str) -> None:
        super().__init__()
        self._questions = frozenset(questions)
        self._box = Idle(lambda: emit_again(handle, draw()))

    def hear(self, news: Sequence[Event], origin: object) -> None:  # noqa: ARG002
        """Put the box out anew where that is due."""
        checked = answered(news, checked=True)
        if checked & self._questions if self._questions else checked:
            self._box.now()
        elif not self._questions and (answered(news) or any(event.event == "committed" for event in news)):
            self._box.soon()

    def close(self) -> None:
        """Leave the box as it is."""
        self._box.drop()
