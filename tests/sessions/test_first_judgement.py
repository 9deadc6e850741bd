"""How sure one is counts as said before the first verdict: in the journal, in the mark, in the card that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import course as here
from coursekit.questions.kinds.single import Single
from coursekit.sessions.open_question import question_session
from coursekit.sessions.store import store_of

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sessions.question import QuestionSession


class Card:
    """A card of one single choice that asks how sure one is."""

    def __init__(self) -> None:
        self.store = store_of(here())
        self.question = next(each for each in here().lesson("00")[0] if isinstance(each, Single))
        self.n = 0
        self.right = self.question.key.id
        self.wrong = next(each.id for each in self.question.options if not each.right)

    def session(self) -> QuestionSession:
        """Return the session of a card that is opened now."""
        return question_session(self.store, self.question)

    def check(self, session: QuestionSession, choice: str, **more: Any) -> Any:
        """Check an answer, and return what the card is told of its mark."""
        self.n += 1
        answer = {"choice": choice, **more}
        *_, marked = session.take(self.n, {"op": "answer", "n": self.n, "answer": answer, "check": True})
        return marked


@pytest.fixture
def card(course: Path) -> Card:
    quiz = next((course / "lessons" / "quizzes").glob("*.toml"))
    words = quiz.read_text(encoding="utf-8")
    quiz.write_text(words.replace('kind = "single"', 'kind = "single"\nconfidence = true', 1), encoding="utf-8")
    return Card()


def said(told: Any) -> list[str]:
    """Return what a mark says of how sure one was."""
    return [note["text"] for note in told["mark"]["feedback"] if note["part"] == "confidence"]


def test_a_retry_keeps_what_was_said_before_the_verdict(card: Card) -> None:
    session = card.session()
    assert "sure" not in session.saved
    assert said(card.check(session, card.wrong, confidence=60)) == ["You were 60 % sure, and it is not right."]
    assert session.saved["sure"] == 60
    told = card.check(session, card.right, confidence=100)
    assert (told["answer"]["confidence"], said(told)) == (60, ["You were 60 % sure, and it is right."])
    assert session.saved["sure"] == 60
    later = card.session().saved
    assert (later["sure"], later["answer"]["confidence"]) == (60, 60)


def test_what_was_not_said_cannot_be_said_at_a_retry(card: Card) -> None:
    session = card.session()
    card.check(session, card.wrong)
    told = card.check(session, card.right, confidence=100)
    assert said(told) == []
    assert "confidence" not in told["answer"]
    assert card.session().saved["sure"] is None


def test_a_blank_answer_is_no_judgement(card: Card) -> None:
    session = card.session()
    session.take(9, {"op": "answer", "n": 9, "answer": {"confidence": 90}, "check": True})
    assert "sure" not in card.session().saved
    card.n = 9
    assert said(card.check(session, card.right, confidence=70)) == ["You were 70 % sure, and it is right."]
