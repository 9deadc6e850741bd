"""Quiz files to questions: ``lessons/quizzes/NN-name.toml``, or sealed as ``NN-name.sealed``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coursekit.authoring import sealed
from coursekit.authoring.problems import FaultError
from coursekit.authoring.reading import read_table
from coursekit.authoring.table import Table, hint
from coursekit.errors import CourseError
from coursekit.places import Folders, course_root
from coursekit.questions.answers import unfit
from coursekit.questions.base import PURPOSES, STATES, Answer, Question, State
from coursekit.questions.ground import load_ground
from coursekit.questions.kinds import KINDS, kind_named, kind_names
from coursekit.questions.own_kinds import failed
from coursekit.questions.references import PART
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.questions.kind import Kind

_ID = re.compile(r"x?\d\d-[a-z0-9]+(?:-[a-z0-9]+)*")  # x: of an exercise
MOST_POINTS = 100
HINTS = 3  # steps: where to look, what to look for, how to decide


def load_quiz(path: Path, name: str = "") -> tuple[Question, ...]:
    """Read all questions of a quiz file, in its order; ``name`` is what messages call the file.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    return read_questions(_entries(path, name))


def read_questions(entries: Iterable[Table]) -> tuple[Question, ...]:
    """Read the ``[[question]]`` entries of one file. Raises CourseError for the first fault."""
    questions: dict[str, Question] = {}
    for entry in entries:
        question = _load(entry)
        if question.id in questions:
            raise entry.error("id", f"expected an id used once; {question.id} stands at {questions[question.id].where}")
        questions[question.id] = question
    return tuple(questions.values())


def check_quiz(path: Path, name: str = "") -> list[Problem]:
    """Return the first fault of each question of a file, instead of stopping at the first of all."""
    problems: list[Problem] = []
    try:
        for entry in _entries(path, name):
            try:
                _load(entry)
            except FaultError as fault:
                problems.append(fault.problem)
        if not problems:
            load_quiz(path, name)
    except FaultError as fault:
        problems.append(fault.problem)
    return problems


class Questions:
    """All questions of a course by id; ``root`` is the course's folder. Each file is read when it is first needed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folders = Folders(root)
        self._read: dict[str, tuple[Question, ...]] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The quizzes' names (``01-from-letter``), in order."""
        return tuple(path.stem for path in sealed.files(self._folders.quizzes))

    def quiz(self, name: str) -> tuple[Question, ...]:
        """Return the questions of one quiz. Raises CourseError for a faulty file."""
        if name not in self._read:
            path = sealed.file(self._folders.quizzes, name)
            self._read[name] = load_quiz(*self._folders.named(path))
        return self._read[name]

    def find(self, question_id: str) -> Question | None:
        """Return a question, or None: from the quizzes whose number its id begins with, else from any.

        A lesson's cell asks for one question, and to read a whole course for it takes most of a second.

        Raises
        ------
        CourseError
            For a faulty file among those that had to be read, or an id that two of them share.
        """
        number = question_id[:2]
        near = self._by_id(name for name in self.names if name[:2] == number)
        return near.get(question_id) or self.by_id.get(question_id)

    @cached_property
    def quizzes(self) -> dict[str, tuple[Question, ...]]:
        """Quiz name -> its questions.

        Raises
        ------
        CourseError
            For a faulty file, or an id that two files share.
        """
        self._by_id(self.names)
        return {name: self.quiz(name) for name in self.names}

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """All questions by id."""
        return self._by_id(self.names)

    def __getitem__(self, question_id: str) -> Question:
        """Return one question.

        Raises
        ------
        CourseError
            When no quiz has it, with the nearest id.
        """
        found = self.find(question_id)
        if found is None:
            near = hint(question_id, tuple(self.by_id))
            raise CourseError(f"{question_id}: no such question in lessons/quizzes{near}; check the id")
        return found

    def _by_id(self, names: Iterable[str]) -> dict[str, Question]:
        found: dict[str, Question] = {}
        for question in (question for name in names for question in self.quiz(name)):
            if question.id in found:
                raise question.where.error(f"id: {question.id} is taken at {found[question.id].where}")
            found[question.id] = question
        return found


