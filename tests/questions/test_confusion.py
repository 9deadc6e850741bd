"""What was taken for what: counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.questions.confusion import Confusion, confusion
from coursekit.questions.grid import Grid
from tests.questions.kinds.test_table_kind import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question


def test_kappa_of_a_worked_example() -> None:
    # 50 cells: 20 both yes, 15 both no, 5 and 10 apart. po = 0.7; pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa = 0.4
    found = Confusion(("yes", "no"), {("yes", "yes"): 20, ("no", "no"): 15, ("yes", "no"): 5, ("no", "yes"): 10}, 0)
    assert (found.total, found.agreed) == (50, 35)
    assert found.kappa == pytest.approx(0.4)


def test_full_agreement_is_one_and_one_choice_only_means_nothing() -> None:
    assert Confusion(("a", "b"), {("a", "a"): 3, ("b", "b"): 2}, 0).kappa == 1
    assert Confusion(("a", "b"), {("a", "a"): 3}, 0).kappa is None
    assert Confusion(("a", "b"), {}, 5).kappa is None


def test_what_the_key_accepts_is_agreement_and_a_blank_is_counted_apart(load: Callable[..., Question]) -> None:
    body = BODY.replace(
        'key = {lamp = "silent"}',
        'key = {lamp = "silent"}\n[[question.row]]\nid = "map"\ntext = "the map"\nkey = {lamp = "says"}',
    )
    question = load(body, "table")
    assert isinstance(question, Grid)
    found = confusion(question, {("log", "lamp"): "says", ("report", "lamp"): "says"}, "lamp")
    assert found.pairs == {("says", "says"): 1, ("silent", "says"): 1}
    assert found.blank == 1
