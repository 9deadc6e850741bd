"""What the kernel does with a learner's messages."""

from __future__ import annotations

from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.widgets.question import Question

VIEW = {"id": "01-custody", "kind": "single", "prompt": "Who?", "options": []}
FULL = "work/journal.jsonl: no space left; free some and answer again"
MARK = {"state": "right", "points": 1, "of": 1, "feedback": []}
PASSAGES = {"LET p11": {"text": "…", "quotes": [], "title": "the letter"}}


class Desk:
    """Remembers what it was given."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, dict[str, Any], bool]] = []
        self.trouble: Exception | None = None

    def answer(self, question_id: str, answer: dict[str, Any], check: bool) -> dict[str, Any]:  # noqa: FBT001
        if self.trouble:
            raise self.trouble
        self.kept.append((question_id, answer, check))
        return {"at": "14:02", "mark": MARK if check else None, "passages": PASSAGES if check else {}}


class LookingDesk(Desk):
    """Can look passages up."""

    def passages(self, question_id: str, refs: list[str]) -> dict[str, Any]:
        assert question_id == VIEW["id"]
        if self.trouble:
            raise self.trouble
        return {ref: PASSAGES[ref] for ref in refs if ref in PASSAGES}


class Talk:
    """A widget, what it says, and a way to speak to it as the front end does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, desk: Desk, **saved: Any) -> None:
        self.said: list[dict[str, Any]] = []
        self.states: list[object] = []
        self.widget = Question(VIEW, desk, saved=saved, course="test")
        monkeypatch.setattr(self.widget, "send", self.said.append)
        monkeypatch.setattr(self.widget, "send_state", self.states.append)

    def hear(self, content: object) -> list[str]:
        self.said.clear()
        self.widget._handle_custom_msg(content, [])
        return [message["op"] for message in self.said]


@pytest.fixture
def desk() -> Desk:
    return LookingDesk()


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> Talk:
    return Talk(monkeypatch, desk)


def test_a_draft_that_comes_late_does_not_replace_the_answer_it_led_up_to(talk: Talk, desk: Desk) -> None:
    talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True})
    assert talk.hear({"n": 7, "op": "answer", "answer": {"choice": "a"}, "check": False}) == ["ack"]
    assert desk.kept == [("01-custody", {"choice": "b"}, True)]
    other_window = (1 << 20) + 1
    assert "changed" in talk.hear({"n": other_window, "op": "answer", "answer": {"choice": "c"}, "check": False})
    assert "changed" in talk.hear({"n": 9, "op": "answer", "answer": {"choice": "d"}, "check": False})


def test_an_answer_that_was_refused_does_not_shut_out_an_earlier_one(talk: Talk, desk: Desk) -> None:
    desk.trouble = CourseError(FULL)
    assert talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True}) == ["refused"]
    desk.trouble = None
    assert "changed" in talk.hear({"n": 7, "op": "answer", "answer": {"choice": "a"}, "check": False})


def test_a_draft_is_kept_before_it_is_acknowledged(talk: Talk, desk: Desk) -> None:
    assert talk.hear({"n": 7, "op": "answer", "answer": {"choice": "b"}, "check": False}) == ["changed", "ack"]
    assert desk.kept == [("01-custody", {"choice": "b"}, False)]
    assert talk.said[-1] == {"op": "ack", "n": 7, "at": "14:02"}


def test_a_checked_answer_comes_back_marked_with_its_passages(talk: Talk) -> None:
    assert talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True}) == ["changed", "ack", "mark"]
    assert talk.said[-1] == {"op": "mark", "n": 8, "mark": MARK, "passages": PASSAGES}


def test_those_who_look_on_are_told_and_those_who_come_later_find_it(talk: Talk) -> None:
    talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True})
    change = talk.said[0]["changes"][0]
    assert (change["n"], change["answer"], change["mark"]) == (8, {"choice": "b"}, MARK)
    later = talk.widget.get_state()["saved"]
    assert later == {"answer": {"choice": "b"}, "mark": MARK, "at": "14:02", "passages": PASSAGES}
    assert talk.states == [], "no trait is sent on an edit"


