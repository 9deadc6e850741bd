"""What an author wrote, room by room, as far as it can be read; what is wrong with it is gathered on the way."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from coursekit.annotation.keys import Key, check_key, load_key
from coursekit.authoring import sealed
from coursekit.authoring.problems import Problem, problem_of
from coursekit.authoring.settings import Settings, check_settings, load_settings
from coursekit.check.best_effort import BestEffort
from coursekit.check.cited import cited_unseen, spoken_by
from coursekit.check.editions import beside_whole
from coursekit.check.keyed import Keyed, keyed, rested
from coursekit.check.lengths import tasks_too_long
from coursekit.check.lessons import asked
from coursekit.check.openings import pointed, too_early
from coursekit.check.passes import PASSES, check_passes
from coursekit.check.shown import Shown, keys_not_shown, tags_not_shown
from coursekit.check.tag_examples import examples_in_tasks
from coursekit.check.verbs import Named
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.questions import Questions, check_quiz
from coursekit.sources import check_sources
from coursekit.sources.best_effort import BestLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.questions import Question


class Authored:
    """What the rooms found under one course's folder; what can't be read counts as not there."""

    def __init__(self, root: Path, texts: Path | None) -> None:
        self.course = Course(root, library=BestLibrary(root, texts))
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
        ids = []
        folder = self.folders.keys
        tasks = sealed.files(folder)
        for path in tasks + sorted(path for each in PASSES for path in (folder / each).glob("*.toml")):
            try:
                key = load_key(path, self.folders.name(path))
                edition = self.library.source(key.source).guide
                self.problems += check_key(key, edition, self._offered(key))
            except CourseError as error:
                self.problems.append(problem_of(error))
                ids += [path.stem] * (
                    path in tasks
                )  # it has a fault, which is told; that there is no such task is none
                continue
            if path in tasks:
                self._keys.append(key)
                ids.append(key.id)
        self.problems += check_passes(self.course)
        return ids

    def _offered(self, key: Key) -> set[str]:
        """Return the tags that a task offers; where the sets cannot be read, those it uses."""
        sets = self.there.tag_sets
        if not sets:
            return {tag for span in key.spans for tag in span.tags}
        offered = {tag.id for name in key.sets for tag in sets[name].tags} if set(key.sets) <= set(sets) else set()
        return set(key.tags) & offered if key.tags else offered

    def compared(self) -> dict[str, bool]:
        """Return of each source whether its text is at hand: in the course, or as a copy of whoever checks."""
        sources = {siglum: self.library.source(siglum) for siglum in self.library.sigla}
        return {siglum: source.whole or source.text is not None for siglum, source in sources.items()}

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
            self.there.tag_set_ids,
            self.there.entry_ids,
            self.there.fact_ids,
        )

    def cited(self, lesson: Path) -> list[Problem]:
        """Return the outside facts that a lesson cites and does not show."""
        ids = asked(lesson)
        questions = [each for each in (self.questions.by_id.values() if self.questions else ()) if each.id in ids]
        keys = [key for key in self._keys if key.id in ids]
        cards = {fact for each in questions for fact in each.card}
        found = cited_unseen(lesson, spoken_by(questions, keys), cards, self.there.fact_ids, self.folders.pictures)
        return [Problem(self.folders.name(lesson), line, message) for line, message in found]
