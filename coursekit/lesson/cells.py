"""Which cell is running, so that a cell that is run again takes its earlier widgets along."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """A cell's id and the run of it; both empty where the front end does not say."""

    id: str = ""
    run: str = ""

    def reruns(self, now: Cell) -> bool:
        """Tell whether ``now`` is a later run of this cell."""
        return bool(self.id) and self.id == now.id and self.run != now.run


def this_cell() -> Cell:
    """Return the cell that is running now."""
    try:
        from IPython import get_ipython

        shell = get_ipython()
        request = shell.kernel.get_parent("shell")
        return Cell(str(request["metadata"].get("cellId", "")), str(request["header"]["msg_id"]))
    except (AttributeError, KeyError, TypeError, ImportError):
        return Cell()
