"""What comes of asking for a hand-in, by plain messages only."""

from __future__ import annotations

from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Event
from coursekit.marking.writing import EmptierError
from coursekit.sessions.handing_in import HandInSession, Made


class Desk:
    """Makes nothing, and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []
        self.trouble: Exception | None = None

    def now(self) -> Any:
        return {"op": "now", "unit": "exercise", "title": "The log", "learner": "", "summary": "2 of 3.", "parts": []}

    def make(self, learner: str, *, insist: bool) -> Made:
        self.asked.append((learner, insist))
        if self.trouble:
            raise self.trouble
        return Made("Ada", "00-log-ada.json", "in work", "{}\n")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def asked(desk: Desk, **message: Any) -> dict[str, Any]:
    (said,) = HandInSession("00-log", desk).handle({"op": "hand-in", "n": 1, "learner": "Ada", **message})
    found: dict[str, Any] = said
    return found


def test_the_file_and_where_it_lies_are_told(desk: Desk) -> None:
    said = asked(desk, learner=" Ada ")
    assert said == {
        "op": "handed-in",
        "n": 1,
        "learner": "Ada",
        "name": "00-log-ada.json",
        "where": "in work",
        "summary": "2 of 3.",
        "content": "{}\n",
    }
    assert desk.asked == [(" Ada ", False)]


def test_a_fuller_file_is_asked_about_and_replaced_only_when_that_is_said(desk: Desk) -> None:
    desk.trouble = EmptierError("work/x.json: has answers", {"a"})
    said = asked(desk)
    assert said["op"] == "emptier"
    assert said["why"].startswith("The file you made before answers 1 part that")
    desk.trouble = None
    for odd in (1, "yes", None):
        asked(desk, insist=odd)
    asked(desk, insist=True)
    assert [insist for _, insist in desk.asked] == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ({"op": "write"}, "does not know that"),
        ({"learner": None}, "the name could not be read"),
        ({"learner": ["Ada"]}, "the name could not be read"),
    ],
)
def test_what_is_none_is_refused_in_a_line(desk: Desk, message: dict[str, Any], why: str) -> None:
    said = asked(desk, **message)
    assert said["op"] == "refused"
    assert why in said["why"]
    assert desk.asked == []


@pytest.mark.parametrize("trouble", [CourseError("x.json: not written (no space left)"), OSError("gone")])
def test_trouble_is_told_in_a_line(desk: Desk, trouble: Exception) -> None:
    desk.trouble = trouble
    said = asked(desk)
    assert said["op"] == "refused"
    assert "\n" not in said["why"]


@pytest.mark.parametrize(
    ("event", "data", "told"),
    [
        ("answer", {"question": "q", "version": 1, "answer": {}, "checked": False}, 1),
        ("named", {"learner": "Ada"}, 1),
        ("ran", {"lesson": "00"}, 0),
    ],
)
def test_forms_follow_what_changes_a_hand_in(desk: Desk, event: str, data: dict[str, Any], told: int) -> None:
    news = [Event("e" * 32, "2026-01-31T12:00:00.000Z", "s", event, data)]
    assert len(HandInSession("00-log", desk).hear(news)) == told