def test_changing_a_marked_answer_takes_its_mark_away(talk: Talk) -> None:
    talk.hear({"n": 8, "op": "answer", "answer": {"choice": "b"}, "check": True})
    talk.hear({"n": 9, "op": "answer", "answer": {"choice": "a"}, "check": False})
    assert talk.widget.saved["mark"] is None


def test_a_text_stays_handed_over_while_it_is_edited(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    human = {"state": "human", "points": 0, "of": 2, "feedback": []}
    talk = Talk(monkeypatch, desk, answer={"text": "One."}, mark=human, at="14:00")
    talk.hear({"n": 9, "op": "answer", "answer": {"text": "One. Two."}, "check": False})
    assert talk.widget.saved["mark"] == human


def test_what_the_desk_refuses_is_refused_in_its_words(talk: Talk, desk: Desk) -> None:
    desk.trouble = CourseError(FULL)
    assert talk.hear({"n": 3, "op": "answer", "answer": {}, "check": False}) == ["refused"]
    assert talk.said == [{"op": "refused", "n": 3, "why": FULL}]


def test_a_fault_of_ours_is_one_line_without_its_details(talk: Talk, desk: Desk) -> None:
    desk.trouble = KeyError("/home/secret")
    assert talk.hear({"n": 3, "op": "answer", "answer": {}, "check": False}) == ["refused"]
    assert "KeyError" in talk.said[0]["why"]
    assert "secret" not in talk.said[0]["why"]


@pytest.mark.parametrize(
    "answer",
    [None, "b", [1], {"text": "x" * 70_000}, {"deep": [[[[[[[[[[[[[[1]]]]]]]]]]]]]]}, {"number": float("nan")}],
)
def test_what_cannot_be_an_answer_is_refused_and_not_kept(talk: Talk, desk: Desk, answer: object) -> None:
    assert talk.hear({"n": 3, "op": "answer", "answer": answer, "check": True}) == ["refused"]
    assert desk.kept == []


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
def test_foreign_messages_are_passed_over(talk: Talk, desk: Desk, content: object) -> None:
    assert talk.hear(content) == []
    assert desk.kept == []


def test_a_change_of_another_version_is_answered_lest_it_hold_up_what_comes_after(talk: Talk, desk: Desk) -> None:
    assert talk.hear({"op": "erase", "n": 1}) == ["refused"]
    assert "run the lesson again" in talk.said[-1]["why"]
    assert desk.kept == []


def test_only_true_checks(talk: Talk, desk: Desk) -> None:
    talk.hear({"n": 1, "op": "answer", "answer": {}, "check": "yes"})
    assert desk.kept[0][2] is False


def test_passages_are_looked_up_where_the_desk_can(talk: Talk, desk: Desk) -> None:
    assert talk.hear({"op": "passages", "refs": ["LET p11", "LET p99", 5]}) == ["passages"]
    assert talk.said[0]["passages"] == PASSAGES
    desk.trouble = KeyError("p11")
    assert talk.hear({"op": "passages", "refs": ["LET p11"]}) == []


def test_a_desk_that_cannot_look_up_stays_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Talk(monkeypatch, Desk()).hear({"op": "passages", "refs": ["LET p11"]}) == []


def test_an_answer_given_elsewhere_is_shown(talk: Talk) -> None:
    talk.widget.show({"answer": {"choice": "c"}, "mark": None, "at": "14:05", "passages": {}})
    assert talk.said[-1]["changes"][0]["answer"] == {"choice": "c"}
    assert talk.states == []


def test_nothing_is_printed(talk: Talk, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.trouble = ValueError("no")
    talk.hear({"n": 3, "op": "answer", "answer": {}, "check": True})
    assert capsys.readouterr() == ("", "")
