"""Where the practice test is offered: before anything is begun, and when the last lesson is done. Never in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, tag
from coursekit.lesson.host import host
from coursekit.places import LESSONS, PRACTICE
from coursekit.practice import words
from coursekit.practice.loading import forms
from coursekit.practice.sittings import sittings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.course import Course
    from coursekit.practice.sittings import Sitting
    from coursekit.study.progress import Progress

_PAGE = PRACTICE.replace(".md", ".ipynb")
BEFORE = "Before you begin, if you like: a practice test on made-up papers, so that you can see later what has changed"
BEGUN = "Practice test: you have begun a form"
AFTER = "Practice test: the second form, now that the last lesson is done"


def offer_before(here: Course, found: Sequence[Sitting], progress: Progress) -> tuple[str, str]:
    """Return what home says of the practice test, and where it is; no words where there is nothing to say."""
    if not _shown(here):
        return "", ""
    said = ""
    if any(not each.handed for each in found):
        said = BEGUN
    elif not found:
        said = "" if progress.begun else BEFORE
    elif len(found) == 1 and _last_done(progress):
        said = AFTER
    return said, host().way(f"{LESSONS}/{_PAGE}")


def offer_after(here: Course) -> list[Safe]:
    """Return what the end of the course says of it: the way to the second form, or the gain."""
    found = sittings(here.journal.read().events) if _shown(here) else []
    if not found:
        return []
    head = tag("p", tag("strong", "The practice test, before and after"), class_="ck-twin-head")
    lines = words.change(forms(here.folders), found)
    said = "All of it, question by question" if lines else "Take the second form when you are done here"
    way = tag("a", said, href=host().way(f"{LESSONS}/{_PAGE}"))
    return [head, *(tag("p", line) for line in lines), tag("p", way)]


def _shown(here: Course) -> bool:
    """Tell whether there is such a page here: in notebooks, and where the course has one."""
    return host().keeps_in_folder() and here.folders.practice_page.is_file()


def _last_done(progress: Progress) -> bool:
    lessons = [each for each in progress.units if each.unit.kind == "lesson"]
    return bool(lessons) and lessons[-1].state == "done"
