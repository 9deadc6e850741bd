"""A page as the host of a lesson: what is shown goes into places that have names, and is told from then on.

Where a page is built, what is shown first is written into it. In a page's worker the same cells run again with the
learner's journal, and what differs is told to the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.lesson.cells import Cell
from coursekit.site.ways import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from coursekit.sessions.session import Session

Told = dict[str, Any]


class Place:
    """A place on a page; implements `coursekit.lesson.host.Handle`."""

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self._name = name

    def show(self, shown: Safe) -> None:
        """Show this there."""
        self._page.shown[self._name] = shown.markup
        self._page.tell({"type": "html", "output": self._name, "html": shown.markup})


class PageShell:
    """A session on a page; implements `coursekit.lesson.host.Shell`."""

    def __init__(self, page: Page, kind: str, session: Session) -> None:
        self.kind = kind
        self.session = session
        self.after: Callable[[], None] = lambda: None
        self._page = page
        self.name = ""

    def traits(self) -> dict[str, Any]:
        """Return what a view made now is given."""
        return self.session.traits()

    def tell(self, messages: Iterable[Any]) -> None:
        """Send messages to the views."""
        for each in messages:
            self._page.tell({"type": "message", "view": self.name, "content": each})

    def hear(self, message: object, buffers: Sequence[bytes]) -> None:
        """Take what a view has sent."""
        self.tell(self.session.handle(message, buffers))
        self.after()

    def close(self) -> None:
        """Do nothing: what stands on a page stays as long as the page."""


class Press:
    """A button on a page, with what it shows."""

    kind = "press"

    def __init__(self, page: Page, label: str, do: Callable[[], Safe]) -> None:
        self._page = page
        self._label = label
        self._do = do
        self._html = ""
        self.name = ""

    def traits(self) -> dict[str, Any]:
        """Return what it says and shows."""
        return {"label": self._label, "html": self._html}

    def hear(self, message: object, buffers: Sequence[bytes]) -> None:  # noqa: ARG002 - as a shell's
        """Do what it is for, and show what comes of it."""
        if not isinstance(message, dict) or message.get("op") != "press":
            return
        try:
            self._html = self._do().markup
        except CourseError as error:
            self._html = tag("p", str(error), role="status").markup
        self._page.tell({"type": "message", "view": self.name, "content": {"op": "pressed", "html": self._html}})

    def close(self) -> None:
        """Do nothing: what stands on a page stays as long as the page."""


class Page:
    """One lesson or exercise as a page; implements `coursekit.lesson.host.Host`.

    Attributes
    ----------
    shown
        The HTML of each place, by its name: ``"7-0"`` is the first thing that cell 7 shows.
    views
        What is alive, by the name of the place whose static twin it stands in for.
    told
        Messages for the page that were not yet taken away.
    """

    def __init__(self, unit: str) -> None:
        self.shown: dict[str, str] = {}
        self.views: dict[str, PageShell | Press] = {}
        self.told: list[Told] = []
        self._touched: set[str] = set()
        self._unit = unit
        self._cell = 0
        self._next = 0

    def turn_to(self, cell: int) -> None:
        """Have what is shown from now on stand in this cell."""
        self._cell, self._next = cell, 0

    def tell(self, message: Told) -> None:
        """Note a message for the page."""
        self.told.append(message)
        if message["type"] == "message":
            self._touched.add(message["view"])

    def take_told(self) -> list[Told]:
        """Return the messages for the page that no earlier call returned."""
        told, self.told = self.told, []
        return told

    def take_touched(self) -> dict[str, PageShell | Press]:
        """Return what is alive and was told something since the last call, by name."""
        touched, self._touched = self._touched, set()
        return {name: self.views[name] for name in sorted(touched) if name in self.views}

    def cell(self) -> Cell:
        """Return the cell that is running; it runs once."""
        return Cell(str(self._cell), "once", "page")

    def unit(self) -> str:
        """Return what the page is, ``lesson`` or ``exercise``."""
        return self._unit

    def keeps_in_folder(self) -> bool:
        """Tell that what a learner does is kept in the browser."""
        return False

    def way(self, notebook: str) -> str:
        """Return the page that a notebook is here, from the front page."""
        return path_of(notebook)

    def show(self, shown: Safe, *, changes: bool) -> Place | None:
        """Show something in the next place of this cell."""
        name = self._take_place()
        self.shown[name] = shown.markup
        return Place(self, name) if changes else None

    def shell(self, kind: str, session: Session) -> PageShell:
        """Return a session's shell."""
        return PageShell(self, kind, session)

    def button(self, label: str, do: Callable[[], Safe]) -> Press:
        """Return a button."""
        return Press(self, label, do)

    def show_live(self, static: Safe, live: PageShell | Press) -> Place:
        """Show a static twin, and have what is alive stand in for it."""
        name = self._take_place()
        self.shown[name] = static.markup
        live.name = name
        self.views[name] = live
        return Place(self, name)

    def _take_place(self) -> str:
        name = f"{self._cell}-{self._next}"
        self._next += 1
        return name
