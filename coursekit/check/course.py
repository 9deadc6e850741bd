"""Everything an author wrote, looked at once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.authoring import sealed
from coursekit.authoring.problems import problem_of
from coursekit.build.lessons import lessons
from coursekit.check.agreement import PASSES, check_passes
from coursekit.check.coverage import Coverage, read_coverage
from coursekit.check.exercises import check_exercises
from coursekit.check.item_course import Finding
from coursekit.check.items import Known, Report, item_report
from coursekit.check.keyed import Keyed, keyed, rested
from coursekit.check.lengths import tasks_too_long
from coursekit.check.leniently import entries, facts, ids
from coursekit.check.lessons import asked, check_lesson
from coursekit.check.pictures import check_pictures
from coursekit.check.quotations import Verbatim
from coursekit.check.shown import Shown, keys_not_shown, tags_not_shown
from coursekit.check.verbs import Named
from coursekit.errors import CourseError
from coursekit.questions import LibraryShelf, Questions, check_quiz
from coursekit.questions.keys import Key, check_key, load_key
from coursekit.sources import Library, check_sources, load_tags

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.sources import TagSet


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
        self.root = root
        self.library = Library(root, texts)
        self.problems = check_sources(root, texts)
        self._keys: list[Key] = []

    @cached_property
    def passages(self) -> set[str]:
        """All paragraph references."""
        found = set()
        for siglum in self.library.sigla:
            try:
                found |= {f"{siglum} {paragraph.id}" for paragraph in self.library.source(siglum).guide.paragraphs}
            except CourseError:
                continue  # check_sources has said why
        return found

    @cached_property
    def questions(self) -> Questions | None:
        """All questions; None when a file is faulty, which is then among the problems."""
        problems = []
        for path in sealed.files(self.root / "lessons" / "quizzes"):
            problems += check_quiz(path, path.relative_to(self.root).as_posix())
        self.problems += problems
        if problems:
            return None
        questions = Questions(self.root)
        try:
            _ = questions.by_id
        except CourseError as error:
            self.problems.append(problem_of(error))
            return None
        return questions

    @cached_property
    def tag_sets(self) -> dict[str, TagSet]:
        """All tag sets."""
        try:
            return load_tags(self.root / "sources" / "tags.toml")
        except CourseError:
            return {}  # check_sources has said why

    @cached_property
    def keys(self) -> list[str]:
        """Ids of all tasks whose key can be read; what is wrong with a key or a pass is among the problems."""
        tags = self.tag_sets
        ids = []
        folder = self.root / "lessons" / "keys"
        tasks = sealed.files(folder)
        for path in tasks + sorted(path for each in PASSES for path in (folder / each).glob("*.toml")):
            try:
                key = load_key(path, path.relative_to(self.root).as_posix())
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
        self.problems += check_passes(self.root)
        return ids

    def keyed(self) -> dict[str, Keyed]:
        """Return how keys and the calendars' quotations fall together."""
        guides = {}
        for siglum in self.library.sigla:
            with suppress(CourseError):  # check_sources has said why
                guides[siglum] = self.library.source(siglum).guide
        _ = self.keys
        return keyed(guides, rested(self.questions.by_id.values() if self.questions else (), self._keys))

    def doubts(self, shown: Shown) -> list[Problem]:
        """Return what experts' reasons and tags' examples quote unseen by a reader, and tasks that are too long."""
        _ = self.keys
        path = self.root / "sources" / "tags.toml"
        return [
            *keys_not_shown(self._keys, shown),
            *tags_not_shown(self.tag_sets, path, shown),
            *tasks_too_long(self._keys),
        ]

    def named(self) -> Named:
        """Return what cells may name."""
        return Named(
            self.library,
            {each.id: each.purpose for each in self.questions.by_id.values()} if self.questions else ids(self.root),
            self.keys,
            {path.stem for path in (self.root / "lessons" / "pictures").glob("*.toml")},
            set(self.tag_sets),
            entries(self.root),
        )


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
    shelf = LibraryShelf(course.library)
    shown = Shown(course.library, root)
    known = Known(course.passages, facts(root), Verbatim(course.library), shown, shelf)
    if course.questions:
        checked.items = item_report(course.questions.by_id.values(), known)
        checked.findings += checked.items.findings
    named = course.named()
    every = lessons(root / "lessons")
    for lesson in every:
        course.problems += check_lesson(lesson, root, named, course.passages)
    exercises, found = check_exercises(root, named, known)
    checked.findings += found
    course.problems += check_pictures(root, course.library.sigla, course.passages)
    checked.coverage, faults = read_coverage(root, {lesson.stem[:2]: asked(lesson) for lesson in every})
    course.problems += faults
    checked.findings += _unasked(course, every)
    checked.keyed = course.keyed()
    checked.findings += [
        Finding("warning", f"sources/{siglum}/guide.md", 1, words)
        for siglum, each in checked.keyed.items()
        for words in each.faults
    ]
    checked.findings += [Finding("warning", each.file, each.line, each.message) for each in course.doubts(shown)]
    checked.findings += [Finding("error", each.file, each.line, each.message) for each in sorted(course.problems)]
    checked.findings = sorted(set(checked.findings), key=lambda each: (each.level, each.file, each.line))
    kinds = checked.items.course.kinds if checked.items else {}
    checked.counts = {
        "sources": len(course.library.sigla),
        "paragraphs": len(course.passages),
        "lessons": len(every),
        "questions": len(course.questions.by_id) if course.questions else 0,
        "exercises": exercises,
        "keys": len(course.keys),
        "findings": len(checked.coverage.findings),
        "findings used": len(checked.coverage.used),
        **{f"questions, {kind}": count for kind, count in sorted(kinds.items())},
    }
    return checked


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
        Finding("error", f"lessons/keys/{key}.toml", 1, f"{key}: no lesson has this task")
        for key in course.keys
        if key not in shown and key[:2] in numbers
    ]
