"""Thirty days of review by a clock that is moved: through the sessions that cards speak to, into a real journal."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from fsrs import Card, Rating, Scheduler

from coursekit.course import course as open_course
from coursekit.journal import events
from coursekit.lesson import reviewing
from coursekit.sessions.open_question import question_session
from coursekit.sessions.review_store import review_session
from coursekit.sessions.store import store_of
from coursekit.study.looking_back import look_back
from coursekit.study.review.items import items
from coursekit.study.review.threads import Name, threads

if TYPE_CHECKING:
    from pathlib import Path

DAY_ONE = datetime(2026, 3, 2, 18, tzinfo=UTC)
MOVES = {"00-place": "layers", "00-oil": "dating", "00-wick": "dating", "00-glass": "silence"}
RIGHT, WRONG = {"choice": "a"}, {"choice": "b"}
NUMBERS = count(1)


class Clock(datetime):
    """A clock that stands where a test has put it."""

    stands = DAY_ONE

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return cls.stands.astimezone(tz)


@pytest.fixture(autouse=True)
def lamps(course: Path, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (events, reviewing):
        monkeypatch.setattr(module, "datetime", Clock)
    monkeypatch.setattr(Clock, "stands", DAY_ONE)
    quiz = next((course / "lessons" / "quizzes").glob("*.toml"))
    text = quiz.read_text(encoding="utf-8")
    own = text[text.index('[[question]]\nid = "00-place"') : text.index('[[question]]\nid = "00-where"')]
    more = [own.replace("00-place", name).replace('"layers"', f'"{move}"') for name, move in MOVES.items()]
    quiz.write_text(text + "".join(more[1:]), encoding="utf-8")


def answer(question: str, *, right: bool, again: bool) -> None:
    """Answer as a card does, in the lesson or when it has come back."""
    here = open_course()
    asked = here.question(question)
    session = review_session(store_of(here), asked)[0] if again else question_session(store_of(here), asked)
    told = session.handle({"n": next(NUMBERS), "op": "answer", "answer": RIGHT if right else WRONG, "check": True}, [])
    assert [each["mark"]["state"] for each in told if "mark" in each] == ["right" if right else "wrong"]


def due() -> list[str]:
    return [each.item.id for each in reviewing.round_of(open_course(), Clock.now(UTC)).now]


def by_the_package(tries: list[tuple[datetime, bool]]) -> dict[str, Any]:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0, due=tries[0][0])
    for at, right in tries:
        card, _ = scheduler.review_card(card, Rating.Good if right else Rating.Again, at)
    return dict(card.to_dict())


def test_thirty_days_bring_back_what_is_due_and_states_are_the_package_s_own(restart: Any) -> None:
    tries: dict[str, list[tuple[datetime, bool]]] = defaultdict(list)

    def tried(question: str, *, right: bool, again: bool) -> None:
        answer(question, right=right, again=again)
        tries[MOVES[question]].append((Clock.stands, right))

    for name in MOVES:
        tried(name, right=name != "00-glass", again=False)
        Clock.stands += timedelta(minutes=1)
    assert due() == [], "what was answered just now"
    asked: dict[int, list[str]] = {}
    for day in (*range(1, 10), *range(16, 31)):  # a week away
        Clock.stands = DAY_ONE + timedelta(days=day)
        restart()
        asked[day] = due()
        restart()
        assert due() == asked[day], "the same journal on the same day"
        for name in asked[day]:
            tried(name, right=not (name == "00-glass" and day < 3), again=True)
            Clock.stands += timedelta(minutes=1)
        assert due() == [], f"day {day}"

    here = open_course()
    found = threads(look_back(here).attempts.attempts(), items(here.questions.by_id.values()), Clock.stands)
    for move, made in tries.items():
        assert found[Name("move", move)].card.to_dict() | {"card_id": 0} == by_the_package(made), move
    glass = [day for day, names in asked.items() if "00-glass" in names]
    place = [day for day, names in asked.items() if "00-place" in names]
    assert glass[0] < place[0], "what went wrong comes sooner"
    assert len(glass) > len(place) >= 2
    gaps = [later - sooner for sooner, later in pairwise([0, *place])]
    assert gaps == sorted(gaps), "and what is known ever more rarely"
    state = store_of(here).state
    assert state.answers["00-glass"].answer == WRONG, "the lesson's answer stays as it was given"
