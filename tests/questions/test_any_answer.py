"""Whatever arrives as an answer, marking says something and never breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.marking import mark
from coursekit.questions import twin, typical
from coursekit.questions.base import STATES
from coursekit.questions.loading import load_quiz

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.questions.shelf import LibraryShelf

QUIZ = Path(__file__).with_name("data") / "01-lighthouse.toml"
QUESTIONS = load_quiz(QUIZ)
ANY = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30))
JSON = st.recursive(
    ANY, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)
KEYS = ["choice", "choices", "spans", "nowhere", "order", "pairs", "classes", "text", "levels", "confidence"]
KNOWN = [
    "a",
    "b",
    "c",
    "oil",
    "fog",
    "entry",
    "copy",
    "keeper",
    "true",
    "claim",
    "1871-11-03",
    "24,5 %",
    "LOG",
    "p2",
    "guide",
]
PART = st.one_of(JSON, st.sampled_from(KNOWN), st.lists(st.sampled_from(KNOWN), max_size=5))
SHAPED = st.dictionaries(
    st.sampled_from(KEYS), PART | st.dictionaries(st.sampled_from(KNOWN), PART, max_size=3), max_size=4
)
SPAN = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["LOG", "REP", ""]),
        "edition": st.sampled_from(["guide", "text", "other"]),
        "paragraph": st.sampled_from(["p1", "p2", "p9"]),
        "start": st.integers(-2, 120),
        "end": st.integers(-2, 120),
        "quote": st.text(max_size=20) | st.sampled_from(["burned true till four", "till four", "four; the oil"]),
    }
)


def holds(question: Question, answer: Any, texts: LibraryShelf | None = None) -> Any:
    result = mark(question, answer, texts)
    assert result.state in STATES
    assert 0 <= result.points <= result.of
    json.dumps(result.to_json(), allow_nan=False)
    assert twin(question, answer, result) == twin(question, answer, result)
    return result


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(QUESTIONS), JSON | SHAPED)
def test_no_answer_breaks_marking(question: Question, answer: Any) -> None:
    holds(question, answer)


@settings(max_examples=150, deadline=None)
@given(spans=st.lists(SPAN, max_size=4), nowhere=st.booleans())
def test_no_span_breaks_an_evidence_question(
    shelf: LibraryShelf, quiz: dict[str, Question], spans: list[Any], *, nowhere: bool
) -> None:
    holds(quiz["out"], {"spans": spans, "nowhere": nowhere}, shelf)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=90) | st.text("0123456789.,-/[]{}~? XJuly", max_size=30))
def test_no_text_breaks_number_or_date(quiz: dict[str, Question], text: str) -> None:
    for name in ("oil", "night", "note"):
        holds(quiz[name], {"text": text})


def deep(levels: int) -> Any:
    answer: object = "a"
    for _ in range(levels):
        answer = {"choice": [answer]}
    return answer


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (deep(50_000), "nested too deeply"),
        (deep(20), "nested too deeply"),
        ({"text": "x" * 70_000}, "longer than 64,000"),
        ({"choices": ["a"] * 10_000}, "too many parts"),
        ({"confidence": float("nan")}, "not a number"),
        ({"choice": 10**5000}, "too big"),
        ({"choice": b"a"}, "not plain data"),
        ({1: "a"}, "not a text"),
        ({"x" * 70_000: "a"}, "longer than 64,000"),
        (["a"], "not in the form"),
        (42, "not in the form"),
    ],
)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_hostile_answer_is_unanswered_and_told_why(question: Question, answer: Any, why: str) -> None:
    result = mark(question, answer)
    assert result.state == "unanswered"
    assert why in result.feedback[0].text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_markup_in_an_answer_is_shown_as_text(question: Question) -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>\ud800\x00"
    span = {"source": "LOG", "edition": "guide", "paragraph": "p2", "start": 0, "end": len(nasty), "quote": nasty}
    for answer in ({"text": nasty}, {"spans": [span]}, {"choice": nasty}, *(answer for answer, _ in typical(question))):
        html = twin(question, answer, mark(question, answer))
        assert "<script" not in html
        assert "<img" not in html
        html.encode("utf-8")


def test_an_extra_key_in_an_answer_does_no_harm(quiz: dict[str, Question]) -> None:
    assert mark(quiz["keeper"], {"choice": "a", "client": "new"}).state == "right"
