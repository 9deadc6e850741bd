"""What comes of a learner's messages about a question, by plain messages only."""

# ruff: noqa: ARG002 - what stands in for the store takes what the store takes

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Event
from coursekit.sessions.question import QuestionSession
from coursekit.sessions.session import Stale

if TYPE_CHECKING:
    from coursekit.sessions.protocol import Mark, ParagraphJson, Passage, Saved

VIEW = {"id": "01-custody", "kind": "single", "prompt": "Who?", "options": []}
FULL = "work/journal.jsonl: no space left; free some and answer again"
MARK: Mark = {"state": "right", "points": 1, "of": 1, "feedback": []}
PASSAGES: dict[str, Passage] = {"LET p11": {"text": "…", "quotes": [], "title": "the letter"}}


class Book:
    """Keeps answers as the course's store does, in memory."""

    def __init__(self) -> None:
        self.kept: list[tuple[dict[str, Any], bool]] = []
        self.trouble: Exception | None = None

    def keep(self, answer: dict[str, Any], *, check: bool, origin: object = None) -> Saved:
        if self.trouble:
            raise self.trouble
        self.kept.append((answer, check))
        mark, passages = (MARK, PASSAGES) if check else (None, {})
        return {"answer": answer, "at": "14:02", "mark": mark, "passages": passages}

    def saved(self) -> Saved:
        return {"answer": {"choice": "c"}, "mark": None, "at": "14:05", "passages": {}}

    def hint(self, step: int) -> tuple[str, list[str]]:
        return "14:02", ["Look again."] * step

    def text(self) -> tuple[list[ParagraphJson], str]:
        if self.trouble:
            raise self.trouble
        return [], "Not yet."

    def passages(self, refs: list[str]) -> dict[str, Passage]:
        if self.trouble:
            raise self.trouble
        return {ref: PASSAGES[ref] for ref in refs if ref in PASSAGES}


class Talk:
    """A session, and what it says."""

    def __init__(self, book: Book, saved: Saved | None = None) -> None:
        self.session = QuestionSession(VIEW, book, saved, "test")
        self.said: list[Any] = []

    def hear(self, content: object) -> list[str]:
        self.said = self.session.handle(content)
        return [message["op"] for message in self.said]


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def talk(book: Book) -> Talk:
    return Talk(book)


def test_a_draft_that_comes_late_does_not_replace_the_answer_it_led_up_to(talk: Talk, book: Book) -> None:
    talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True})
    assert talk.hear({"n": 7, "op": "answer", "answer": {"choice": "a"}, "check": False}) == ["ack"]
    assert book.kept == [({"choice": "b"}, True)]
    other_window = (1 << 20) + 1
    assert "changed" in talk.hear({"n": other_window, "op": "answer", "answer": {"choice": "c"}, "check": False})
    assert "changed" in talk.hear({"n": 9, "op": "answer", "answer": {"choice": "d"}, "check": False})


def test_an_answer_that_was_refused_does_not_shut_out_an_earlier_one(talk: Talk, book: Book) -> None:
    book.trouble = CourseError(FULL)
    assert talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True}) == ["refused"]
    book.trouble = None
    assert "changed" in talk.hear({"n": 7, "op": "answer", "answer": {"choice": "a"}, "check": False})


def test_a_draft_is_kept_before_it_is_acknowledged(talk: Talk, book: Book) -> None:
    assert talk.hear({"n": 7, "op": "answer", "answer": {"choice": "b"}, "check": False}) == ["changed", "ack"]
    assert book.kept == [({"choice": "b"}, False)]
    assert talk.said[-1] == {"op": "ack", "n": 7, "at": "14:02"}


def test_a_checked_answer_comes_back_marked_with_its_passages(talk: Talk) -> None:
    assert talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True}) == ["ack", "marked"]
    expected = {"op": "marked", "n": 8, "answer": {"choice": "b"}, "at": "14:02", "mark": MARK, "passages": PASSAGES}
    assert talk.said[-1] == expected


def test_those_who_look_on_are_told_and_those_who_come_later_find_it(talk: Talk) -> None:
    talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True})
    told = talk.said[-1]
    assert (told["n"], told["answer"], told["mark"]) == (8, {"choice": "b"}, MARK)
    later = talk.session.traits()["saved"]
    assert later == {"answer": {"choice": "b"}, "mark": MARK, "at": "14:02", "passages": PASSAGES}


def test_changing_a_marked_answer_takes_its_mark_away(talk: Talk) -> None:
    talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True})
    talk.hear({"n": 9, "op": "answer", "answer": {"choice": "a"}, "check": False})
    assert talk.session.saved["mark"] is None


def test_a_text_stays_handed_over_while_it_is_edited(book: Book) -> None:
    human: Mark = {"state": "human", "points": 0, "of": 2, "feedback": []}
    talk = Talk(book, {"answer": {"text": "One."}, "mark": human, "at": "14:00"})
    talk.hear({"n": 9, "op": "answer", "answer": {"text": "One. Two."}, "check": False})
    assert talk.session.saved["mark"] == human


