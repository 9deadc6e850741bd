"""Which cell is running, so that a cell that is run again takes its earlier widgets along."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """A cell's id, the run of it, and the window it was run from; empty where the front end does not say."""

    id: str = ""
    run: str = ""
    window: str = ""

    def reruns(self, now: Cell) -> bool:
        """Tell whether ``now`` is a later run of this cell in the same window; in another one both are on a page."""
        return bool(self.id) and (self.id, self.window) == (now.id, now.window) and self.run != now.run


def this_cell() -> Cell:
    """Return the cell that is running now."""
    try:
        from IPython import get_ipython

        shell = get_ipython()
        request = shell.kernel.get_parent("shell")
        header = request["header"]
        return Cell(str(request["metadata"].get("cellId", "")), str(header["msg_id"]), str(header.get("session", "")))
    except (AttributeError, KeyError, TypeError, ImportError):
        return Cell()
