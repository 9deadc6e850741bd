"""Order, match and classify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import view

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question


@pytest.mark.parametrize(
    ("order", "share"),
    [
        (["entry", "copy", "report", "print"], 1),
        (["copy", "report", "print", "entry"], 2 / 3),
        (["copy", "entry", "report", "print"], 1 / 3),
        (["print", "report", "copy", "entry"], 0),
        (["entry", "copy"], 1 / 3),
    ],
)
def test_order_counts_neighbouring_pairs(quiz: dict[str, Question], order: list[str], share: float) -> None:
    assert mark(quiz["chain"], {"order": order}).points == round(share, 2)


def test_order_tells_a_foreseen_slip_then_the_right_order(quiz: dict[str, Question]) -> None:
    notes = mark(quiz["chain"], {"order": ["entry", "report", "copy", "print"]}).feedback
    assert (notes[0].part, notes[0].misconception) == ("report", "M5")
    assert notes[2].text.startswith("the entry in the log → the clerk's copy → ")


def test_order_is_shown_shuffled_always_the_same_never_right(
    quiz: dict[str, Question], load: Callable[..., Question]
) -> None:
    shown = [item["id"] for item in view(quiz["chain"])["items"]]
    assert sorted(shown) == sorted(["entry", "copy", "report", "print"])
    assert shown != ["entry", "copy", "report", "print"]
    assert shown == [item["id"] for item in view(quiz["chain"])["items"]]
    item = '[[question.item]]\ntext = "{}"\n'
    for n in range(20):
        words = f'feedback = "So."\nwrong_feedback = "No."\n{item.format("one")}{item.format("two")}'
        two = load(f'[[question]]\nid = "01-t{n}"\nkind = "order"\nprompt = "?"\n{words}')
        assert [item["id"] for item in view(two)["items"]] == ["b", "a"]


@pytest.mark.parametrize("order", [["entry", "entry"], ["entry", "other"], "entry", {"entry": 1}])
def test_order_refuses_what_is_no_order_of_its_items(quiz: dict[str, Question], order: list[str]) -> None:
    result = mark(quiz["chain"], {"order": order})
    assert (result.state, len(result.feedback)) == ("unanswered", 1)


def test_a_slip_must_be_a_mistake(load: Callable[..., Question]) -> None:
    lines = 'feedback = "So."\nwrong_feedback = "No."\n[[question.item]]\ntext = "1"\n[[question.item]]\ntext = "2"\n'
    slip = '[[question.slip]]\nbefore = "a"\nafter = "b"\nfeedback = "No."\n'
    with pytest.raises(CourseError, match=r":12: before: expected a mistake, but a does stand before b"):
        load(lines + slip, "order")


def test_match_counts_each_left_one_and_names_the_right_match(quiz: dict[str, Question]) -> None:
    result = mark(quiz["layers"], {"pairs": {"true": "keeper", "regret": "clerk", "sic": "printer"}})
    assert (result.state, result.points) == ("partly", 0.67)
    told = [(note.part, note.tone, note.reveals) for note in result.feedback]
    right, wrong, key = ("true", "right", False), ("regret", "wrong", False), ("regret", "right", True)
    assert told == [right, wrong, key, ("sic", "right", False)]
    regret, better = result.feedback[1:3]
    assert (regret.text, regret.misconception) == ("The clerk does not judge.", "M7")
    assert better.text == "Better: the board. The report's own phrase."


def test_what_is_left_open_counts_nothing_and_its_answer_is_not_told(quiz: dict[str, Question]) -> None:
    result = mark(quiz["layers"], {"pairs": {"true": "keeper", "regret": ""}})
    assert (result.state, result.points) == ("partly", 0.33)
    assert [note.text for note in result.feedback[1:]] == ["Not answered.", "Not answered."]


def test_a_right_one_may_serve_twice(quiz: dict[str, Question]) -> None:
    assert mark(quiz["layers"], {"pairs": dict.fromkeys(("true", "regret", "sic"), "clerk")}).points == 0.33


def test_classify_accepts_each_defensible_class(quiz: dict[str, Question]) -> None:
    for second in ("seen", "open"):
        assert mark(quiz["basis"], {"classes": {"a": "seen", "b": second, "c": "told"}}).state == "right"


@pytest.mark.parametrize("classes", [{"a": "heard"}, {"z": "seen"}, {"a": ["seen"]}, ["seen"]])
def test_classify_refuses_unknown_cards_and_classes(quiz: dict[str, Question], classes: Any) -> None:
    result = mark(quiz["basis"], {"classes": classes})
    assert (result.state, len(result.feedback)) == ("unanswered", 1)


def test_the_views_have_the_two_sides(quiz: dict[str, Question]) -> None:
    assert [left["id"] for left in view(quiz["layers"])["left"]] == ["true", "regret", "sic"]
    assert len(view(quiz["layers"])["right"]) == 4
    assert view(quiz["basis"])["cards"][0] == {"id": "a", "text": "the lamp burned"}
    assert [box["id"] for box in view(quiz["basis"])["classes"]] == ["seen", "told", "open"]


def test_a_card_whose_class_is_not_offered_is_refused(load: Callable[..., Question]) -> None:
    boxes = '[[question.class]]\nid = "x"\ntext = "X"\n[[question.class]]\nid = "y"\ntext = "Y"\n'
    card = '[[question.card]]\ntext = "one"\nclass = "{}"\nfeedback = "So."\n'
    with pytest.raises(CourseError, match=r":13: class: expected ids of \[\[question.class\]\] entries.*found “z”"):
        load(boxes + card.format("z") + card.format("x"), "classify")
    with pytest.raises(CourseError, match="but not all of them"):
        load(boxes + card.format("x").replace('"x"', '["x", "y"]') + card.format("x"), "classify")


def test_a_card_may_carry_the_code_of_its_misconception(load: Callable[..., Question]) -> None:
    boxes = '[[question.class]]\nid = "x"\ntext = "X"\n[[question.class]]\nid = "y"\ntext = "Y"\n'
    card = '[[question.card]]\ntext = "one"\nclass = "x"\nfeedback = "So."\nmisconception = "M7"\n'
    question = load(boxes + card + card, "classify")
    wrong, _key, right = mark(question, {"classes": {"a": "y", "b": "x"}}).feedback
    assert (wrong.misconception, right.misconception) == ("M7", "")
