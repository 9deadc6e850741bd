"""Everything an author wrote, looked at once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.annotation.keys import Key, check_key, load_key
from coursekit.authoring import sealed
from coursekit.authoring.problems import Problem, problem_of
from coursekit.authoring.settings import Settings, check_settings, load_settings
from coursekit.check.best_effort import BestEffort
from coursekit.check.cited import cited_unseen, spoken_by
from coursekit.check.coverage import Coverage, read_coverage
from coursekit.check.editions import beside_whole
from coursekit.check.exercises import check_exercises
from coursekit.check.item_course import Finding
from coursekit.check.items import Known, Report, item_report
from coursekit.check.keyed import Keyed, keyed, rested
from coursekit.check.lengths import tasks_too_long
from coursekit.check.lessons import asked, check_lesson
from coursekit.check.minutes import exercise_minutes, lesson_minutes, sitting_minutes
from coursekit.check.misconceptions import check_misconceptions
from coursekit.check.openings import pointed, too_early
from coursekit.check.passes import PASSES, check_passes
from coursekit.check.pictures import check_pictures
from coursekit.check.quotations import Verbatim
from coursekit.check.shown import Shown, keys_not_shown, tags_not_shown
from coursekit.check.tag_examples import examples_in_tasks
from coursekit.check.verbs import Named
from coursekit.check.votes import check_votes
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.questions import Questions, check_quiz
from coursekit.questions.exercises import MASTER, Exercises
from coursekit.sources import Library, check_sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.questions import Question


@dataclass
class Checked:
    """What was found, and how much was looked at."""

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    items: Report | None = None
    coverage: Coverage = field(default_factory=Coverage)
    keyed: dict[str, Keyed] = field(default_factory=dict)

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
            "findings": [vars(finding) for finding in self.findings],
            "counts": self.counts,
            "items": items,
            "keyed": keyed,
        }


class _Course:
    """What the rooms found under one course's folder; what can't be read counts as not there."""

    def __init__(self, root: Path, texts: Path | None) -> None:
        self.course = Course(root, library=Library(root, texts))
        self.folders, self.library = self.course.folders, self.course.library
        self.there = BestEffort(self.course)
        faulty = check_settings(root)
        self.settings = Settings() if faulty else load_settings(root)
        self.problems = faulty + check_sources(root, texts)
        self._keys: list[Key] = []

    @cached_property
    def questions(self) -> Questions | None:
        """All questions; None when a file is faulty, which is then among the problems."""
        problems = []
        for path in sealed.files(self.folders.quizzes):
            problems += check_quiz(path, self.folders.name(path))
        self.problems += problems
        if problems:
            return None
        questions = self.course.questions
        try:
            _ = questions.by_id
        except CourseError as error:
            self.problems.append(problem_of(error))
            return None
        return questions

    @property
    def all_questions(self) -> list[Question]:
        """The questions of lessons and of exercises, as far as they can be read."""
        found = [*self.questions.by_id.values()] if self.questions else []
        with suppress(CourseError):  # of an exercise, which is told where exercises are checked
            found += [each for exercise in self.course.exercises.by_id.values() for each in exercise.questions]
        return found

    @cached_property
    def keys(self) -> list[str]:
        """Ids of all tasks whose key can be read; what is wrong with a key or a pass is among the problems."""
        tags = self.there.tag_sets
        ids = []
        folder = self.folders.keys
        tasks = sealed.files(folder)
        for path in tasks + sorted(path for each in PASSES for path in (folder / each).glob("*.toml")):
            try:
                key = load_key(path, self.folders.name(path))
                offered = (
                    {tag.id for name in key.sets for tag in tags[name].tags} if set(key.sets) <= set(tags) else set()
                )
                edition = self.library.source(key.source).guide
                self.problems += check_key(key, edition, set(key.tags) & offered if key.tags else offered)
            except CourseError as error:
                self.problems.append(problem_of(error))
                continue
            if path in tasks:
                self._keys.append(key)
                ids.append(key.id)
        self.problems += check_passes(self.course)
        return ids

    def beside_whole(self) -> Iterator[Problem]:
        """Yield where a full text is named whose text stands in the course itself."""
        _ = self.keys
        tasks = [(key, self.folders.name(sealed.file(self.folders.keys, key.id))) for key in self._keys]
        return beside_whole(self.all_questions, tasks, self.library)

    def keyed(self) -> dict[str, Keyed]:
        """Return how keys and the calendars' quotations fall together."""
        _ = self.keys
        return keyed(self.there.calendars, rested(self.questions.by_id.values() if self.questions else (), self._keys))

    def doubts(self, shown: Shown) -> list[Problem]:
        """Return what is quoted unseen by a reader, examples that give a mark away, and tasks that are too long."""
        _ = self.keys
        path = self.folders.tags
        return [
            *keys_not_shown(self._keys, shown),
            *tags_not_shown(self.there.tag_sets, path, shown),
            *examples_in_tasks(self.there.tag_sets, self._keys, self.there.guides, path),
            *tasks_too_long(self._keys),
        ]

    def openings(self, lessons: list[Path]) -> list[Problem]:
        """Return the cards that stand before the prediction which opens their text."""
        _ = self.keys
        guides = self.there.guides
        places = pointed(self.questions.by_id.values() if self.questions else (), self._keys, guides)
        return [each for path in lessons for each in too_early(path, self.folders.name(path), places, guides)]

    def named(self) -> Named:
        """Return what cells may name."""
        return Named(
            self.library,
            {each.id: each.purpose for each in self.questions.by_id.values()}
            if self.questions
            else self.there.purposes,
            self.keys,
            {path.stem for path in self.folders.pictures.glob("*.toml")},
            set(self.there.tag_sets),
            self.there.entries,
            self.there.facts,
        )

    def cited(self, lesson: Path) -> list[Problem]:
        """Return the outside facts that a lesson cites and does not show."""
        ids = asked(lesson)
        questions = [each for each in (self.questions.by_id.values() if self.questions else ()) if each.id in ids]
        keys = [key for key in self._keys if key.id in ids]
        cards = {fact for each in questions for fact in each.card}
        found = cited_unseen(lesson, spoken_by(questions, keys), cards, self.there.facts, self.folders.pictures)
        return [Problem(self.folders.name(lesson), line, message) for line, message in found]


