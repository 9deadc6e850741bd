"""Ports for servers that tests start, which nothing else takes meanwhile."""

from __future__ import annotations

import contextlib
import random
import socket

# Below what the system gives to whoever asks for any port (Linux: from 32768): a kernel that is started between the
# choice and the server's start, or while a killed server is away, would else be given the same one.
_CHOICE = range(20_000, 32_000)


def free_ports(many: int) -> list[int]:
    """Return ports of this machine on which nobody listens."""
    with contextlib.ExitStack() as stack:
        found: list[int] = []
        for port in random.SystemRandom().sample(_CHOICE, len(_CHOICE)):
            if len(found) == many:
                break
            asked = stack.enter_context(socket.socket())
            with contextlib.suppress(OSError):
                asked.bind(("127.0.0.1", port))
                found.append(port)
        return found
