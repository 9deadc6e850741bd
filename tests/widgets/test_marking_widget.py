"""What the kernel does with a marker's messages."""

from __future__ import annotations

from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.widgets.marking import Marking

ONE = {"id": "aaa", "label": "Answer 1", "code": "aaa", "text": "Words.", "levels": {}, "comment": "", "at": ""}
FULL = "work/marking/levels-AB.jsonl: no space left; free some"


class Desk:
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
    """A widget, what it says, and a way to speak to it as the front end does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk = Desk()
        self.said: list[dict[str, Any]] = []
        self.states: list[object] = []
        self.widget = Marking({"question": {}, "marker": "AB", "answers": [dict(ONE)]}, self.desk, "test")
        monkeypatch.setattr(self.widget, "send", self.said.append)
        monkeypatch.setattr(self.widget, "send_state", self.states.append)

    def hear(self, content: object) -> list[str]:
        self.said.clear()
        self.widget._handle_custom_msg(content, [])
        return [message["op"] for message in self.said]


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    return Talk(monkeypatch)


def message(**more: Any) -> dict[str, Any]:
    return {"n": 1, "op": "levels", "answer": "aaa", "levels": {"claim": 2}, "comment": "Fair."} | more


def test_what_was_kept_is_acknowledged_and_told_to_other_views(talk: Talk) -> None:
    assert talk.hear(message()) == ["changed", "ack"]
    assert talk.desk.kept == [("aaa", {"claim": 2}, "Fair.")]
    assert talk.said[1] == {"op": "ack", "n": 1, "at": "14:02"}
    change = {"op": "levels", "n": 1, "answer": "aaa", "levels": {"claim": 2}, "comment": "Fair.", "at": "14:02"}
    assert talk.said[0]["changes"] == [change]


def test_levels_that_come_late_do_not_replace_those_that_took_their_place(talk: Talk) -> None:
    talk.hear(message(n=8, levels={"claim": 3}))
    assert talk.hear(message(n=7)) == ["ack"]
    assert [levels for _, levels, _ in talk.desk.kept] == [{"claim": 3}]


def test_a_view_made_later_has_it_and_nobody_is_sent_all_answers_anew(talk: Talk) -> None:
    talk.hear(message())
    (answer,) = talk.widget.get_state()["setup"]["answers"]
    assert (answer["levels"], answer["comment"], answer["at"]) == ({"claim": 2}, "Fair.", "14:02")
    assert talk.states == []


@pytest.mark.parametrize(
    "strange",
    [{"op": "other"}, {"answer": "zzz"}, {"answer": ["aaa"]}, {"levels": [2]}, {"levels": None}, {"comment": None}],
)
def test_what_cannot_be_read_is_refused(talk: Talk, strange: dict[str, Any]) -> None:
    assert talk.hear(message(**strange)) == ["refused"]
    assert talk.desk.kept == []


@pytest.mark.parametrize("strange", [None, "levels", message(n="1"), message(n=0), {}])
def test_other_messages_are_passed_over(talk: Talk, strange: object) -> None:
    assert talk.hear(strange) == []


@pytest.mark.parametrize(("trouble", "why"), [(CourseError(FULL), FULL), (ValueError("x"), "ValueError")])
def test_what_was_not_kept_is_not_called_saved(talk: Talk, trouble: Exception, why: str) -> None:
    talk.desk.trouble = trouble
    assert talk.hear(message()) == ["refused"]
    assert why in talk.said[0]["why"]
    assert talk.widget.get_state()["setup"]["answers"][0]["levels"] == {}
