"""The levels that markers gave, joined to the marks that were counted.

A question's points = its points x sum of levels / (3 x rows of its rubric), to two decimals; of several markers,
the mean of their levels. Levels count only where every row has one. Where a question is read at all, whoever left
it blank has none of its points, as with every other question. A reflection may be read, too: its levels are told, and
its points are added to nothing.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.marking.row import UNMARKED
from coursekit.questions.rubric import LEVELS, Rubric, read_by_rubric
from coursekit.seminar.levels import read
from coursekit.seminar.markers import APART, Agreement, two_by_two

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from coursekit.marking.keys import Keys
    from coursekit.marking.row import Row
    from coursekit.seminar.levels import Given


class Joined:
    """The levels of some markers, ready to be joined to the rows of a batch.

    Parameters
    ----------
    files
        The markers' files.
    keys
        The exercises of the course.

    Raises
    ------
    CourseError
        When a file cannot be read, or two have the same marker.
    """

    def __init__(self, files: list[Path], keys: Keys) -> None:
        self.books = [read(path) for path in files]
        names = [book.marker for book in self.books]
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise CourseError(f"two files of levels are of the marker {twice}; each marker needs a name of their own")
        self._keys = keys
        self._texts: dict[str, tuple[Rubric, ...]] = {}
        self._read: dict[str, bool] = {}
        self._left = {content for book in self.books for content, _ in book.given}

    def texts(self, exercise: str) -> tuple[Rubric, ...]:
        """Return the questions of an exercise or a lesson that are read by a rubric, also those for no points."""
        if exercise not in self._texts:
            key = self._keys.get(exercise)
            self._texts[exercise] = read_by_rubric(key.exercise.questions if key else ())
        return self._texts[exercise]

    def scores(self, exercise: str, question_id: str) -> bool:
        """Tell whether the points of a question are added up."""
        key = self._keys.get(exercise)
        question = key.exercise.question(question_id) if key else None
        return bool(question and question.scores)

    def row(self, row: Row, questions: str) -> Row:
        """Return a row with the points of what was read; ``questions`` are its marks one by one, as JSON."""
        if not self.books or row.status in UNMARKED or not row.content:
            return row
        states = {each["id"]: each["state"] for each in json.loads(questions)}
        points, of, waiting = row.points or 0.0, row.of or 0.0, row.for_a_teacher or 0.0
        notes: list[str] = []
        for question in self.texts(row.exercise):
            whole = self._whole(row.content, question)
            if states.get(question.id) == "human":
                notes += self._notes(row.content, question, whole)
                if not question.scores:
                    continue
                points += worth(question, whole.values()) if whole else 0.0
                of, waiting = (of + question.points, waiting - question.points) if whole else (of, waiting)
            elif question.scores and self._is_read(question):
                of += question.points
        note = "; ".join(each for each in (row.note, *notes) if each)
        return replace(row, points=round(points, 2), of=round(of, 2), for_a_teacher=round(waiting, 2), note=note)

    def counting(self, contents: Iterable[str]) -> None:
        """Take note of which hand-ins count in the end: levels of any other are of no use, and that is told."""
        self._left.difference_update(contents)

    def details(self, rows: Iterable[tuple[Row, str]]) -> Iterator[tuple[Row, str]]:
        """Yield rows with their marks one by one, and in these what each marker gave."""
        if not self.books:  # of a large class it takes seconds to read all marks for nothing
            yield from rows
            return
        for row, questions in rows:
            texts = {each.id: each for each in self.texts(row.exercise)} if row.content else {}
            marks = json.loads(questions)
            for mark in marks:
                if mark["id"] in texts and mark["state"] == "human":
                    mark.update(self._detail(row.content, texts[mark["id"]]))
            yield row, json.dumps(marks, ensure_ascii=False)

    def agreements(self) -> list[Agreement]:
        """Return how far every two markers agree."""
        every = chain.from_iterable(self.texts(name) for name in self._keys.names)
        return two_by_two(self.books, list(every))

    def lines(self) -> list[str]:
        """Return what there is to tell of the levels: what was not used, and how far markers agree."""
        said = [f"{book.marker}: {book.aside} lines could not be read" for book in self.books if book.aside]
        if self.left:
            said.append(f"hand-ins that were read and do not count here: {self.left}; handed in again since?")
        return said + [line for agreement in self.agreements() for line in agreement.lines()]

    def to_json(self) -> dict[str, Any]:
        """Return the same for programs."""
        aside = {book.marker: book.aside for book in self.books}
        return {"unused": self.left, "aside": aside, "agreement": [each.to_json() for each in self.agreements()]}

    @property
    def left(self) -> int:
        """How many hand-ins have levels and are none of those that count."""
        return len(self._left)

    def _is_read(self, question: Rubric) -> bool:
        """Tell whether anybody has read an answer to a question."""
        if question.id not in self._read:
            given = (each for book in self.books for (_, name), each in book.given.items() if name == question.id)
            self._read[question.id] = any(each.whole(question) for each in given)
        return self._read[question.id]

    def _whole(self, content: str, question: Rubric) -> dict[str, Given]:
        given = {book.marker: book.given.get((content, question.id)) for book in self.books}
        return {marker: each for marker, each in given.items() if each and each.whole(question)}

    def _detail(self, content: str, question: Rubric) -> dict[str, Any]:
        whole = self._whole(content, question)
        told = {marker: {"levels": each.levels, "comment": each.comment} for marker, each in whole.items()}
        return {"points": worth(question, whole.values()), "read": told} if whole else {}

    def _notes(self, content: str, question: Rubric, whole: dict[str, Given]) -> Iterator[str]:
        for book in self.books:
            given = book.given.get((content, question.id))
            if given and given.version != question.version:
                yield f"{question.id}: {book.marker} read version {given.version} of it, not counted"
            elif given and given.levels and book.marker not in whole:
                yield f"{question.id}: {book.marker} left a row without a level, not counted"
        for row in question.rows:
            levels = {marker: each.levels[row.id] for marker, each in whole.items()}
            if levels and max(levels.values()) - min(levels.values()) >= APART:
                said = ", ".join(f"{marker} {level}" for marker, level in levels.items())
                yield f"{question.id}: markers are apart on “{row.name}” ({said})"


def worth(question: Rubric, given: Iterable[Given]) -> float:
    """Return the points that levels come to; every row has its level in each of them."""
    sums = [sum(each.levels[row.id] for row in question.rows) for each in given]
    mean = sum(sums) / len(sums)
    return round(question.points * mean / ((LEVELS - 1) * len(question.rows)), 2)
