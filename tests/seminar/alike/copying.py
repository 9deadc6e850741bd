"""A class that fills in the course's largest table, each by themselves, and what copying looks like in it."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

from coursekit.course import Course
from coursekit.marking.hand_in import FORMAT
from coursekit.marking.keys import Keys
from coursekit.questions import best_answer
from coursekit.questions.grid import Grid
from coursekit.seminar.alike import Alike, alike
from coursekit.seminar.classwork import gather
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.questions.exercises import Exercise

NAME, TABLE, TEXT = "09-matrix", "x09-matrix", "x09-defend"
VOCABULARY = "lamp keeper oil log night storm gallery copy entry hand witness boat harbour clerk letter seal margin ink"
Hands = dict[str, dict[str, Any]]


def a_class(seed: int, people: int = 30) -> Hands:
    """Return what people handed in, who never saw each other's: names to hand-ins as data."""
    found = keys().get(NAME)
    assert found
    exercise = found.exercise
    return {f"Reader {n:02}": hand_in(exercise, f"Reader {n:02}", Random(f"{seed} {n}")) for n in range(people)}  # noqa: S311


def hand_in(exercise: Exercise, learner: str, rng: Random) -> dict[str, Any]:
    """Return one: more cells are right the abler its writer is, and of wrong entries some are likelier than others."""
    able, table = rng.uniform(0.3, 0.8), exercise.question(TABLE)
    assert isinstance(table, Grid)
    cells: dict[str, dict[str, str]] = best_answer(table)["cells"]
    for row, there in cells.items():
        for column in there:
            letters = [each.id for each in table.column(column).choices]
            if rng.random() > able:
                cells[row][column] = rng.choices(letters, range(len(letters), 0, -1))[0]
    answers = {TABLE: {"cells": cells}, TEXT: {"text": words(rng)}}
    times = [f"2026-01-31T1{n}:{rng.randrange(60):02}:30.{rng.randrange(1, 1000):03}Z" for n in range(4)]
    history = [{"at": at, "what": "checked", "question": TABLE} for at in times]
    head = {"format": FORMAT, "exercise": NAME, "version": exercise.version, "learner": learner}
    return {**head, "made": "2026-01-31T18:00:00Z", "answers": answers, "history": history, "texts": {}}


def words(rng: Random, number: int = 70) -> str:
    """Return a text of one's own."""
    return " ".join(rng.choice(VOCABULARY.split()) for _ in range(number))


def look(hands: Hands, folder: Path) -> Alike:
    """Compare what was handed in."""
    for name, data in hands.items():
        (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return alike(gather([folder], keys()), keys())


@cache
def keys() -> Keys:
    """Return the exercises of the course, read once."""
    return Keys(Course(ROOT))
