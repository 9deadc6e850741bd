"""How sure one was before the first verdict stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.journal import Journal, answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def given(book: Journal, *, checked: bool = True, version: int = 1, **answer: Any) -> None:
    book.append("answer", question="a", version=version, answer=answer, checked=checked)


def shown(book: Journal, state: str, version: int = 1) -> None:
    book.append("mark-shown", question="a", version=version, state=state, points=0)


def now(book: Journal) -> dict[str, Any]:
    return answers(book.read().events)["a"].answer


def test_until_a_verdict_is_shown_one_may_think_again(book: Journal) -> None:
    given(book, choice="x", confidence=60)
    shown(book, "unanswered")
    shown(book, "human")
    given(book, choice="x", confidence=90)
    assert now(book) == {"choice": "x", "confidence": 90}


def test_what_was_said_before_the_first_verdict_stands(book: Journal) -> None:
    given(book, choice="x", confidence=60)
    shown(book, "wrong")
    given(book, choice="y", confidence=100)
    shown(book, "right")
    given(book, checked=False, choice="z")
    assert now(book) == {"choice": "z", "confidence": 60}


def test_what_was_not_said_then_is_not_said_later(book: Journal) -> None:
    given(book, checked=False, choice="x", confidence=70)  # not the answer that was marked
    given(book, choice="x")
    shown(book, "wrong")
    given(book, choice="y", confidence=100)
    assert now(book) == {"choice": "y"}


def test_a_changed_question_asks_anew(book: Journal) -> None:
    given(book, choice="x", confidence=60)
    shown(book, "wrong")
    given(book, version=2, choice="x", confidence=95)
    shown(book, "right", version=2)
    assert now(book) == {"choice": "x", "confidence": 95}


def test_an_answer_that_says_the_same_is_left_as_it_is(book: Journal) -> None:
    given(book, choice="x", confidence=60)
    shown(book, "right")
    given(book, confidence=60, choice="y")
    assert list(now(book)) == ["confidence", "choice"]
