"""Passages named in prose."""

from __future__ import annotations

import pytest

from coursekit.marking import mark
from coursekit.questions import Question
from coursekit.questions.references import named


def about(*rests_on: str) -> Question:
    return Question(id="01-try", kind="single", prompt="What?", rests_on=rests_on)


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        ("See LET p11.", ["LET p11"]),
        ("LET p5-p6 and CAT e12.a, not p7", ["LET p5-p6", "CAT e12.a", "CAT p7"]),
        ("KLO p5, p24 beside LET p12", ["KLO p5", "KLO p24", "LET p12"]),
        ("p5 of nothing in particular", []),
        ("DY 30/3605, co2, km2 and 18 July", []),
        ("the SED (p7)", []),
    ],
)
def test_are_found_with_their_source(words: str, passages: list[str]) -> None:
    assert list(named(words, about())) == passages


def test_a_bare_id_is_of_the_one_source_a_question_is_about(quiz: dict[str, Question]) -> None:
    assert named("the title (m3), not p14; m3 again, p5b", about("LET p1", "LET p2")) == ("LET m3", "LET p14")
    assert named("the title (m3)", about("LET p1", "YUD p2")) == ()
    assert named("it burned (p2), says the SED (p3)", quiz["wreck"]) == ("LOG p2", "LOG p3")


def test_a_source_of_the_question_may_be_named_apart_from_the_id() -> None:
    both = about("LET p1", "CAT e1.t")
    assert named("as in LET (m2, p15), unlike CAT (e1.a)", both) == ("LET m2", "LET p15", "CAT e1.a")


def test_a_source_is_meant_up_to_the_end_of_its_sentence(quiz: dict[str, Question]) -> None:
    assert named("It is REP p1, p2. Below it (p3) is more.", quiz["wreck"]) == ("REP p1", "REP p2", "LOG p3")


def test_a_mark_links_its_notes_to_what_they_name_and_then_to_what_the_right_answer_rests_on(
    quiz: dict[str, Question],
) -> None:
    result = mark(quiz["silences"], {"choices": ["oil"]})
    assert result.feedback[0].passages == ("LOG p2", "REP p1-p2")
