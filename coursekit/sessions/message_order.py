"""Changes of one widget, one at a time, and none that a later one has overtaken.

JupyterLab hands what a widget sends to threads of the kernel: to the main one, which may be busy with a cell, until
the thread for widgets is there, and then to that. So two changes may be heard at once, or in the wrong order. The
browser (`frontend/src/bridge.js`) therefore sends a change only when the one before it is answered, unless it takes
the place of that one; what is left to do here is to pass over the one whose place was taken, if it comes late.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VIEW_BITS = 20  # the messages of one view: its base, at random, is a multiple of so many (frontend/src/bridge.js)


class MessageOrder:
    """Whose turn it is in one widget."""

    def __init__(self) -> None:
        self._one_by_one = Lock()
        self._latest: dict[int, int] = {}  # the highest number that was kept, for each view in a browser

    @contextmanager
    def take(self, n: int) -> Iterator[bool]:
        """Hold the widget while a change is kept; gives False for one that comes too late to be kept.

        Too late is what has a lower number than another that was kept for the same view. A change that was refused
        (the block raised) does not count as kept; the same number once more is in time.

        Parameters
        ----------
        n
            The number of the message.
        """
        with self._one_by_one:
            view = n >> _VIEW_BITS
            yield n >= self._latest.get(view, 0)
            self._latest[view] = max(n, self._latest.get(view, 0))
