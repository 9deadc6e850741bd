"""A file server that compresses by gzip -6, as many do, says no more of age than Last-Modified, and counts bytes."""

from __future__ import annotations

import gzip
import mimetypes
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "Sat, 01 Jun 2030 08:00:00 GMT"  # of all files: a validator is all that it is for
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}


@cache
def compressed(path: Path) -> bytes:
    """Return a file as it is sent."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Server(ThreadingHTTPServer):
    """Gives out files below a folder.

    Attributes
    ----------
    sent
        The bytes of the bodies sent since it was last set to zero, compressed.
    plain
        The same, as the files lie.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.reset()

    def reset(self) -> None:
        """Count from zero."""
        self.sent = self.plain = 0

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Send a file, or say that it has not changed."""
        name = unquote(urlsplit(self.path).path).lstrip("/")
        path = self.server.folder / (f"{name}index.html" if name.endswith("/") or not name else name)
        if not path.is_file():
            self._answer(404, b"", "text/plain")
        elif self.headers.get("If-Modified-Since") == DAY:
            self._answer(304, b"", "")
        else:
            body = compressed(path)
            self.server.sent += len(body)
            self.server.plain += path.stat().st_size
            self._answer(200, body, TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "text/plain")

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        if body:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Last-Modified", DAY)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve a folder while this lasts."""
    server = Server(folder)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
