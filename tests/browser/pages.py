"""The pages edition of this course on a plain file server, under a sub-path; nothing else can be reached."""

from __future__ import annotations

import mimetypes
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from coursekit.site.runtime import PYODIDE
from tests.browser.cards import Card
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page, Route

    from coursekit.questions import Question

SUB = "sub/course"
START = 120_000  # ms for Python to be up, on a machine that does much else
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")


class QuietHandler(SimpleHTTPRequestHandler):
    """A file server as Python has one."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def build(out: Path, *more: str) -> None:
    """Build the pages edition as its command does."""
    if not PYODIDE.is_dir():
        not_run("Pyodide not installed")
    call = [sys.executable, "-m", "coursekit", "site", "--out", str(out), "--base-path", f"/{SUB}/", *more]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@dataclass
class Site:
    """A learner with a browser of their own on the pages edition."""

    context: BrowserContext
    address: str
    outside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.route(lambda url: not url.startswith((self.address, "blob:", "data:")), self._refuse)

    def _refuse(self, route: Route) -> None:
        self.outside.append(route.request.url)
        route.abort()

    def open(self, path: str) -> Page:
        """Open a page of the site in a new tab."""
        page = self.context.new_page()
        page.goto(f"{self.address}/{SUB}/{path}")
        return page


def ready(page: Page) -> None:
    """Wait until Python is up on a page, and has said what the learner did before."""
    expect(page.locator("body")).not_to_have_attribute("data-ck-awaited", re.compile("."), timeout=START)


def card(page: Page, question: Question) -> Card:
    """Return a question on a page."""
    learner: Any = SimpleNamespace(page=page, lab=SimpleNamespace(course=ROOT))
    return Card(learner, question)