def check_course(root: Path, texts: Path | None = None) -> Checked:
    """Look at sources, questions, keys, lessons, exercises and teaching notes.

    Parameters
    ----------
    root
        The course's folder.
    texts
        The learner's full texts, against which quotations are compared word for word.
    """
    course = _Course(root, texts)
    checked = Checked()
    shelf = course.course.texts
    shown = Shown(course.there)
    known = Known(course.there.passages, course.there.facts, Verbatim(course.library), shown, shelf)
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
    course.problems += check_votes(course.course)
    course.problems += check_misconceptions(course.course, course.all_questions)
    asks = {lesson.stem[:2]: asked(lesson) for lesson in every}
    checked.coverage, faults = read_coverage(root, asks, course.settings)
    course.problems += faults
    checked.findings += _unasked(course, every)
    checked.keyed = course.keyed()
    checked.findings += [
        Finding("warning", course.folders.name(course.folders.guide(siglum)), 1, words)
        for siglum, each in checked.keyed.items()
        for words in each.faults
    ]
    checked.findings += [Finding("warning", each.file, each.line, each.message) for each in course.doubts(shown)]
    checked.findings += [Finding("error", each.file, each.line, each.message) for each in sorted(course.problems)]
    checked.findings = sorted(set(checked.findings), key=lambda each: (each.level, each.file, each.line, each.message))
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


def _minutes(course: _Course, every: list[Path]) -> list[Finding]:
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


def _unasked(course: _Course, every: list[Path]) -> list[Finding]:
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
