"""The ground: beside the answer one points at the words that decide, and the points are for both together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import KINDS, feedback, kind_named, problem, twin, typical, view
from coursekit.questions.ground import LATER, NONE_YET

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question
    from coursekit.questions.shelf import LibraryShelf

OPTIONS = """
[[question.option]]
text = "no"
right = true
feedback = "It was poor, says p2."
[[question.option]]
text = "yes"
feedback = "It was poor, says p2."
"""
GROUND = """
[question.ground]
source = "LOG"
nowhere_feedback = "It is said, in p2."
elsewhere = "That speaks of another thing."
[[question.ground.accept]]
paragraph = "p2"
quote = "the oil was bad"
feedback = "The keeper's own word (p2)."
"""


@pytest.fixture
def oil(quiz: dict[str, Question]) -> Question:
    return quiz["good-oil"]


@pytest.fixture
def at(pointed: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    return lambda choice, *places: {"choice": choice, "ground": pointed(*places)}


def test_a_right_answer_on_its_ground_has_all_points(oil: Question, at: Any, shelf: LibraryShelf) -> None:
    result = mark(oil, at("poor", ("p2", "the oil was bad")), shelf)
    assert (result.state, result.points) == ("right", 3)
    assert [note.part for note in result.feedback] == ["poor", "ground:accept:1"]


def test_a_right_answer_on_a_wrong_ground_is_partly_and_told_why(oil: Question, at: Any, shelf: LibraryShelf) -> None:
    result = mark(oil, at("poor", ("p2", "burned true till four")), shelf)
    assert (result.state, result.points) == ("partly", 1)
    told = next(note for note in result.feedback if note.part == "ground:near:1")
    assert (told.tone, told.text, told.misconception) == ("wrong", "That is the light, not what fed it.", "M2")


@pytest.mark.parametrize("none", [None, {}, {"spans": []}, {"nowhere": False}])
def test_a_right_answer_without_a_ground_yet_is_partly_and_told_so(oil: Question, none: Any) -> None:
    result = mark(oil, {"choice": "poor", "ground": none})
    assert (result.state, result.points) == ("partly", 1)
    assert (result.feedback[-1].part, result.feedback[-1].text) == ("ground", NONE_YET)


def test_a_wrong_answer_is_wrong_whatever_its_ground(oil: Question, at: Any, shelf: LibraryShelf) -> None:
    result = mark(oil, at("good", ("p2", "the oil was bad")), shelf)
    assert (result.state, result.points) == ("wrong", 0)
    assert NONE_YET not in [note.text for note in mark(oil, {"choice": "good"}).feedback]


def test_a_wrong_answer_is_not_told_why_its_words_decide(oil: Question, at: Any, shelf: LibraryShelf) -> None:
    told = [note.text for note in mark(oil, at("good", ("p2", "the oil was bad")), shelf).feedback]
    assert told[-1] == LATER
    assert told == [note.text for note in mark(oil, at("good", ("p2", "burned true till four")), shelf).feedback]


def test_a_ground_without_an_answer_is_unanswered(oil: Question, pointed: Any) -> None:
    assert mark(oil, {"ground": pointed(("p2", "the oil was bad"))}).state == "unanswered"


def test_nowhere_may_be_the_ground(load: Any) -> None:
    lines = OPTIONS + GROUND.split("[[", maxsplit=1)[0] + "nowhere = true\n"
    question = load(lines, "single")
    assert mark(question, {"choice": "a", "ground": {"nowhere": True}}).state == "right"
    assert mark(question, {"choice": "b", "ground": {"nowhere": True}}).state == "wrong"


def test_part_of_an_answer_counts_with_its_ground(load: Any, pointed: Any) -> None:
    third = '[[question.option]]\ntext = "neither"\nright = true\nfeedback = "It was poor, says p2."\n'
    question = load("points = 2\n" + OPTIONS + third + GROUND, "multiple")
    right = {"ground": pointed(("p2", "the oil was bad"))}
    assert mark(question, {"choices": ["a"]} | right).points == 1
    assert mark(question, {"choices": ["a"]}).points == 0.33


def test_a_ground_that_cannot_be_read_is_told_and_nothing_is_marked(oil: Question) -> None:
    assert mark(oil, {"choice": "poor", "ground": "p2"}).state == "unanswered"
    assert problem(oil, {"choice": "poor", "ground": {"spans": [3]}})
    assert problem(oil, {"choice": "poor", "ground": {"spans": "p2"}})
    assert problem(oil, {"choice": "poor", "ground": 4}) == "The answer's ground should say which places it marks."


def test_it_goes_wherever_a_part_of_a_question_goes(oil: Question, at: Any, shelf: LibraryShelf) -> None:
    shown = view(oil, shelf)
    assert shown["ground"]["ids"] == ["p1", "p2"]
    assert shown["ground"]["siglum"] == "LOG"
    assert shown["rests_on"] == []  # it would be the ground
    assert ("ground:near:1", "That is the light, not what fed it.") in list(feedback(oil))
    states = [state for answer, state in typical(oil) if answer.get("ground")]
    assert {"right", "partly", "wrong"} <= set(states)
    given = at("poor", ("p2", "burned true till four"))
    page = twin(oil, given, mark(oil, given, shelf), shelf)
    assert "<q>burned true till four</q>" in page
    assert "That is the light, not what fed it." in page


def test_its_notes_link_into_its_own_source(load: Any, pointed: Any) -> None:
    question = load('rests_on = ["REP p1", "LOG p2"]\n' + OPTIONS + GROUND, "single")
    notes = mark(question, {"choice": "a", "ground": pointed(("p2", "the oil was bad"))}).feedback
    assert notes[-1].passages == ("LOG p2",)


def test_which_kinds_take_one() -> None:
    taken = {name for name in KINDS if kind_named(name).takes_ground}
    assert taken == {"single", "multiple", "match", "classify", "order", "number", "date"}


def test_no_other_kind_takes_one_and_method_needs_none(load: Any) -> None:
    with pytest.raises(CourseError, match="expected no ground in a question of the kind text"):
        load(GROUND, "text")
    with pytest.raises(CourseError, match="either a ground or method = true"):
        load("method = true\n" + OPTIONS + GROUND, "single")
    with pytest.raises(CourseError, match="expected a place to accept, or nowhere = true"):
        load(OPTIONS + GROUND.split("[[", maxsplit=1)[0], "single")


def test_method_is_said(quiz: dict[str, Question]) -> None:
    assert view(quiz["two-hands"])["method"] is True
    assert "about method" in twin(quiz["two-hands"])
    assert "about method" not in twin(quiz["good-oil"])


def test_the_places_of_a_ground_are_told_each_by_itself_once_the_answer_is_right(
    oil: Question, at: Any, shelf: LibraryShelf
) -> None:
    places = (("p2", "burned true till four"), ("p2", "the oil was bad"))
    assert mark(oil, at("poor", *places), shelf).places == ("wrong", "right")
    assert mark(oil, at("good", *places), shelf).places == ()
    assert mark(oil, {"choice": "poor"}, shelf).places == ()
