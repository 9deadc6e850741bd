"""Everything an author wrote, looked at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.authoring import sealed
from coursekit.check.authored import Authored
from coursekit.check.coverage import Coverage, read_coverage
from coursekit.check.exercises import check_exercises
from coursekit.check.item_course import Finding
from coursekit.check.items import Known, Report, item_report
from coursekit.check.lessons import asked, check_lesson
from coursekit.check.minutes import exercise_minutes, lesson_minutes, sitting_minutes
from coursekit.check.misconceptions import check_misconceptions
from coursekit.check.names import lost_files, sources_page, strange_ids, unsent_sources
from coursekit.check.pictures import check_pictures
from coursekit.check.quotations import Verbatim
from coursekit.check.shown import Shown
from coursekit.check.votes import check_votes
from coursekit.practice.loading import check_forms
from coursekit.questions.exercises import MASTER, Exercises

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.check.keyed import Keyed


@dataclass
class Checked:
    """What was found, and how much was looked at."""

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    items: Report | None = None
    coverage: Coverage = field(default_factory=Coverage)
    keyed: dict[str, Keyed] = field(default_factory=dict)
    compared: dict[str, bool] = field(default_factory=dict)

    def line_on_sources(self) -> str:
        """Return with which texts quotations were compared: it depends on the copies that lie in the work folder."""
        here, not_here = ([siglum for siglum, there in self.compared.items() if there is it] for it in (True, False))
        told = (
            f"quotations compared with the text of {', '.join(here)}" if here else "quotations compared with calendars"
        )
        return f"{told}; no text at hand of {', '.join(not_here)}" if not_here else told

    @property
    def errors(self) -> list[Finding]:
        """What must be mended."""
        return [finding for finding in self.findings if finding.level == "error"]

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        items = self.items.to_json() if self.items else {}
        items.pop("findings", None)
        keyed = {siglum: each.to_json() for siglum, each in self.keyed.items()}
        return {
            "findings": [finding.to_json() for finding in self.findings],
            "counts": self.counts,
            "items": items,
            "keyed": keyed,
            "compared": self.compared,
        }


def check_course(root: Path, texts: Path | None = None) -> Checked:
    """Look at sources, questions, keys, lessons, exercises and teaching notes.

    Parameters
    ----------
    root
        The course's folder.
    texts
        The learner's full texts, against which quotations are compared word for word.
    """
    course = Authored(root, texts)
    checked = Checked()
    shelf = course.course.texts
    shown = Shown(course.there)
    known = Known(course.there.passages, course.there.fact_ids, Verbatim(course.library), shown, shelf)
    if course.questions:
        checked.items = item_report(course.questions.by_id.values(), known, course.settings.wanted)
        checked.findings += checked.items.findings
    named = course.named()
    every = course.folders.lesson_texts
    for lesson in every:
        course.problems += check_lesson(lesson, root, named, course.there.passages) + course.cited(lesson)
    course.problems += course.openings(every)
    exercises, found = check_exercises(root, named, known)
    checked.findings += found
    checked.findings += _minutes(course, every)
    course.problems += check_pictures(root, course.library.sigla, course.there.passages)
    course.problems += course.beside_whole()
    course.problems += check_forms(course.folders)
    course.problems += lost_files(course.folders)
    course.problems += sources_page(course.folders, course.library.sigla)
    course.problems += strange_ids(course.questions.by_id.values() if course.questions else ())
    course.problems += check_votes(course.course)
    course.problems += check_misconceptions(course.course, course.all_questions)
    asks = {lesson.stem[:2]: asked(lesson) for lesson in every}
    checked.coverage, faults = read_coverage(root, asks, course.settings)
    course.problems += faults
    checked.findings += _unasked(course, every)
    checked.keyed = course.keyed()
    checked.compared = course.compared()
    checked.findings += [
        Finding("warning", course.folders.name(course.folders.guide(siglum)), 1, words)
        for siglum, each in checked.keyed.items()
        for words in each.faults
    ]
    checked.findings += [Finding.of(each, "warning") for each in course.doubts(shown)]
    checked.findings += [Finding.of(each, "warning") for each in unsent_sources(course.folders)]
    checked.findings += [Finding.of(each, "error") for each in course.problems]
    checked.findings = sorted(set(checked.findings), key=Finding.order)
    kinds = checked.items.course.kinds if checked.items else {}
    checked.counts = {
        "sources": len(course.library.sigla),
        "paragraphs": len(course.there.passages),
        "lessons": len(every),
        "questions": len(course.questions.by_id) if course.questions else 0,
        "exercises": exercises,
        "keys": len(course.keys),
        "findings": len(checked.coverage.findings),
        "findings used": len(checked.coverage.used),
        **{f"questions, {kind}": count for kind, count in sorted(kinds.items())},
    }
    return checked


def _minutes(course: Authored, every: list[Path]) -> list[Finding]:
    """Return the announcements that are far from what a lesson or an exercise asks."""
    if not course.questions:
        return []
    name = course.folders.name
    found = [
        each
        for lesson in every
        for told in (lesson_minutes, sitting_minutes)
        for each in told(lesson, name(lesson), course.course)
    ]
    for path in Exercises(course.course.root).files.values():
        if path.name == MASTER:
            found += exercise_minutes(path.with_name(f"{path.parent.name}.md"), name(path), course.course)
    return found


def _unasked(course: Authored, every: list[Path]) -> list[Finding]:
    """Return the questions and tasks of a lesson that its text never shows."""
    if not course.questions:
        return []
    shown = set().union(*(asked(lesson) for lesson in every)) if every else set()
    numbers = {lesson.stem[:2] for lesson in every}
    left = [
        Finding.at(question.where, "error", f"{question.id}: no lesson asks this")
        for question in course.questions.by_id.values()
        if question.id not in shown and question.id[:2] in numbers
    ]
    return left + [
        Finding(
            "error", course.folders.name(sealed.file(course.folders.keys, key)), 1, f"{key}: no lesson has this task"
        )
        for key in course.keys
        if key not in shown and key[:2] in numbers
    ]
