"""What a lesson's verbs are shown by: a notebook, or another host that has said so (a page's worker).

The verbs say what is shown and what answers; how it comes into sight is the host's. There is one host in a process.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coursekit.html import Safe
    from coursekit.lesson.cells import Cell
    from coursekit.sessions.session import Session


class Handle(Protocol):
    """Something shown that can be shown anew."""

    def show(self, shown: Safe) -> None:
        """Show this in its place."""


class Shell(Protocol):
    """A session on the page."""

    session: Any
    after: Callable[[], None]

    def tell(self, messages: Iterable[Any]) -> None:
        """Send messages to all views."""

    def close(self) -> None:
        """Take it off the page."""


class Host(Protocol):
    """Where lessons are shown."""

    def cell(self) -> Cell:
        """Return the cell that is running."""

    def unit(self) -> str:
        """Return what is open, ``lesson`` or ``exercise``."""

    def keeps_in_folder(self) -> bool:
        """Tell whether what a learner does lies in a folder of theirs, or somewhere that the host tells of itself."""

    def way(self, notebook: str) -> str:
        """Return where a lesson or an exercise is from the home page, by where its notebook stands in the course."""

    def show(self, shown: Safe, *, changes: bool) -> Handle | None:
        """Show something; with ``changes`` it may be shown anew later."""

    def shell(self, kind: str, session: Session) -> Shell:
        """Return a session's shell (``question``, ``reader`` …). Raises CourseError where it cannot be shown."""

    def button(self, label: str, do: Callable[[], Safe]) -> Any:
        """Return a button that shows what ``do`` returns; it has ``close()``."""

    def show_live(self, static: Safe, live: Any) -> Handle | None:
        """Show a static twin and, in its place while it lives, a shell or a button. Returns the twin's handle."""


_hosts: list[Host] = []


def use(host: Host) -> None:
    """Have all verbs of this process shown by a host."""
    _hosts[:] = [host]


@contextmanager
def shown_by(host: Host) -> Iterator[None]:
    """Have verbs shown by a host while the block runs, and by the one before it afterwards."""
    before = list(_hosts)
    use(host)
    try:
        yield
    finally:
        _hosts[:] = before


def host() -> Host:
    """Return what shows the verbs: a notebook where nothing else was said."""
    if not _hosts:
        from coursekit.lesson.notebook import Notebook

        use(Notebook())
    return _hosts[0]
