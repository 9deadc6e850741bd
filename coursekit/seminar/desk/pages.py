"""What goes back to learners, and pages for whoever teaches: report, plan, what is alike."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.marking.row import UNMARKED
from coursekit.marking.visible import visible
from coursekit.seminar import standalone
from coursekit.seminar.alike import alike
from coursekit.seminar.alike.sheet import sheet
from coursekit.seminar.desk.ground import Ground, word, words
from coursekit.seminar.feedback.packing import PLATFORMS, platform_of
from coursekit.seminar.feedback.sending import send
from coursekit.seminar.report import looks, page
from coursekit.seminar.report.planned import planned
from coursekit.seminar.report.report import report
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.sessions.desk import Made

HTML, ZIP = "text/html", "application/zip"
_PLAN = "The next hour"


def feedback(ground: Ground, choices: Mapping[str, object]) -> Made:
    """Pack a page for each hand-in that counts; right answers only of the exercises that were ticked."""
    shown = frozenset(words(choices, "answers"))
    asked = word(choices, "platform")
    if asked not in (*PLATFORMS, ""):
        raise CourseError(f"{visible(asked, 40)}: no platform that is known; choose another")
    counting = [work.row for work in ground.found.counting()]
    platform = next((each for each in PLATFORMS if each == asked), platform_of(counting))
    stem = f"feedback-{platform}"
    try:
        with TemporaryDirectory() as scratch:
            out = Path(scratch) / f"{stem}.zip"
            sent = send(ground.found, ground.keys, ground.course, out, platform, tells_keys=shown.__contains__)
            path = ground.put(stem, {".zip": out.read_bytes()})
    except CourseError as error:
        raise CourseError(str(error).replace("--for plain", "“one page a learner”")) from error
    placed = count(len(counting) - len(sent.unplaced), "hand-in")
    lines = [f"{count(len(sent.files), 'page')} for {platform}, on {placed}"]
    lines += [f"{row.file}: not in it: its name tells no {platform.title()} id" for row in sent.unplaced]
    without = [work.row for work in ground.found.works if work.row.status in UNMARKED]
    lines += [f"{row.file}: not in it: {row.status}: {visible(row.note)}" for row in without]
    return ground.made(path, ZIP, *lines, called=f"{stem}.zip")


def class_report(ground: Ground, _choices: Mapping[str, object]) -> Made:
    """Make the report; the projected view while names are hidden."""
    found = report(ground.found, ground.course, ground.keys, ground.listed)
    shown = page.page(found, ground.course.library, projected=ground.hidden)
    return _shown(ground, "report-projected" if ground.hidden else "report", shown)


def plan(ground: Ground, _choices: Mapping[str, object]) -> Made:
    """Make the plan for the next hour alone; the projected view while names are hidden."""
    found = report(ground.found, ground.course, ground.keys, ground.listed)
    style = looks.style()
    said = planned(found.plan, ground.course.library, projected=ground.hidden)
    body = tag("div", Safe(f"<style>{style}</style>"), said, class_="report")
    shown = standalone.page(_PLAN, tag("h1", _PLAN), body, styles=(style,))
    return _shown(ground, "plan-projected" if ground.hidden else "plan", shown)


def alike_page(ground: Ground, _choices: Mapping[str, object]) -> Made:
    """Lay hand-ins side by side that are alike far beyond chance."""
    return _shown(ground, "alike", sheet(alike(ground.found, ground.keys)))


def _shown(ground: Ground, stem: str, page_: str) -> Made:
    path = ground.put(stem, {".html": page_.encode("utf-8", "replace")})
    return ground.made(path, HTML, called=f"{stem}.html")
