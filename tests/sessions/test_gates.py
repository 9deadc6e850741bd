"""Which texts wait for a prediction, wherever a lesson shows them."""

from __future__ import annotations

from coursekit.sessions.gates import Gates


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