def test_what_the_desk_refuses_is_refused_in_its_words(talk: Talk, book: Book) -> None:
    book.trouble = CourseError(FULL)
    assert talk.hear({"n": 3, "op": "answer", "answer": {}, "check": False}) == ["refused"]
    assert talk.said == [{"op": "refused", "n": 3, "why": FULL}]


def test_a_fault_of_ours_is_one_line_without_its_details(talk: Talk, book: Book) -> None:
    book.trouble = KeyError("/home/secret")
    assert talk.hear({"n": 3, "op": "answer", "answer": {}, "check": False}) == ["refused"]
    assert "KeyError" in talk.said[0]["why"]
    assert "secret" not in talk.said[0]["why"]


@pytest.mark.parametrize(
    "answer",
    [None, "b", [1], {"text": "x" * 70_000}, {"deep": [[[[[[[[[[[[[[1]]]]]]]]]]]]]]}, {"number": float("nan")}],
)
def test_what_cannot_be_an_answer_is_refused_and_not_kept(talk: Talk, book: Book, answer: object) -> None:
    assert talk.hear({"n": 3, "op": "answer", "answer": answer, "check": True}) == ["refused"]
    assert book.kept == []


@pytest.mark.parametrize(
    "content",
    [
        None,
        "answer",
        [],
        {},
        {"op": "answer"},
        {"op": "answer", "n": "1", "answer": {}},
        {"op": "answer", "n": True, "answer": {}},
        {"op": "answer", "n": -1, "answer": {}},
        {"op": "answer", "n": 2**60, "answer": {}},
        {"op": "passages"},
        {"op": "passages", "refs": "LET p11"},
    ],
)
def test_foreign_messages_are_passed_over(talk: Talk, book: Book, content: object) -> None:
    assert talk.hear(content) == []
    assert book.kept == []


def test_a_change_of_another_version_is_answered_lest_it_hold_up_what_comes_after(talk: Talk, book: Book) -> None:
    assert talk.hear({"op": "erase", "n": 1}) == ["refused"]
    assert "run this page again" in talk.said[-1]["why"]
    assert book.kept == []


def test_only_true_checks(talk: Talk, book: Book) -> None:
    talk.hear({"n": 1, "op": "answer", "answer": {}, "check": "yes"})
    assert book.kept[0][1] is False


def test_passages_are_looked_up_where_the_desk_can(talk: Talk, book: Book) -> None:
    assert talk.hear({"op": "passages", "refs": ["LET p11", "LET p99", 5]}) == ["passages"]
    assert talk.said[0]["passages"] == PASSAGES
    book.trouble = KeyError("p11")
    assert talk.hear({"op": "passages", "refs": ["LET p11"]}) == []


def test_an_answer_given_elsewhere_is_shown(talk: Talk) -> None:
    data = {"question": VIEW["id"], "checked": False}
    event = Event("0" * 32, "2026-11-29T10:00:00.000Z", "elsewhere", "answer", data)
    assert talk.session.hear([event._replace(data={**data, "question": "other"})]) == []
    (told,) = talk.session.hear([event])
    assert (told["op"], told["n"], told["answer"]) == ("changed", 0, {"choice": "c"})
    assert talk.session.hear([event], talk.session) == []


def test_a_twin_is_drawn_anew_on_a_mark_and_at_leisure_on_a_draft(talk: Talk) -> None:
    assert talk.session.stale is Stale.FRESH
    talk.hear({"n": 1, "op": "answer", "answer": {"choice": "a"}, "check": False})
    assert talk.session.stale is Stale.IDLE
    talk.hear({"n": 2, "op": "answer", "answer": {"choice": "a"}, "check": True})
    assert talk.session.stale is Stale.NOW


def test_hints_stay_with_what_is_saved(talk: Talk) -> None:
    assert talk.hear({"n": 1, "op": "hint", "step": 1}) == ["ack", "hints"]
    talk.hear({"n": 2, "op": "answer", "answer": {"choice": "a"}, "check": True})
    assert talk.session.saved["hints"] == ["Look again."]


def test_nothing_is_printed(talk: Talk, book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    book.trouble = ValueError("no")
    talk.hear({"n": 3, "op": "answer", "answer": {}, "check": True})
    assert capsys.readouterr() == ("", "")


def test_the_text_is_asked_for_without_a_number_and_nothing_comes_where_it_cannot_be_read(
    talk: Talk, book: Book
) -> None:
    assert talk.hear({"op": "text"}) == ["text"]
    assert talk.said == [{"op": "text", "paragraphs": [], "locked": "Not yet."}]
    book.trouble = CourseError("gone")
    assert talk.hear({"op": "text"}) == []
