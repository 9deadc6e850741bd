"""Everything an author wrote, looked at once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.build.lessons import lessons
from coursekit.check.item_course import Finding
from coursekit.check.items import Known, Report, item_report
from coursekit.check.lessons import asked, check_lesson
from coursekit.check.pictures import check_pictures
from coursekit.check.quotations import Verbatim
from coursekit.check.verbs import Named
from coursekit.errors import CourseError
from coursekit.questions import LibraryShelf, Questions, check_quiz
from coursekit.questions.keys import check_key, load_key
from coursekit.sources import Library, Problem, check_sources, load_context, load_glossary, load_tags

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources import TagSet


@dataclass
class Checked:
    """What was found, and how much was looked at."""

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    items: Report | None = None

    @property
    def errors(self) -> list[Finding]:
        """What must be mended."""
        return [finding for finding in self.findings if finding.level == "error"]

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        items = self.items.to_json() if self.items else {}
        items.pop("findings", None)
        return {"findings": [vars(finding) for finding in self.findings], "counts": self.counts, "items": items}


class _Course:
    """What the rooms found under one course's folder; what can't be read counts as not there."""

    def __init__(self, root: Path, texts: Path | None) -> None:
        self.root = root
        self.library = Library(root, texts)
        self.problems = check_sources(root, texts)

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
        for path in sorted((self.root / "lessons" / "quizzes").glob("*.toml")):
            problems += check_quiz(path, path.relative_to(self.root).as_posix())
        self.problems += problems
        if problems:
            return None
        questions = Questions(self.root)
        try:
            _ = questions.by_id
        except CourseError as error:
            self.problems.append(_placed(str(error)))
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
        """Ids of all tasks whose key can be read; what is wrong with a key is among the problems."""
        tags = self.tag_sets
        ids = []
        for path in sorted((self.root / "lessons" / "keys").glob("*.toml")):
            try:
                key = load_key(path, path.relative_to(self.root).as_posix())
                offered = (
                    {tag.id for name in key.sets for tag in tags[name].tags} if set(key.sets) <= set(tags) else set()
                )
                edition = self.library.source(key.source).guide
                self.problems += check_key(key, edition, set(key.tags) & offered if key.tags else offered)
            except CourseError as error:
                self.problems.append(_placed(str(error)))
                continue
            ids.append(key.id)
        return ids

    def named(self) -> Named:
        """Return what cells may name."""
        return Named(
            self.library,
            {each.id: each.purpose for each in self.questions.by_id.values()} if self.questions else _ids(self.root),
            self.keys,
            {path.stem for path in (self.root / "lessons" / "pictures").glob("*.toml")},
            set(self.tag_sets),
            _entries(self.root),
        )


def check_course(root: Path, texts: Path | None = None) -> Checked:
    """Look at sources, questions, keys, lessons and teaching notes.

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
    if course.questions:
        known = Known(course.passages, _facts(root), Verbatim(course.library), shelf)
        checked.items = item_report(course.questions.by_id.values(), known)
        checked.findings += checked.items.findings
    named = course.named()
    every = lessons(root / "lessons")
    for lesson in every:
        course.problems += check_lesson(lesson, root, named, course.passages)
    course.problems += check_pictures(root, course.library.sigla, course.passages)
    checked.findings += _unasked(course, every)
    checked.findings += [Finding("error", each.file, each.line, each.message) for each in sorted(course.problems)]
    checked.findings = sorted(set(checked.findings), key=lambda each: (each.level, each.file, each.line))
    kinds = checked.items.course.kinds if checked.items else {}
    checked.counts = {
        "sources": len(course.library.sigla),
        "paragraphs": len(course.passages),
        "lessons": len(every),
        "questions": len(course.questions.by_id) if course.questions else 0,
        "keys": len(course.keys),
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


def _ids(root: Path) -> dict[str, str]:
    """Return ids and purposes from quizzes with faults, so that one fault is not told again for each mention."""
    found: dict[str, str] = {}
    for path in (root / "lessons" / "quizzes").glob("*.toml"):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
            found |= {str(entry["id"]): str(entry.get("purpose", "quiz")) for entry in entries}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def _facts(root: Path) -> set[str]:
    path = root / "sources" / "context.toml"
    try:
        return set(load_context(path, "sources/context.toml")) if path.exists() else set()
    except CourseError:
        return set()


def _entries(root: Path) -> set[str]:
    try:
        return set(load_glossary(root / "sources" / "glossary.toml"))
    except CourseError:
        return set()  # check_sources has said why


def _placed(message: str) -> Problem:
    """Turn ``file:line: what`` back into its parts."""
    file, _, rest = message.partition(":")
    line, _, what = rest.partition(":")
    return Problem(file, int(line), what.strip()) if line.strip().isdigit() else Problem("", 0, message)
