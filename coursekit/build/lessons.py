"""Make each lesson's notebook, or tell whether it is in step with its text."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from coursekit.build.execute import execute
from coursekit.build.notebook import from_lesson, settle, written
from coursekit.errors import CourseError
from coursekit.files.whole import write_whole
from coursekit.places import HOME, NUMBERED, PRACTICE, REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from nbformat import NotebookNode

MEND = "run: python3 course.py build"
Given = TypeVar("Given")
Got = TypeVar("Got")


@dataclass(frozen=True)
class Drift:
    """Something made that is not what it would be if it were made now."""

    file: Path
    what: str


TEACHING = "*.md"  # in solutions/: an instructor's notebooks


def lessons(folder: Path, *names: str) -> list[Path]:
    """Return the texts of a folder's notebooks, in order: the lessons, home, review and practice, or others."""
    return sorted(path for name in names or (NUMBERED, HOME, REVIEW, PRACTICE) for path in folder.glob(name))


def make(lesson: Path) -> str:
    """Return what the lesson's ``.ipynb`` should hold: its cells, run, and what they show.

    Raises
    ------
    CourseError
        When the lesson cannot be read or does not run.
    """
    notebook = from_lesson(lesson)
    execute(notebook, lesson)
    settle(notebook)
    return written(notebook)


def build(folder: Path, *names: str) -> Iterator[tuple[Path, bool]]:
    """Make all notebooks; yield each with whether it changed."""
    every = lessons(folder, *names)
    for lesson, fresh in zip(every, each(make, every), strict=True):
        target = lesson.with_suffix(".ipynb")
        changed = not target.exists() or target.read_text(encoding="utf-8") != fresh
        if changed:
            put(target, fresh)
        yield target, changed


def each(work: Callable[[Given], Got], given: Iterable[Given]) -> Iterator[Got]:
    """Do some work for each of several, in order, as many at a time as this machine has hands for."""
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        yield from pool.map(work, given)


def put(target: Path, content: str) -> None:
    """Write a file whole or not at all, with the same line ends on every system."""
    write_whole(target, content.encode())


def check(folder: Path, *names: str) -> Iterator[Drift]:
    """Yield what is out of step, and change nothing."""
    made = {lesson.with_suffix(".ipynb"): lesson for lesson in lessons(folder, *names)}
    for notebook in sorted(folder.glob("*.ipynb")):
        if notebook not in made:
            yield Drift(notebook, "has no .md beside it; write one, or delete it")
    for drifts in each(lambda pair: list(_compare(*pair)), made.items()):
        yield from drifts


def _compare(target: Path, lesson: Path) -> Iterator[Drift]:
    if not target.exists():
        yield Drift(target, f"is not there; {MEND}")
        return
    try:
        saved = json.loads(target.read_bytes())
        cells = list(saved["cells"])
    except (ValueError, KeyError, TypeError):
        yield Drift(target, f"is not a notebook; {MEND}")
        return
    if said := differs(from_lesson(lesson), target):
        yield Drift(target, f"is not what {lesson.name} says ({said}); {MEND}")
        return
    try:
        fresh: dict[str, Any] = json.loads(make(lesson))
    except CourseError as error:
        yield Drift(target, str(error))
        return
    if len(cells) != len(fresh["cells"]):
        yield Drift(target, f"has {len(cells)} cells, its text {len(fresh['cells'])}; {MEND}")
        return
    for number, (was, now) in enumerate(zip(cells, fresh["cells"], strict=True), start=1):
        if was.get("outputs") != now.get("outputs"):
            yield Drift(target, f"cell {number}: what it shows is not what it shows when run now; {MEND}")
        elif was != now:
            yield Drift(target, f"cell {number}: its id or settings are not those of its text; {MEND}")
    if {**saved, "cells": 0} != {**fresh, "cells": 0}:
        yield Drift(target, f"its head is not that of its text; {MEND}")


def differs(text: NotebookNode, notebook: Path) -> str:
    """Return the first difference between a lesson's text and a notebook, by content; "" when there is none."""
    import jupytext
    from jupytext.compare import NotebookDifference, compare_notebooks

    try:
        compare_notebooks(jupytext.read(notebook), text, "md:myst", compare_outputs=False)
    except NotebookDifference as difference:
        lines = [line.strip() for line in str(difference).splitlines() if line.strip()]
        sides = {"-": "the text", "+": "the notebook"}  # what was expected, what was found
        told = [
            f"{sides[line[0]]}: {line[1:].strip()}"
            for line in lines
            if line[0] in sides and line[1:3] not in ("++", "--")
        ]
        return "; ".join((told or lines)[:2])[:200]
    except Exception as error:  # noqa: BLE001 - its readers raise whatever they meet
        return str(error).splitlines()[0][:200]
    return ""