def _entries(path: Path, name: str) -> list[Table]:
    root = read_table(path, name)
    entries = root.tables("question", least=1)
    root.done()
    return entries


def _load(table: Table) -> Question:
    common = _common(table)
    kind = _kind(table, common["kind"])
    if common["ground"] and not kind.takes_ground:
        raise table.error(PART, f"expected no ground in a question of the kind {common['kind']}")
    if common["ground"] and common["method"]:
        raise table.error("method", "expected either a ground or method = true: what needs no text has none in it")
    question = _read(kind, table, common)
    table.done()
    return question


def _read(kind: Kind[Any], table: Table, common: dict[str, Any]) -> Question:
    """Let a kind read its question; what the course's own raises is a fault of the course, and told as one."""
    name = common["kind"]
    if name in KINDS:
        of_the_kit: Question = kind.load(table, common)
        return of_the_kit
    try:
        question = kind.load(table, common)
    except CourseError:
        raise
    except (Exception, SystemExit) as error:
        path = Folders(course_root()).kinds / f"{name}.py"
        raise table.error("kind", f"{failed(path, error)}; mend its load") from error
    if not isinstance(question, Question):
        raise table.error("kind", f"kinds/{name}.py: load: expected a Question, found {type(question).__name__}")
    return question


def _kind(table: Table, name: str) -> Kind[Any]:
    try:
        return kind_named(name)
    except CourseError as error:  # a kind of the course's own that cannot be used
        raise table.error("kind", str(error)) from error


def _common(table: Table) -> dict[str, Any]:
    question_id = table.text("id")
    if not _ID.fullmatch(question_id):
        raise table.error("id", f"expected two digits and words, as 01-custody, found “{question_id}”")
    points = table.number("points", Decimal(1), least=0)
    if not 0 < points <= MOST_POINTS:
        raise table.error("points", f"expected more than 0 and at most {MOST_POINTS}")
    return {
        "id": question_id,
        "kind": table.one_of("kind", kind_names()),
        "prompt": table.text("prompt"),
        "version": table.whole("version", 1, least=1),
        "points": float(points),
        "rests_on": _references(table),
        "skill": table.text("skill", ""),
        "recall": table.flag("recall"),
        "confidence": table.flag("confidence"),
        "ground": load_ground(table),
        "method": table.flag("method"),
        "card": table.texts(_fact_key(table)),
        "purpose": table.one_of("purpose", PURPOSES, "quiz"),
        "hints": _hints(table),
        "listed": tuple(_typical(entry) for entry in table.tables("typical")),
        "where": table.where,
    }


def _hints(table: Table) -> tuple[str, ...]:
    hints = table.texts("hints")
    if len(hints) not in (0, HINTS):
        raise table.error("hints", f"expected {HINTS} hints, each saying more than the one before, or none")
    return hints


def _fact_key(table: Table) -> str:
    """Return the key that names outside facts: ``card``, or ``fact`` where ``[[question.card]]`` are cards to sort."""
    cards = table.data.get("card")
    sorted_cards = isinstance(cards, list) and any(isinstance(card, dict) for card in cards)
    return "fact" if sorted_cards or "fact" in table.data else "card"


def _references(table: Table) -> tuple[str, ...]:
    references = table.texts("rests_on")
    for reference in references:
        if not REFERENCE.fullmatch(reference):
            raise table.error("rests_on", f"expected paragraphs as LOG p11 or LOG p5-p6, found “{reference}”")
    return references


def _typical(table: Table) -> tuple[Answer, State]:
    answer = table.raw("answer")
    if not isinstance(answer, dict) or unfit(answer):
        raise table.error("answer", 'expected an answer in braces, as {text = "23"}')
    state = table.one_of("state", STATES, "wrong")
    table.done()
    return answer, next(known for known in STATES if known == state)
