"""The real JupyterLab on a copy of the course, and a learner's hands on it.

``Lab`` is the server side: one JupyterLab, started as ``course.py`` starts it, on a work folder of its own.
``Learner`` is the browser side: one page, what it complained about, and the few things every scenario does.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
)

from coursekit.cli.lab import copies, server, trust
from coursekit.journal import Journal, annotations, answers
from tests.browser import waiting
from tests.browser.api import ask
from tests.browser.waiting import DIALOGS, still

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
READY = 60_000  # milliseconds; a kernel's first start on a slow machine
CELL_HEAD = "---\njupyter:\n  source_hidden: true\ntags: [hide-input]\n---\n"
# What JupyterLab itself says, and no learner's matter: a widget whose kernel ended, before its cell is run again.
KNOWN = ("widget model not found", "Failed to load model class", "favicon")
OPEN_FOLDERS = ("lessons", "exercises")  # in work/, which JupyterLab's file list may show


@dataclass
class Lab:
    """A running JupyterLab."""

    course: Path
    work: Path
    server: server.Running

    def api(self, path: str, method: str = "GET") -> Any:
        """Ask the server."""
        return ask(self.server.url, self.server.token, path, method)

    def reset(self) -> None:
        """Begin anew: no kernels, no journal, fresh copies of lessons and exercises, no layout remembered."""
        for session in self.api("sessions"):
            with contextlib.suppress(OSError):
                self.api(f"sessions/{session['id']}", "DELETE")
        for entry in self.work.iterdir():
            if entry.name == "jupyter":
                continue
            if entry.name in OPEN_FOLDERS:  # emptied: a file list that looks for a folder just now is to find it
                for each in entry.iterdir():
                    shutil.rmtree(each) if each.is_dir() else each.unlink()
            else:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.rmtree(self.work / "jupyter" / "workspaces", ignore_errors=True)
        self.refresh()

    def refresh(self) -> None:
        """Bring the learner's copies up to date, as a start of the course does."""
        changes = copies.refresh_all(self.course, self.work)
        trust.sign([change.copy for change in changes], self.work)

    def lesson(self, name: str, *parts: str) -> str:
        """Add a lesson of Markdown and code cells (a part that begins with ``from coursekit`` is code)."""
        from coursekit.build.notebook import from_lesson, written

        head = "---\nkernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n"
        body = "\n\n+++\n\n".join(
            f"```{{code-cell}} ipython3\n{CELL_HEAD}{part}\n```" if part.startswith(("from ", "import ")) else part
            for part in parts
        )
        text = self.course / "lessons" / f"{name}.md"
        text.write_text(f"{head}\n{body}\n", encoding="utf-8")
        text.with_suffix(".ipynb").write_text(written(from_lesson(text)), encoding="utf-8")
        self.refresh()
        return name

    def kernels(self) -> list[psutil.Process]:
        """Return the processes of all kernels."""
        found = psutil.Process(self.server.pid).children(recursive=True)
        return [process for process in found if any("ipykernel" in part for part in process.cmdline())]

    def kill_kernels(self) -> int:
        """Kill every kernel as a crash would, and return how many there were."""
        processes = self.kernels()
        for process in processes:
            os.kill(process.pid, signal.SIGKILL)
        return len(processes)

    def marks(self, task: str | None = None) -> list[dict[str, Any]]:
        """Return the marks that stand in the journal, oldest first."""
        return annotations(Journal(self.work / "journal.jsonl").read().events, task=task)

    def answer(self, question: str) -> dict[str, Any] | None:
        """Return the latest answer to a question as the journal has it."""
        found = answers(Journal(self.work / "journal.jsonl").read().events).get(question)
        return found.answer if found else None

    def journal(self) -> list[dict[str, Any]]:
        """Return what the learner's journal holds."""
        path = self.work / "journal.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    def notebook(self, name: str) -> dict[str, Any]:
        """Return the learner's copy of a lesson as it is on the disk."""
        found: dict[str, Any] = json.loads((self.work / "lessons" / f"{name}.ipynb").read_bytes())
        return found


@contextlib.contextmanager
def running_lab(course: Path, work: Path) -> Iterator[Lab]:
    """Start JupyterLab as ``course.py`` does, on a course and a work folder."""
    work.mkdir(parents=True, exist_ok=True)
    port = 18_000 + os.getpid() % 2_000
    with server.started(course, work, port) as (_process, found):
        lab = Lab(course, work, found)
        lab.refresh()
        yield lab


@contextlib.contextmanager
def chromium_browser(playwright: Playwright, executable: str) -> Iterator[Browser]:
    """Start a Chromium that calls nobody."""
    browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
    try:
        yield browser
    finally:
        browser.close()


