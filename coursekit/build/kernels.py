"""Run a notebook in a kernel of its own; one that ends before its first word is started anew.

Jupyter chooses a kernel's ports, lets go of them again, and the kernel takes them half a second later. What took one
of them in between (another kernel, a browser's connection) is the end of this kernel; chosen anew, they are free.
"""

from __future__ import annotations

import atexit
from typing import Any

from nbclient import NotebookClient

STARTS = 3  # that ports are taken so often in a row does not happen: then something else is wrong


class StartError(Exception):
    """No kernel answers on this machine."""


class Client(NotebookClient):
    """nbclient's client, with more than one start.

    Raises
    ------
    StartError
        From ``execute``, when every kernel that was started ended, or kept silent, before its first answer.
    """

    _given: dict[str, Any]  # what a kernel was started with

    async def async_start_new_kernel(self, **given: Any) -> None:
        """Start a kernel, and remember how."""
        self._given = given
        await super().async_start_new_kernel(**given)

    async def async_start_new_kernel_client(self) -> Any:
        """Wait for the kernel's first answer; start another where none comes."""
        for left in reversed(range(STARTS)):
            try:
                return await super().async_start_new_kernel_client()
            except RuntimeError as error:  # nbclient has cleared the dead one away
                if not left:
                    atexit.unregister(self._cleanup_kernel)  # or it fails when Python ends: nothing is left to clear
                    raise StartError(str(error)) from error
                self.create_kernel_manager()
                await super().async_start_new_kernel(**self._given)
        raise AssertionError
