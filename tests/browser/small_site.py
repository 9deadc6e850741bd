"""A site of the small course, to be changed under whoever reads it, on a file server that can be stopped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from coursekit.site.runtime import PYODIDE
from tests.browser.pages import START, QuietHandler
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

LESSON = "lessons/00-lamp.html"
SECOND = "lessons/01-wick.html"
ASKED = ("01-wick", "01-oil", "01-glass")  # in the second lesson: three questions alike


class Server:
    """A file server at one address for as long as the test runs, whether it answers or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler = partial(QuietHandler, directory=str(folder))
        self._running = ThreadingHTTPServer(("127.0.0.1", 0), self._handler)
        self.port = self._running.server_port
        self._serve()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        Thread(target=self._running.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Have nothing answer at the address."""
        self._running.shutdown()
        self._running.server_close()

    def start(self) -> None:
        """Answer again."""
        self._running = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler)
        self._serve()


@dataclass
class SmallCourse:
    """The small course with a second lesson; ``name`` is its title."""

    root: Path
    name: str

    def __post_init__(self) -> None:
        if not PYODIDE.is_dir():
            not_run("Pyodide not installed")
        shutil.copytree(ROOT / "tests" / "tiny", self.root)
        (self.root / "coursekit").symlink_to(ROOT / "coursekit")
        for name in ("course.py", "requirements.txt", ".gitignore"):
            shutil.copy(ROOT / name, self.root)
        (self.root / "README.md").write_text(f"# {self.name}\n")
        self.edit("lessons/00-lamp.md", "# 0 · The lamp", f"# 0 · {self.name}")
        text = (self.root / "lessons" / "00-lamp.md").read_text()
        head, cell = text.partition("\n# 0")[0], text.partition("```{code-cell}")[2].partition("from")[0]
        asked = [f'```{{code-cell}}{cell}from coursekit.lesson import ask\nask("{name}")\n```\n' for name in ASKED]
        prose = "# 1 · The wick\n\nA wick is long or short.\n"
        (self.root / "lessons" / "01-wick.md").write_text("\n".join([head, prose, *asked]))
        quiz = (self.root / "lessons" / "quizzes" / "00-lamp.toml").read_text()
        own = quiz[quiz.index('[[question]]\nid = "00-place"') : quiz.index('[[question]]\nid = "00-where"')]
        quizzes = "\n".join(own.replace("00-place", name) for name in ASKED)
        (self.root / "lessons" / "quizzes" / "01-wick.toml").write_text(quizzes)

    def edit(self, name: str, old: str, new: str) -> None:
        """Change one place in a file of the course."""
        path = self.root / name
        assert path.read_text().count(old) == 1
        path.write_text(path.read_text().replace(old, new))

    def build(self, out: Path) -> None:
        """Build its site, as the command does."""
        call = [sys.executable, "-m", "coursekit", "site", "--out", str(out)]
        env = os.environ | {"COURSEKIT_COURSE": str(self.root), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(call, cwd=self.root, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def kept(page: Page) -> None:
    """Wait until a page says that it can be read without a network."""
    expect(page.locator(".ck-offline")).to_have_attribute("data-far", "whole", timeout=START)
    expect(page.locator(".ck-offline")).to_have_text("Can be read and answered without a network from now on.")


def shelves(page: Page) -> list[str]:
    """Return the names under which the browser keeps something of the sites that it has seen."""
    found: list[str] = page.evaluate("caches.keys()")
    return sorted(found)