@dataclass
class Learner:
    """One page of JupyterLab and what happened on it."""

    lab: Lab
    page: Page
    complaints: list[str] = field(default_factory=list)
    laid_out: bool = False  # else lessons are plain notebooks: all unfolded, and run by their button

    def __post_init__(self) -> None:
        if not self.laid_out:
            self.page.add_init_script("try { localStorage.setItem('coursekit:plain', 'on'); } catch {}")
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(known in message.text for known in KNOWN):
            self.complaints.append(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        if dialog.type == "beforeunload":  # JupyterLab's, while the notebook is not saved yet; answers are
            dialog.accept()
            return
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.lab.server.url, "data:", "blob:")):
            self.complaints.append(f"asked elsewhere: {request.url}")

    def open(self, lesson: str) -> None:
        """Open a lesson's copy and wait until its cells are there."""
        self.open_copy(f"lessons/{lesson}.ipynb")

    def open_copy(self, path: str) -> None:
        """Open a copy by its path in the learner's folder and wait until its cells are there."""
        self.page.goto(self.lab.server.address(self.lab.work / path))
        self.page.locator(".jp-Notebook .jp-Cell:visible").first.wait_for(timeout=READY)
        self.wait(lambda: "Idle" in (self.page.locator("#jp-main-statusbar").text_content() or ""))

    def anew(self, *, widgets: int | None = None) -> None:
        """Forget what was done in this lesson, and run it again."""
        (self.lab.work / "journal.jsonl").unlink(missing_ok=True)
        self.page.evaluate("localStorage.clear()")
        self.run(widgets=widgets)

    def run(self, *, widgets: int | None = None) -> None:
        """Press the visible button of the lesson (the toolbar's, where the text has none), and wait for the cells."""
        button = self.page.locator("button[data-commandlinker-command='notebook:run-all-cells']:visible")
        before = self._activity()
        (button.first if button.count() else self.page.get_by_role("button", name="Run this page").first).click()
        self.wait(lambda: self._activity() != before)
        self.idle()
        if widgets is not None:
            expect(self.widgets()).to_have_count(widgets, timeout=READY)

    def _activity(self) -> list[str]:
        return [kernel["last_activity"] for kernel in self.lab.api("kernels")]

    def idle(self) -> None:
        """Wait until the kernels have nothing to do, three looks running: between two cells they rest, too."""
        rested = 0

        def quiet() -> bool:
            nonlocal rested
            states = [kernel["execution_state"] for kernel in self.lab.api("kernels")]
            waiting = self.page.evaluate(
                "[...document.querySelectorAll('.jp-InputPrompt')].some(e => /\\*/.test(e.textContent))"
            )
            rested = rested + 1 if states and not waiting and set(states) == {"idle"} else 0
            return rested >= 3

        self.wait(quiet)

    def widgets(self) -> Locator:
        """Return the live widgets of the lesson."""
        return self.page.locator(".jp-OutputArea-child .ck:not(.ck .ck)")

    def cell(self, number: int) -> Locator:
        """Return a cell by its place, from 0."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(number)

    def save(self) -> None:
        """Save with the keyboard, and wait until JupyterLab has done so."""
        still(self.page)  # until JupyterLab has seen the last change: without one it does nothing
        self.page.keyboard.press("Control+s")
        self.wait(lambda: self.page.locator(".jp-mod-dirty").count() == 0)

    def dialogs(self) -> list[str]:
        """Return what JupyterLab asks just now."""
        return self.page.locator(".jp-Dialog").all_inner_texts()

    def crash(self) -> None:
        """Kill the one kernel, and press Ok where JupyterLab says so; while one types that is closed by itself."""
        seen = self.page.evaluate_handle(DIALOGS)
        assert self.lab.kill_kernels() == 1
        self.wait(lambda: seen.evaluate("(boxes) => boxes.length"))
        box = self.page.locator(".jp-Dialog")
        if box.count():
            box.get_by_role("button", name="Ok").click()
        expect(self.page.locator(".jp-Dialog")).to_have_count(0)

    def reload(self) -> None:
        """Load the page again and wait for the cells."""
        self.page.reload()
        self.page.locator(".jp-Notebook .jp-Cell:visible").first.wait_for(timeout=READY)

    def theme(self, name: str) -> None:
        """Choose JupyterLab's theme: "JupyterLab Dark" or "JupyterLab Light"."""
        self.page.locator(".lm-MenuBar-item").filter(has_text="Settings").click()
        entries = self.page.locator(".lm-Menu-item")  # their names are in the text only, not in their roles
        entries.filter(has_text=re.compile("^Theme")).hover()
        entries.filter(has=self.page.get_by_text(name, exact=True)).click()
        self.page.locator(f"body[data-jp-theme-name='{name}']").wait_for(state="attached")

    def wait(self, until: Callable[[], object], left: Callable[[], object] = str) -> None:
        """Wait until something holds; ``left`` says what is missing when it never does."""
        waiting.until(self.page, until, left)


@contextlib.contextmanager
def learner_of(
    lab: Lab, context: BrowserContext, width: int = 1280, height: int = 900, *, laid_out: bool = False
) -> Iterator[Learner]:
    """Give a learner a page of their own, and fail when it complained."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    found = Learner(lab, page, laid_out=laid_out)
    yield found
    page.evaluate("try { localStorage.clear(); } catch {}")  # a blank page has none
    page.close()
    assert found.complaints == []
