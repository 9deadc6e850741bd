"""What every answer of the server has, and which requests it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError, RequestHandler

if TYPE_CHECKING:
    from tornado.httputil import HTTPServerRequest

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Server": "room",
}


class Guarded(RequestHandler):
    """A handler that answers this room's own pages only."""

    def set_default_headers(self) -> None:
        """Say what a page of the room may load: what lies here, and nothing of anybody else."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Content-Security-Policy", policy(self.request))

    def prepare(self) -> None:
        """Turn away whoever asks for another host, as a page that renamed itself to this machine would."""
        if not self.settings["hosts"].knows(self.request):
            raise HTTPError(421, reason="This room has another address")

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what is wrong in one line, and nothing of how the server is made."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}: {self._reason}\n")

    def check_xsrf_cookie(self) -> None:
        """There are no cookies: a token is sent along by the page itself, and by no other."""


def policy(request: HTTPServerRequest, forms: str = "'none'") -> str:
    """Return the content policy; some older phones take "self" for http only, so the socket is named.

    Parameters
    ----------
    request
        What is answered.
    forms
        Where the page's forms may be sent by the browser itself.
    """
    host = request.host if all(sign.isalnum() or sign in ".-:[]" for sign in request.host) else ""
    socket = f" ws://{host} wss://{host}" if host else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self'{socket}; base-uri 'none'; form-action {forms}; frame-ancestors 'none'"
    )
