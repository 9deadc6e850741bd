"""A made-up class: its people, and what they handed in, with everything that goes wrong in a real one.

They do the exercises, and hand in one lesson with their marks (`made_up_marks`). Answers are drawn from those each
question is tried with, by a seed; so a class is the same every time. What goes wrong comes to people by their place in
the list (`Plight`), each in one of the exercises; the rest hand in well. `tests/seminar/platforms.py` packs a class as
Moodle and Canvas do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from random import Random
from typing import TYPE_CHECKING, Any

from coursekit.marking.hand_in import FORMAT
from coursekit.marking.one import mark
from coursekit.questions import counted, typical
from tests.seminar.made_up_marks import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.course import Course
    from coursekit.questions.base import Answer, Question
    from coursekit.questions.exercises import Exercise

DEADLINE = datetime(2026, 2, 1, 12, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://example.org","x") <script>alert(1)</script> \u202egpj.exe & "quoted"; \'--'
DOCX = b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml"
_NAMES = (
    ("Ada", "Lantern"), ("Jürgen", "Müller-Öttl"), ("Siobhán", "O'Neill"), ("Bo", "Li"), ("Zoë", "van der Berg, Jr."),
    ("José María", "Núñez"), ("Ewa", "Łuczak"), ("Nikos", "Παπάς"), ("Anna", "Weiß"), ("Ivo", "Horák"),
    ("Mina", "D’Arcy"), ("Tom", "Smith"), ("Ana", "Smith"), ("Per", "Ås"), ("Lê", "Thị Hoa"), ("Otto", "Graf"),
    ("Ida", "Berg"), ("Max", "Stein"), ("Lea", "Wolf"), ("Jan", "Kern"), ("Eva", "Roth"), ("Paul", "Lang"),
    ("Rosa", "Feld"), ("Karl", "Bach"), ("Nora", "Hahn"), ("Emil", "Vogt"), ("Clara", "Busch"), ("Hugo", "Pohl"),
    ("Greta", "Simon"), ("Felix", "Arndt"),
)  # fmt: skip
_WORDS = """
lamp keeper oil log night storm gallery copy entry hand witness boat harbour clerk letter seal margin ink date
claim doubt reason record silence report rumour owner archive signal wick fog bell chart captain ledger stamp
"""


class Plight(IntEnum):
    """Whose place in the list brings what; where a class is smaller, that does not happen in it."""

    OWN_NAME = 3  # hands in under a name of their own
    LATE = 4
    TWICE = 5  # an earlier one lies beside the one that counts
    DOCX = 6
    EMPTY = 7
    MISNAMED = 8  # a good hand-in in a file called anything
    UTF16 = 9
    COPIED = 10  # the very file of the first in the list
    NOTHING = 11  # in no exercise at all
    HOSTILE = 12  # markup, formulas, marks of direction


@dataclass(frozen=True)
class Person:
    """Somebody, as the platforms know them."""

    first: str
    last: str
    number: int
    listed: bool = True

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def sortable(self) -> str:
        """As Canvas writes it."""
        return f"{self.last}, {self.first}"

    @property
    def email(self) -> str:
        """An address."""
        return f"reader{self.number}@example.org"

    @property
    def canvas(self) -> int:
        """The id in Canvas, the same in every assignment."""
        return 55_000 + self.number

    def moodle(self, assignment: int) -> int:
        """Return the participant's number in Moodle, which is another in every assignment."""
        return 10_000 * (assignment + 1) + self.number * 7


@dataclass(frozen=True)
class Handed:
    """One file that somebody handed in."""

    person: Person
    exercise: str
    file: str
    raw: bytes
    late: bool = False


@dataclass(frozen=True)
class MadeUpClass:
    """The people of a class, listed or not, and all files they handed in."""

    people: tuple[Person, ...]
    exercises: tuple[str, ...]
    handed: tuple[Handed, ...] = field(repr=False)

    @property
    def listed(self) -> tuple[Person, ...]:
        """Who is on the class list."""
        return tuple(person for person in self.people if person.listed)

    def of(self, exercise: str) -> tuple[Handed, ...]:
        """Return the files of one exercise."""
        return tuple(each for each in self.handed if each.exercise == exercise)


def make(course: Course, number: int = 30, exercises: Sequence[str] = (), seed: int = 15) -> MadeUpClass:
    """Make up a class of so many listed people, and one more who is not on the list.

    Parameters
    ----------
    course
        Whose exercises are answered.
    number
        How many people are on the list.
    exercises
        Their ids, and those of lessons, as ``L02``; by default all exercises, and the first lesson that has a task.
    seed
        Another one gives other answers.
    """
    names = tuple(exercises or (*course.exercises.files, lesson_with_marks(course)))
    people = tuple(_person(place, listed=place < number) for place in range(number + 1))
    handed: list[Handed] = []
    for at, name in enumerate(names):
        exercise = course.assignments[name]
        first: bytes = b""
        for place, person in enumerate(people):
            rng = Random(f"{seed} {name} {place}")  # noqa: S311 - no secret is made of it
            here = place if person.listed and (place % len(names) == at or place == Plight.NOTHING) else -1
            for each in _files(course, exercise, person, here, rng, first):
                handed.append(each)
                first = first or each.raw
    return MadeUpClass(people, names, tuple(handed))


