"""Runs what is asynchronous to its end, also where another test of this process left an event loop running."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

Result = TypeVar("Result")


def run(given: Coroutine[Any, Any, Result]) -> Result:
    """Return what a coroutine comes to, in a thread and a loop of its own: a browser's has this one."""
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, given).result()
