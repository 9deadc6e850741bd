"""Confidence against outcome, worked out by hand on small journals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.study.calibration import FEW, Told, by_claim, calibration, told
from coursekit.study.claims import CLAIMS, claim
from coursekit.study.judged import chance, judged, of_claim, sentence
from coursekit.study.verdicts import first_verdicts
from tests.conftest import ROOT
from tests.study.journals import said

if TYPE_CHECKING:
    from coursekit.journal import Event


def of_two(_question: str) -> float:
    return 2.0


def ten(right: int, sure: int = 80) -> list[Event]:
    return [each for n in range(10) for each in said(f"q{n}", sure, "right" if n < right else "wrong")]


def test_the_score_is_the_mean_square_between_forecast_and_outcome() -> None:
    events = [*said("a", 80, "right"), *said("b", 100, "wrong"), *said("c", 50, "partly", 1)]
    found = calibration(first_verdicts(events), of_two)
    assert found.n == 3
    assert found.brier == pytest.approx((0.2**2 + 1**2 + 0**2) / 3)  # half of two points is what 50 % foretold
    assert [(each.label, each.n, each.right) for each in found.levels] == [
        ("50 to 59 %", 1, 0),
        ("80 to 89 %", 1, 1),
        ("100 %", 1, 0),
    ]


def test_the_first_verdict_counts_with_what_was_said_before_it() -> None:
    events = [*said("a", 90, "wrong"), *said("a", 50, "right"), *said("b", None, "right"), *said("b", 100, "right")]
    assert told(first_verdicts(events), of_two) == [Told(90, 0.0, right=False)]


def test_a_later_version_is_another_question_and_a_blank_answer_is_none() -> None:
    events = [*said("a", 90, "unanswered"), *said("a", 70, "right"), *said("a", 60, "wrong", version=2)]
    assert [each.sure for each in told(first_verdicts(events), of_two)] == [70, 60]


def test_what_a_partly_right_answer_was_worth_is_not_guessed() -> None:
    assert told(first_verdicts(said("gone", 80, "partly", 1)), lambda _: 0.0) == []


def test_it_is_said_in_one_plain_sentence_with_how_much_chance_there_is_in_it() -> None:
    level = calibration(first_verdicts(ten(6)), of_two).telling
    assert level
    assert sentence(level) == "When you said 80 to 89 %, you were right 6 times in 10."
    assert chance(level) == "10 answers put the true share between 31 % and 83 %, so it fits what you said."


def test_too_sure_and_not_sure_enough_are_told_only_where_chance_does_not_explain_it() -> None:
    over, under = (
        calibration(first_verdicts(ten(3, 90)), of_two).telling,
        calibration(first_verdicts(ten(10, 60)), of_two).telling,
    )
    assert over
    assert under
    assert chance(over).endswith("between 11 % and 60 %: you were surer than you had reason to be.")
    assert chance(under).endswith("between 72 % and 100 %: you could have been surer.")


def test_of_a_few_answers_nothing_is_said() -> None:
    assert judged(calibration(first_verdicts(ten(6)[:8]), of_two), {}) == []
    assert judged(calibration(first_verdicts([]), of_two), {}) == []


def test_the_picture_has_its_figures_as_a_table() -> None:
    shown = "".join(part.markup for part in judged(calibration(first_verdicts(ten(6)), of_two), {}))
    assert "Your Brier score over 10 answers is 0.28." in shown  # 6 times 0.04, 4 times 0.64
    assert "<table>" in shown
    assert "6 of 10; the true share may be 31 to 83" in shown


def test_by_kind_of_claim_one_sentence_each_and_none_of_a_few() -> None:
    events = [*ten(6, 90), *(each for n in range(4) for each in said(f"p{n}", 70, "right")), *said("x", None, "right")]
    verdicts = first_verdicts([*events, *said("gone", 80, "right")])
    found = by_claim(verdicts, of_two, {"q": "seen", "p": "told", "x": "told"}.get)  # type: ignore[arg-type]
    assert found == {}, "the questions are not called so"
    kinds = {"q": "seen", "p": "told", "x": "told"}
    found = by_claim(verdicts, of_two, lambda question: kinds.get(question[0]))  # type: ignore[arg-type,return-value]
    assert list(found) == ["seen"]
    level = found["seen"]
    assert of_claim("seen", level) == (
        "Where you pointed at words that you saw in a document, you were 90 % sure on average, and right 6 times in 10."
    )
    assert chance(level).endswith("between 31 % and 83 %: you were surer than you had reason to be.")
    shown = "".join(part.markup for part in judged(calibration(verdicts, of_two), found))
    assert "<li>Where you pointed at words" in shown


@pytest.mark.usefixtures("this_course")
def test_what_a_question_asks_for_says_what_its_answer_rests_on() -> None:
    asked = {question.id: question for question in Course(ROOT).questions.by_id.values()}
    assert claim(asked["03-where"]) == "seen"
    assert claim(asked["09-denied"]) == "told"
    assert claim(asked["09-nearest-pair"]) == "inferred"
    often = Counter(claim(question) for question in asked.values() if question.confidence)
    assert min(often[each] for each in CLAIMS) >= FEW, "of each kind enough ask how sure one is to say anything"