def lesson_with_marks(course: Course) -> str:
    """Return the first lesson in which something is marked."""
    names = (name for name in course.assignments.names if name.startswith("L"))
    return next(name for name in names if course.assignments[name].tasks)


def _person(place: int, *, listed: bool) -> Person:
    first, last = _NAMES[place % len(_NAMES)] if listed else ("Una", "Listed")
    more = place // len(_NAMES) if listed else 0
    return Person(first, f"{last} {more + 1}" if more else last, place + 1, listed)


def _files(  # noqa: PLR0913, PLR0917 - who hands in what, and what becomes of it
    course: Course, exercise: Exercise, person: Person, plight: int, rng: Random, first: bytes
) -> list[Handed]:
    def file(raw: bytes, name: str = "", *, late: bool = False) -> Handed:
        return Handed(person, exercise.id, name or f"{exercise.id}-{person.first.lower()}.json", raw, late)

    learner = f"reader no. {person.number}" if plight == Plight.OWN_NAME else person.name
    made = DEADLINE - timedelta(minutes=rng.randrange(1, 5_000))
    data = hand_in(exercise, learner, made, rng, hostile=plight == Plight.HOSTILE)
    if exercise.tasks:
        able = rng.uniform(0.35, 0.95)
        data["marks"] = {task: marks(course, task, able, rng) for task in exercise.tasks}
    raw = written(data)
    before = hand_in(exercise, learner, made - timedelta(days=3), rng)
    plights = {
        Plight.LATE: [file(written(data | {"made": _stamp(DEADLINE + timedelta(days=2))}), late=True)],
        Plight.TWICE: [file(written(before), f"{exercise.id}-first-try.json"), file(raw)],
        Plight.DOCX: [file(DOCX, f"{exercise.id}.docx")],
        Plight.EMPTY: [file(b"")],
        Plight.MISNAMED: [file(raw, "final version (2).txt")],
        Plight.UTF16: [file(raw.decode().encode("utf-16"))],
        Plight.COPIED: [file(first or raw)],
        Plight.NOTHING: [],
    }
    return plights[Plight(plight)] if plight in plights else [file(raw)]


def hand_in(exercise: Exercise, learner: str, made: datetime, rng: Random, *, hostile: bool = False) -> dict[str, Any]:
    """Return a hand-in as data; how able its learner is, is drawn too."""
    able = rng.uniform(0.35, 0.95)
    answers = {each.id: answer for each in exercise.questions if (answer := answered(each, able, rng))}
    if hostile:
        answers |= {each.id: {"text": f"{HOSTILE} {_words(rng, 20)}"} for each in exercise.questions if _written(each)}
    history = [entry for each in exercise.questions for entry in _tried(each, answers.get(each.id), made, rng)]
    head = {"format": FORMAT, "exercise": exercise.id, "version": exercise.version, "learner": learner}
    return {**head, "made": _stamp(made), "answers": answers, "history": history, "texts": {}}


def answered(question: Question, able: float, rng: Random) -> Answer:
    """Return an answer: blank now and then, else right as often as the learner is able."""
    if rng.random() < 0.07:
        return {}
    if _written(question):
        return {"text": _words(rng, rng.randrange(20, 60))}
    tries = typical(question)
    good = [answer for answer, state in tries if state in ("right", "human")]
    bad = [answer for answer, state in tries if state in ("wrong", "partly")] or good
    right, wrong = rng.choice(good or bad), rng.choice(bad)
    cells = "cells" in right and "cells" in wrong
    answer = _mixed(right, wrong, able, rng) if cells else dict(right if rng.random() < able else wrong)
    return answer | ({"confidence": rng.choice((50, 60, 70, 80, 90, 100))} if question.confidence else {})


def written(data: dict[str, Any]) -> bytes:
    """Return a hand-in as the bytes of a file."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _mixed(right: Answer, wrong: Answer, able: float, rng: Random) -> Answer:
    """Return a table whose cells are drawn one by one; free ones get words of their own."""
    cells: dict[str, dict[str, Any]] = {}
    for row, columns in right["cells"].items():
        for column, value in columns.items():
            missed = wrong["cells"].get(row, {}).get(column)
            taken = missed if missed is not None and rng.random() > able else value
            cells.setdefault(row, {})[column] = _words(rng, 6) if taken == "Some words." else taken
    return dict(right) | {"cells": cells}


def _tried(question: Question, answer: Answer | None, made: datetime, rng: Random) -> list[dict[str, Any]]:
    """Return what the history says of a question: checked some times, the points growing, with a hint or none."""
    if not answer or not counted(question):
        return []
    last = mark(question, answer)
    checks = rng.randrange(1, 5)
    hints = [{"what": "hint", "question": question.id, "step": step + 1} for step in range(rng.randrange(2))]
    shares = [step / checks for step in range(1, checks + 1)]
    states = ["partly"] * (checks - 1) + [last.state]
    told = [
        {"what": "checked", "question": question.id, "state": state, "points": round(last.points * share, 2)}
        for state, share in zip(states, shares, strict=True)
    ]
    entries = [*told[:1], *hints, *told[1:]]
    return [{"at": _stamp(made - timedelta(minutes=len(entries) - n)), **each} for n, each in enumerate(entries)]


def _written(question: Question) -> bool:
    return question.kind == "text"


def _words(rng: Random, number: int) -> str:
    return " ".join(rng.choice(_WORDS.split()) for _ in range(number)).capitalize() + "."


def _stamp(when: datetime) -> str:
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")
