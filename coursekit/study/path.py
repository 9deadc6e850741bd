"""The way through a course: its lessons and exercises in their order, with what each asks for and how long it takes.

No question is loaded for it: what a lesson asks for stands in its cells, and an exercise's file lists its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from coursekit.authoring.reading import read_table
from coursekit.errors import CourseError
from coursekit.outline import CARDS, TASK, Code, LessonText, Prose, outline, take_apart
from coursekit.outline.marks import AIM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.outline import Sitting

_TITLE = re.compile(r"#\s+(?:\d+\s*[·:.]\s*)?(\S.*)")
_EMPHASIS = re.compile(r"[*_]")
COMPARE = "compare"
_READ: dict[Path, tuple[tuple[tuple[Path, int], ...], tuple[Unit, ...]]] = {}


@dataclass(frozen=True)
class Part:
    """A sitting of a lesson, or all of an exercise: its minutes (0: not said), the ids of its questions and tasks."""

    number: int
    title: str
    minutes: int
    cards: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """A lesson or an exercise.

    Parameters
    ----------
    name
        As its file is called: ``02-name``.
    about
        What one can do at its end, or what one does in it.
    parts
        Its sittings; one where it is not cut.
    tasks
        Those of its cards that ask for marks in a text.
    compared
        Each prediction, with what is asked after the place where it is laid beside the text.
    """

    kind: Literal["lesson", "exercise"]
    name: str
    title: str
    about: str
    parts: tuple[Part, ...]
    tasks: frozenset[str] = frozenset()
    compared: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def number(self) -> str:
        """Its number: ``02``."""
        return self.name[:2]

    @property
    def label(self) -> str:
        """What it is called: ``Lesson 02``."""
        return f"{self.kind.capitalize()} {self.number}"

    @cached_property
    def cards(self) -> tuple[str, ...]:
        """All that it asks for, in order."""
        return tuple(dict.fromkeys(card for part in self.parts for card in part.cards))

    @property
    def minutes(self) -> int:
        """How long its author expects it to take; 0 where that is not said."""
        return sum(part.minutes for part in self.parts)

    @property
    def notebook(self) -> str:
        """Where its notebook stands in the course, and in a learner's folder."""
        folder = "lessons" if self.kind == "lesson" else f"exercises/{self.name}"
        return f"{folder}/{self.name}.ipynb"


def units(course: Course) -> tuple[Unit, ...]:
    """Return the way through a course: each lesson, and after it the exercise of its number. Read once, unless changed.

    Raises
    ------
    CourseError
        When a lesson or an exercise cannot be read.
    """
    exercises = course.exercises.files.values()
    stamps = tuple((path, _changed(path)) for path in (*course.folders.lesson_texts, *exercises))
    known = _READ.get(course.root)
    if known is None or known[0] != stamps:
        found = [*_lessons(course), *(_exercise(*course.folders.named(path)) for path in exercises)]
        known = _READ[course.root] = stamps, tuple(sorted(found, key=lambda unit: (unit.number, unit.kind != "lesson")))
    return known[1]


def _changed(path: Path) -> int:
    """Return when a file was changed last; 0 where that cannot be told: whoever reads it says why."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _lessons(course: Course) -> Iterator[Unit]:
    for path in course.folders.lesson_texts:
        try:
            yield lesson(path.stem, take_apart(path))
        except (OSError, UnicodeDecodeError) as error:
            raise CourseError(f"{course.folders.name(path)}: cannot be read ({error})") from error


def lesson(name: str, text: LessonText) -> Unit:
    """Return a lesson as a part of the way."""
    cut = outline(text)
    calls = [(call.verb, call.first) for sitting in cut.sittings for call in sitting.calls]
    compared = tuple(
        (what, tuple(card for later, card in calls[at:] if later in (*CARDS, TASK)))
        for at, (verb, what) in enumerate(calls)
        if verb == COMPARE
    )
    tasks = frozenset(what for verb, what in calls if verb == TASK)
    parts = tuple(_part(sitting) for sitting in cut.sittings)
    lines = [line for part in text.parts if not isinstance(part, Code) for line in _paragraphs(part)]
    return Unit("lesson", name, _found(_TITLE, lines) or name, _found(AIM, lines), parts, tasks, compared)


def _part(sitting: Sitting) -> Part:
    cards = dict.fromkeys(call.first for call in sitting.calls if call.is_card)
    return Part(sitting.number, sitting.title, sitting.minutes or 0, tuple(cards))


def _paragraphs(part: Prose) -> Iterator[str]:
    words = "\n".join(line for _, line in part.lines)
    yield from (" ".join(each.split()) for each in re.split(r"\n\s*\n", words))


def _found(what: re.Pattern[str], lines: list[str]) -> str:
    match = next((match for line in lines if (match := what.fullmatch(line))), None)
    return _EMPHASIS.sub("", match[1]).strip() if match else ""


def _exercise(path: Path, name: str) -> Unit:
    """Return an exercise as a part of the way; what it asks in detail, and whether it is sound, is not looked at."""
    table: Any = read_table(path, name)
    cards = tuple(each.text("id") for each in table.tables("question", least=1))
    minutes = table.whole("minutes", 0, least=0)
    return Unit("exercise", path.parent.name, table.text("title"), table.text("about"), (Part(1, "", minutes, cards),))
