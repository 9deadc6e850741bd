"""Where a room can be reached, and the words for it."""

from __future__ import annotations

import socket
from contextlib import suppress

LOOPBACK = "127.0.0.1"
_ELSEWHERE = ("192.0.2.1", "2001:db8::1")  # for documentation: nobody is there, and nothing is sent


def own_addresses() -> list[str]:
    """Return the addresses by which others in the network may reach this machine, the likeliest first."""
    found = []
    for family, elsewhere in ((socket.AF_INET, _ELSEWHERE[0]), (socket.AF_INET6, _ELSEWHERE[1])):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((elsewhere, 9))
            found.append(str(probe.getsockname()[0]))
    with suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)]
    reachable = (each for each in found if not each.startswith(("127.", "fe80:")) and each != "::1")
    return list(dict.fromkeys(reachable))


def own_names() -> set[str]:
    """Return the names by which this machine may be called."""
    name = socket.gethostname().lower()
    return {name, f"{name.partition('.')[0]}.local"}


def url(host: str, port: int, path: str = "/") -> str:
    """Return an address as a browser takes it."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{path}"


def free_socket(host: str, first: int, tries: int = 20) -> list[socket.socket]:
    """Return listening sockets at the first free port from ``first`` on. Raises OSError when none is."""
    from tornado.netutil import bind_sockets

    for port in range(first, min(first + tries, 65_536)):
        try:
            return bind_sockets(port, address=host or None, reuse_port=False)
        except OSError as error:
            last = error
    raise last


def told(port: int, prefix: str, *, opened: bool, behind: bool) -> list[str]:
    """Say which address is open, to whom, and what can be reached there."""
    inside = "Nothing but the room can be reached there: no file of this machine, no notebook, not JupyterLab."
    if behind:
        return [
            f"The room waits on this machine for your proxy or hub, at {url(LOOPBACK, port, prefix)}.",
            f"Whoever reaches the proxy’s address of it can open the room’s first page. {inside}",
        ]
    if not opened:
        return [
            f"The room can be reached from this machine alone, at {url(LOOPBACK, port)}.",
            "Phones cannot join it; start it with --open to let those in who are in your network.",
        ]
    hosts = own_addresses()
    if not hosts:
        return [
            "This machine is in no network, so phones cannot join. Connect it, or count hands and type the numbers in."
        ]
    return [
        f"Open to everybody in your network: {' or '.join(url(host, port) for host in hosts)}",
        f"Whoever opens it sees the room’s first page, and with the code can join and vote. {inside}",
        "It is plain http: somebody in the same network could read along. It closes when you stop this (Ctrl+C).",
        "If phones cannot open it, the network keeps its devices apart, as guest networks do.",
        "Then use a phone’s hotspot, or --behind with a server that everybody reaches.",
    ]
