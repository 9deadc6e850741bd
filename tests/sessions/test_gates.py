"""Which texts wait for a prediction, wherever a lesson shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import course as here
from coursekit.sessions.answer_store import AnswerStore
from coursekit.sessions.gates import LOCKED, Gates
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from pathlib import Path


def test_paragraphs_wait_for_the_prediction_they_were_laid_out_behind() -> None:
    gates = Gates()
    gates.add("LET", {"p1", "p2"}, "expect")
    assert gates.before("LET", ["p2", "p9"]) == {"expect"}
    assert gates.before("LET", ["p9"]) == set()
    assert gates.before("CAT", ["p1"]) == set()


def test_what_is_laid_out_openly_waits_for_nothing() -> None:
    gates = Gates()
    gates.add("LET", {"m1"}, "")
    gates.add("LET", {"m1", "p1"}, "expect")
    assert gates.before("LET", ["m1"]) == set()
    assert gates.before("LET", ["m1", "p1"]) == {"expect"}


def test_a_cell_that_is_run_again_lays_out_the_same() -> None:
    gates = Gates()
    gates.add("LET", {"p1"}, "expect")
    gates.add("LET", {"p1"}, "")
    assert gates.before("LET", ["p1"]) == set()


@pytest.mark.parametrize(("purpose", "shut"), [("", True), ("warm-up", False)])
def test_a_gate_shuts_questions_and_no_warm_up(course: Path, purpose: str, shut: bool) -> None:  # noqa: FBT001
    quiz = next((course / "lessons" / "quizzes").glob("*.toml"))
    words = quiz.read_text(encoding="utf-8")
    kind = 'kind = "evidence"'
    quiz.write_text(words.replace(kind, f'{kind}\npurpose = "{purpose}"' if purpose else kind), encoding="utf-8")
    store = store_of(here())
    question = next(each for each in here().lesson("00")[0] if each.kind == "evidence")
    store.gates.add("BOX", [each.id for each in here().library.source("BOX").guide.paragraphs], "00-expect")
    kept = AnswerStore(store, question)
    paragraphs, locked = kept.text()
    assert (locked, bool(paragraphs)) == ((LOCKED, False) if shut else ("", True))
    assert bool(kept.passages(["BOX p1"])) is not shut
