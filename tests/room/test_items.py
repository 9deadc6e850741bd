"""What can be asked is read with bounds; what is pointed at is checked against the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.questions import KINDS
from coursekit.room.items import load_item
from coursekit.room.items.asked_question import _AskedQuestion
from coursekit.room.refused import RefusedError
from tests.conftest import ROOT
from tests.room.table import LAMP, POINT, Table

if TYPE_CHECKING:
    from coursekit.course import Course

Tables = Callable[..., Table]
QUESTION = {"kind": "question", "question": "00-place"}
NUMBER = {"kind": "number", "prompt": "How sure are you?", "unit": "%", "least": 0, "most": 100}


@pytest.mark.parametrize("spec", [LAMP, POINT, QUESTION, NUMBER, POINT | {"nowhere": True, "confidence": True}])
def test_what_is_kept_makes_the_same_again(there: Course, spec: dict[str, Any]) -> None:
    item = load_item(spec, there)
    assert load_item(item.spec(), there).spec() == item.spec()
    assert item.shown()["prompt"]


@pytest.mark.parametrize(
    "spec",
    [
        None,
        [],
        {},
        {"kind": "poll"},
        LAMP | {"options": ["one"]},
        LAMP | {"options": ["x"] * 11},
        LAMP | {"options": [1, 2]},
        LAMP | {"options": ["the keeper", "the clerk", "the  keeper"]},
        LAMP | {"prompt": ""},
        LAMP | {"prompt": "x" * 1_001},
        POINT | {"source": "NONE"},
        POINT | {"paragraphs": "p9"},
        POINT | {"places": 4},
        POINT | {"expert": [{"paragraph": "p1", "quote": "not in it"}]},
        POINT | {"expert": [{"paragraph": "p9", "quote": ""}]},
        NUMBER | {"least": 5, "most": 5},
        NUMBER | {"key": float("nan")},
        {"kind": "question", "question": "00-expect"},
        {"kind": "question", "question": "00-nothing"},
        QUESTION | {"version": 7},
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(there: Course, spec: object) -> None:
    with pytest.raises(RefusedError) as told:
        load_item(spec, there)
    assert "\n" not in str(told.value)


def test_places_are_those_of_the_text(table: Tables) -> None:
    room = table(1)
    room.ask(POINT)
    room.point(0, "a lamp failed")
    kept = room.vote.ballots(1)["w0"].answer["spans"][0]
    assert (kept["quote"], kept["prefix"][-4:], kept["suffix"][:4]) == ("a lamp failed", "893 ", ", an")


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "a lamp fell  "},
        {"start": 0},
        {"paragraph": "m1"},
        {"paragraph": "p99"},
        {"source": "LET"},
        {"edition": "text"},
        {"end": 10**9},
        {"start": -1},
        {"quote": ["a"]},
    ],
)
def test_a_place_that_is_none_is_refused(table: Tables, change: dict[str, object]) -> None:
    room = table(1)
    room.ask(POINT)
    with pytest.raises(RefusedError):
        room.cast(0, {"spans": [room.span("a lamp failed") | change]})


def test_the_paragraph_of_an_instructors_own_passage_is_found(there: Course) -> None:
    item = load_item(POINT | {"expert": [{"quote": "Apart from one"}]}, there)
    assert [(each.paragraph, each.quote) for each in item.expert()] == [("p2", "Apart from one")]
    assert item.spec()["expert"][0]["paragraph"] == "p2"


@pytest.mark.parametrize(
    ("quote", "said"), [("no lamp at all", "does not stand in this text"), ("the", "stands in p1 and p2 and p3")]
)
def test_an_own_passage_that_stands_nowhere_or_twice_is_told(there: Course, quote: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        load_item(POINT | {"expert": [{"quote": quote}]}, there)


def test_more_places_than_asked_for_are_refused(table: Tables) -> None:
    room = table(1)
    room.ask(POINT)
    with pytest.raises(RefusedError, match="1 to 2 places"):
        room.point(0, "a lamp", "failed", "no keeper")
    with pytest.raises(RefusedError, match="1 to 2 places"):
        room.cast(0, {"nowhere": True})


@pytest.mark.parametrize(("given", "kept"), [(50, 50), ("50", 50), ("50,5", 50.5), (0, 0), (100.0, 100)])
def test_a_number_may_be_typed_as_people_type_it(there: Course, given: object, kept: float) -> None:
    assert load_item(NUMBER, there).read({"number": given}) == {"number": kept}


@pytest.mark.parametrize("given", [None, "", "many", "1 or 2", 101, -1, float("inf"), True, [1], 10**400])
def test_what_is_no_number_within_the_bounds_is_refused(there: Course, given: object) -> None:
    with pytest.raises(RefusedError):
        load_item(NUMBER, there).read({"number": given})


@pytest.mark.parametrize("given", ["very", [90], 40, 101, True, 1e300])
def test_how_sure_somebody_is_of_a_question_is_within_bounds_and_kept_only_where_it_is_asked(
    there: Course, given: object
) -> None:
    item = load_item(QUESTION, there)
    assert item.read({"choice": "a", "confidence": given}) == {"choice": "a"}
    sure = _AskedQuestion(replace(there.question("00-place"), confidence=True), there)
    assert sure.read({"choice": "a", "confidence": 90}) == {"choice": "a", "confidence": 90}
    with pytest.raises(RefusedError, match="per cent"):
        sure.read({"choice": "a", "confidence": given})


@pytest.mark.usefixtures("this_course")
def test_no_kind_of_question_shows_what_is_not_let_in() -> None:
    """Every closed question of the course, as a phone gets it: neither feedback nor key."""
    from coursekit.course import Course
    from coursekit.questions import feedback

    course = Course(ROOT)
    kinds = set()
    for question in course.questions.by_id.values():
        try:
            item = load_item({"kind": "question", "question": question.id}, course)
        except RefusedError:
            continue
        kinds.add(question.kind)
        card = item.shown()["card"]
        sent = str(card)
        assert "right'" not in sent or question.kind == "match"
        assert not [words for _, words in feedback(question) if len(words) > 20 and words in sent]
        assert card["rests_on"] == []
    assert kinds <= set(KINDS)
    assert len(kinds) > 5
