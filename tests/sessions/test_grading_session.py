"""What comes of a marker's messages, by plain messages only."""

from __future__ import annotations

from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.sessions.grading import GradingSession

ONE = {"id": "aaa", "label": "Answer 1", "code": "aaa", "text": "Words.", "levels": {}, "comment": "", "at": ""}
FULL = "work/marking/levels-AB.jsonl: no space left; free some"


class Book:
    """Remembers what it was given."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, dict[str, Any], str]] = []
        self.trouble: Exception | None = None

    def keep(self, answer: str, levels: dict[str, Any], comment: str) -> str:
        if self.trouble:
            raise self.trouble
        self.kept.append((answer, levels, comment))
        return "14:02"


class Talk:
    """A session, and what it says."""

    def __init__(self) -> None:
        self.book = Book()
        self.said: list[Any] = []
        self.session = GradingSession({"question": {}, "marker": "AB", "answers": [dict(ONE)]}, self.book, "test")

    def hear(self, content: object) -> list[str]:
        self.said = self.session.handle(content)
        return [message["op"] for message in self.said]


@pytest.fixture
def talk() -> Talk:
    return Talk()


def message(**more: Any) -> dict[str, Any]:
    return {"n": 1, "op": "levels", "answer": "aaa", "levels": {"claim": 2}, "comment": "Fair."} | more


def test_what_was_kept_is_acknowledged_and_told_to_other_views(talk: Talk) -> None:
    assert talk.hear(message()) == ["changed", "ack"]
    assert talk.book.kept == [("aaa", {"claim": 2}, "Fair.")]
    assert talk.said[1] == {"op": "ack", "n": 1, "at": "14:02"}
    told = {"op": "changed", "n": 1, "answer": "aaa", "levels": {"claim": 2}, "comment": "Fair.", "at": "14:02"}
    assert talk.said[0] == told


def test_levels_that_come_late_do_not_replace_those_that_took_their_place(talk: Talk) -> None:
    talk.hear(message(n=8, levels={"claim": 3}))
    assert talk.hear(message(n=7)) == ["ack"]
    assert [levels for _, levels, _ in talk.book.kept] == [{"claim": 3}]


def test_a_view_made_later_has_it(talk: Talk) -> None:
    talk.hear(message())
    (answer,) = talk.session.traits()["setup"]["answers"]
    assert (answer["levels"], answer["comment"], answer["at"]) == ({"claim": 2}, "Fair.", "14:02")


@pytest.mark.parametrize(
    "strange",
    [{"op": "other"}, {"answer": "zzz"}, {"answer": ["aaa"]}, {"levels": [2]}, {"levels": None}, {"comment": None}],
)
def test_what_cannot_be_read_is_refused(talk: Talk, strange: dict[str, Any]) -> None:
    assert talk.hear(message(**strange)) == ["refused"]
    assert talk.book.kept == []


@pytest.mark.parametrize("strange", [None, "levels", message(n="1"), message(n=0), {}])
def test_other_messages_are_passed_over(talk: Talk, strange: object) -> None:
    assert talk.hear(strange) == []


@pytest.mark.parametrize(("trouble", "why"), [(CourseError(FULL), FULL), (ValueError("x"), "ValueError")])
def test_what_was_not_kept_is_not_called_saved(talk: Talk, trouble: Exception, why: str) -> None:
    talk.book.trouble = trouble
    assert talk.hear(message()) == ["refused"]
    assert why in talk.said[0]["why"]
    assert talk.session.traits()["setup"]["answers"][0]["levels"] == {}
