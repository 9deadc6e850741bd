"""A class's hand-ins together: a damaged one costs its own row and nobody else's."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.marking.batch import mark_all
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.found import Candidate
from coursekit.marking.keys import Keys
from coursekit.marking.ledger import opened
from coursekit.marking.row import FAULT, MARKED, NONE, STATUSES, UNKNOWN, Row
from coursekit.questions import typical
from coursekit.questions.exercises import Exercises
from coursekit.sources import Library
from tests.conftest import ROOT
from tests.marking.handing import RIGHT, made, raw
from tests.marking.mutating import mutant

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.marking.batch import Outcome

SEED = 1960


def marked(files: list[Candidate], keys: Keys, place: Path) -> tuple[Outcome, dict[str, Row]]:
    with opened(place / "ledger") as ledger:
        outcome = mark_all(files, keys, ledger)
        return outcome, {row.file: row for row, _ in ledger.rows()}


def honest() -> list[Candidate]:
    answers = [dict(list(RIGHT.items())[:n]) for n in range(len(RIGHT) + 1)]
    return [Candidate(f"honest/{n}.json", raw(made(f"Honest {n}", given))) for n, given in enumerate(answers)]


def test_each_file_has_one_row_and_the_counts_agree(keys: Keys, tmp_path: Path) -> None:
    files = [
        *honest(),
        Candidate("x.json", b"{"),
        Candidate("y.zip", None, "a damaged zip archive"),
        Candidate("z", raw(made())),
    ]
    outcome, rows = marked(files, keys, tmp_path)
    assert len(rows) == outcome.found == len(files)
    assert outcome.failed == 2
    assert outcome.counts == {"marked": len(files) - 2, "not a hand-in": 1, "unreadable": 1}
    assert [row.file for row in outcome.unmarked] == ["x.json", "y.zip"]


def test_nothing_at_all_is_said(keys: Keys, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="nothing was found"):
        marked([], keys, tmp_path)


def test_marks_from_the_ledger_are_the_marks(keys: Keys, tmp_path: Path) -> None:
    first = marked(honest(), keys, tmp_path)
    assert marked(honest(), keys, tmp_path) == first


def test_a_thousand_damaged_hand_ins_cost_their_own_rows(keys: Keys, tmp_path: Path) -> None:
    alone = marked(honest(), keys, tmp_path / "..")[1]
    chance = random.Random(SEED)  # noqa: S311
    mutants = [Candidate(f"mutant/{n:04}.json", mutant(chance, made(f"Mutant {n}"))) for n in range(1000)]
    files = [*mutants, *honest()]
    chance.shuffle(files)
    rows = marked(files, keys, tmp_path)[1]
    assert len(rows) == len(files)
    assert {name: row for name, row in rows.items() if name in alone} == alone
    hold(rows)
    assert {MARKED, NONE, UNKNOWN} <= {row.status for row in rows.values()}
    assert 100 < sum(row.status == MARKED for row in rows.values()) < 900


@pytest.mark.parametrize("name", sorted(Exercises(ROOT).files))
def test_every_exercise_of_the_course_bears_damage(name: str, tmp_path: Path) -> None:
    library = Library(ROOT, tmp_path / "texts")
    keys = Keys(Course(ROOT, library=library))
    key = keys.get(name)
    assert key is not None
    chance = random.Random(f"{SEED} {name}")  # noqa: S311
    tries = {question.id: [answer for answer, _ in typical(question)] for question in key.exercise.questions}
    files = []
    for n in range(60):
        answers = {each: chance.choice(given) for each, given in tries.items()}
        whole = made(f"Mutant {n}", answers, exercise=name, version=key.exercise.version)
        files += [Candidate(f"{n}.json", raw(whole)), Candidate(f"{n}-damaged.json", mutant(chance, whole))]
    rows = marked(files, keys, tmp_path)[1]
    assert len(rows) == len(files)
    hold(rows)


@pytest.mark.parametrize("name", sorted(Exercises(ROOT).files))
def test_grading_gives_the_points_that_the_learner_saw(name: str, tmp_path: Path) -> None:
    """Blank, typical and right, of each exercise of the course."""
    keys = Keys(Course(ROOT, library=Library(ROOT, tmp_path / "texts")))
    key = keys.get(name)
    assert key is not None
    tries = {question.id: [answer for answer, _ in typical(question)] for question in key.exercise.questions}
    sets = [{each: given[min(n, len(given) - 1)] for each, given in tries.items()} for n in range(6)]
    files = [
        Candidate(str(n), raw(made(f"Ada {n}", given, exercise=name, version=key.exercise.version)))
        for n, given in enumerate(sets)
    ]
    rows = marked(files, keys, tmp_path)[1]
    seen = [mark_exercise(key.exercise, given, keys.shelf) for given in sets]
    assert [rows[str(n)].points for n in range(6)] == [each.points for each in seen]
    assert [rows[str(n)].for_a_teacher for n in range(6)] == [each.for_a_teacher for each in seen]
    assert rows["0"].points == 0


def hold(rows: dict[str, Row]) -> None:
    """Hold rows to what is promised of each."""
    for row in rows.values():
        assert row.status in STATUSES
        assert row.status != FAULT, row
        if row.status == MARKED:
            assert row.points is not None
            assert row.of is not None
            assert 0 <= row.points <= row.of
        else:
            assert row.points is None or row.status == "earlier"
            assert len(row.note) > 10
        assert all(sign.isprintable() or sign in "\u200c\u200d" for cell in row.cells() for sign in cell), row
        assert "Traceback" not in row.note
