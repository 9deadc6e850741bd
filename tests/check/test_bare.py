"""Paragraphs named without their source."""

from __future__ import annotations

import pytest

from coursekit.check.bare import bare, bare_faults, bare_in_question
from coursekit.questions import Question

PASSAGES = {"LOG p1", "LOG p2", "MAP m1", "TAB e3.d", "TAB e3.t"}


def said(pid: str, siglum: str = "LOG") -> str:
    return f"{pid}: of which source? Write it before, as {siglum} {pid}"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the keeper (LOG p1, p2) was away", []),
        ("the keeper (LOG p1; MAP m1, m2) was away", []),
        ("LOG p1 to p2, LOG p1-p2, LOG p1–p2", []),
        ("LOG p1 and p2", ["p2"]),
        ("he was away (p1), it says (LOG p2)", ["p1"]),
        ("as LOG says (p1)", ["p1"]),
        ("(LOG p1) and (p2)", ["p2"]),
        ("(as it says (LOG p1) elsewhere, p2)", ["p2"]),
        ("from p1 or m1", ["p1", "m1"]),
        ("DY 30/3605 and the 3rd", []),
    ],
)
def test_a_plain_id_has_a_source_only_in_one_parenthesis(words: str, left: list[str]) -> None:
    assert bare(words) == left


def test_prose_is_told_line_by_line_with_what_to_write() -> None:
    lines = [(4, "It burned (p1), p1 says."), (5, "    answer(p1)"), (6, "See `p2` and e3, not t4."), (7, "| LOG p1 |")]
    assert list(bare_faults(lines, PASSAGES)) == [
        (4, said("p1")),
        (6, said("e3", "TAB")),
    ]


def test_what_a_card_asks_names_the_source_where_feedback_need_not() -> None:
    one = Question(id="01-try", kind="single", prompt="What?", rests_on=("LOG p1",))
    told = [("a", "It burned (p2).")]
    assert list(bare_in_question(["Which of p1 and LOG p2?"], told, one, PASSAGES)) == [said("p1")]
    two = Question(id="01-try", kind="single", prompt="What?", rests_on=("LOG p1", "MAP m1"))
    assert list(bare_in_question(["Which?"], told, two, PASSAGES)) == [said("p2")]
