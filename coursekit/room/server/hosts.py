"""Under which names the room is known, and whose pages may talk to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tornado.httputil import HTTPServerRequest

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Hosts:
    """The names and addresses of this machine that requests may be for.

    Parameters
    ----------
    names
        Without ports.
    behind
        Whether a proxy stands before it: then the proxy decides which names there are.
    origin
        The address of the proxy, as ``https://hub.example.org``, where it was given.
    """

    names: frozenset[str] = LOOPBACK
    behind: bool = False
    origin: str = ""

    def knows(self, request: HTTPServerRequest) -> bool:
        """Say whether a request is for this machine."""
        return self.behind or _name(f"//{request.host}") in self.names

    def may_ask(self, request: HTTPServerRequest, origin: str) -> bool:
        """Say whether a page of this origin is the room's own."""
        if self.origin and origin == self.origin:
            return True
        asked = {request.host}
        if self.behind:
            asked |= {each.strip() for each in request.headers.get("X-Forwarded-Host", "").split(",")}
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc in asked - {""} and self.knows(request)


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
