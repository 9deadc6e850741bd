"""Hold a room until it is stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.files.disks import told as disk_told
from coursekit.files.locks import claimed
from coursekit.room.server import addresses
from coursekit.room.server.app import Held
from coursekit.room.server.hosts import LOOPBACK, Hosts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.room.door import Reach

MOST_FILES = 8_192
TAKEN = "this session is held already by another window; use that one, or begin another with --new"


@dataclass(frozen=True)
class Way:
    """How a room can be reached.

    Parameters
    ----------
    port
        The first port to try.
    opened
        Whether others in the network may come in.
    behind
        The prefix, or the whole address, under which a proxy gives it out; None where there is none.
    led
        Whether it ends with the program that started it, which holds its standard input open as long as it lives.
    """

    port: int
    opened: bool = False
    behind: str | None = None
    led: bool = False


def run(
    path: Path, course: Course, plan: Sequence[dict[str, Any]], way: Way, ready: Callable[[Held, int], None]
) -> None:
    """Serve a room until this process is told to end.

    Parameters
    ----------
    path
        The session's log.
    course, plan
        The course, and what the console offers to ask.
    way
        How it can be reached.
    ready
        Called once it can be, with the port it has.

    Raises
    ------
    CourseError
        When the session is held already, or no port is free.
    """
    _more_files()
    try:
        with claimed(path.with_suffix(".lock"), TAKEN):
            asyncio.run(_serve(path, course, plan, way, ready))
    except OSError as error:
        raise CourseError(f"room: it cannot be held {disk_told(error)}") from error


async def _serve(
    path: Path, course: Course, plan: Sequence[dict[str, Any]], way: Way, ready: Callable[[Held, int], None]
) -> None:
    prefix, origin = split_behind(way.behind or "/")
    names = frozenset({*LOOPBACK, *(addresses.own_addresses() if way.opened else ()), *addresses.own_names()})
    held = Held(path, course, plan, Hosts(names, way.behind is not None, origin), prefix)
    sockets = addresses.free_socket("" if way.opened else addresses.LOOPBACK, way.port)
    held.listen(sockets)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows: Ctrl+C raises there
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, stop.set)
    if way.led:
        threading.Thread(target=_leader_gone, args=(loop, stop), daemon=True).start()
    port = int(sockets[0].getsockname()[1])
    held.found_at(*_joined_at(way, port))
    ready(held, port)
    try:
        await stop.wait()
    finally:
        await held.stop()


def _leader_gone(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Stop once standard input has ended."""
    with suppress(OSError, ValueError):
        while os.read(sys.stdin.fileno(), 1_024):
            pass
    with suppress(RuntimeError):  # it has ended meanwhile
        loop.call_soon_threadsafe(stop.set)


def _joined_at(way: Way, port: int) -> tuple[str, Reach]:
    """Return where people join, and who can."""
    if way.behind is not None:
        prefix, origin = split_behind(way.behind)
        return (f"{origin}{prefix}" if origin else ""), "proxy"
    own = addresses.own_addresses() if way.opened else []
    return addresses.url(own[0] if own else addresses.LOOPBACK, port), "network" if own else "here"


def split_behind(behind: str) -> tuple[str, str]:
    """Return the prefix, with a slash at both ends, and the origin ("" where only a prefix is given)."""
    scheme, separator, rest = behind.partition("://")
    host, _, path = rest.partition("/") if separator else ("", "", behind)
    inner = path.strip("/")
    return (f"/{inner}/" if inner else "/"), (f"{scheme}://{host}" if separator else "")


def _more_files() -> None:
    """Let this process have as many connections as the system allows: each phone is one."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
        if soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
