"""``course.py``: open the course in JupyterLab, on the page that says where the learner left off."""

from __future__ import annotations

import argparse
import json
import os
import sys
import webbrowser
from typing import TYPE_CHECKING

from coursekit.cli.arguments import Arguments
from coursekit.cli.lab import copies, dead_views, server, trust
from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.places import EXERCISES, HOME, LESSONS, course_root, work_dir

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TAIL = 200_000  # bytes at the journal's end in which the last lesson is looked for


def run(arguments: list[str]) -> int:
    """Open the course; return when JupyterLab has ended."""
    ask = Arguments(prog="course.py open", description=__doc__)
    ask.add_argument("lesson", nargs="?", help="the lesson's number or name; without it, the page from which you go on")
    add_how(ask)
    options = ask.parse_args(arguments)
    return open_copy(lambda: choose(work_dir(), options.lesson), options.port, browser=not options.no_browser)


def add_how(ask: argparse.ArgumentParser) -> None:
    """Let it be said how something is opened."""
    ask.add_argument("--no-browser", action="store_true", help="say the address and open nothing")
    what = "the first port to try (8888); the next free one is taken"
    ask.add_argument("--port", type=_port, default=8888, help=what)


def _port(words: str) -> int:
    if not words.isdecimal() or not 0 < int(words) < 65536:  # noqa: PLR2004
        raise argparse.ArgumentTypeError(f"{words[:20]}: a number from 1 to 65535")
    return int(words)


def open_copy(choice: Callable[[], Path], port: int, *, browser: bool) -> int:
    """Bring the copies up to date and open one of them; return when JupyterLab has ended.

    Parameters
    ----------
    choice
        Which; asked once the copies are there.
    port
        The first port to try.
    browser
        Whether to open one.

    Raises
    ------
    CourseError
        When the copy is not there, or JupyterLab does not come up.
    """
    course, work = course_root(), work_dir()
    for said in renew(course, work):
        print(said, flush=True)
    file = choice()
    if not file.is_file():
        raise CourseError(f"{file.name}: not here; get the course again, or make it: python3 course.py build")
    for found in server.running(work):
        if file.is_relative_to(found.root):
            print("The course is open already.")
            _show(found.address(file), browser=browser)
            return 0
    return _serve(course, work, file, port, browser=browser)


def renew(course: Path, work: Path) -> list[str]:
    """Bring the copies up to date and sign what is new; return what the learner should know of it."""
    changes = copies.refresh_all(course, work)
    if changes:
        trust.sign([change.copy for change in changes], work)
    new = "new in this version; your copy is kept as"
    return [f"{change.copy.name}: {new} {change.earlier}" for change in changes if change.earlier]


def _serve(course: Path, work: Path, file: Path, port: int, *, browser: bool) -> int:
    server.use_native_signals()
    dead_views.drop(work)
    try:
        with server.started(course, work, port) as (process, found):
            _show(found.address(file), browser=browser)
            print(
                "Leave this window open while you work. Ctrl+C here ends the course; what you did is saved.", flush=True
            )
            process.wait()
    except KeyboardInterrupt:
        print("\nEnded. Everything you did is saved.", file=sys.stderr)
    return 0


def _show(address: str, *, browser: bool) -> None:
    print(f"The course is at {address}", flush=True)
    if browser:
        show_in_browser(address)


def show_in_browser(address: str) -> None:
    """Open an address in a browser with a window, or say that there is none."""
    if not (has_screen() and webbrowser.open(address)):
        print("No browser could be opened: copy the address into one.", flush=True)


def has_screen() -> bool:
    """Tell whether a browser with a window can be opened; one in the terminal would be in the way."""
    named = any(os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"))
    return named or sys.platform in ("darwin", "win32")


def choose(work: Path, wanted: str | None) -> Path:
    """Return the copy to open: the one asked for; else the home page, where there is one; else the lesson last run.

    Raises
    ------
    CourseError
        When there is no such lesson.
    """
    lessons = sorted((work / LESSONS).glob("*.ipynb")) + sorted((work / EXERCISES).glob("*/*.ipynb"))
    if not lessons:
        raise CourseError("lessons: none here; get the course again, or make them: python3 course.py build")
    home = (work / LESSONS / HOME).with_suffix(".ipynb")
    if wanted is None and home in lessons:
        return home
    key = wanted if wanted is not None else last_run(work)
    for lesson in lessons:
        if key and (lesson.stem == key or lesson.stem.startswith(f"{key}-")):
            return lesson
    if wanted is not None:
        raise CourseError(
            f"{visible(wanted, 60)}: no such lesson; one of {', '.join(lesson.stem for lesson in lessons)}"
        )
    return lessons[0]


def last_run(work: Path) -> str | None:
    """Return the lesson that was run last, from the end of the journal; a glance, not a reading."""
    try:
        with (work / "journal.jsonl").open("rb") as journal:
            journal.seek(0, 2)
            journal.seek(max(0, journal.tell() - TAIL))
            lines = journal.read().splitlines()
    except OSError:
        return None
    for line in reversed(lines):
        if b'"ran"' in line:
            try:
                event = json.loads(line)
                if event["event"] == "ran":
                    return str(event["lesson"])
            except (ValueError, KeyError, TypeError):
                continue
    return None
