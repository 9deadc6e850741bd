"""What answers are worth, and which are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.practice.judging import LONGEST, checked, judge, points
from tests.practice.made_up import BEST

if TYPE_CHECKING:
    from coursekit.practice.forms import Form


def test_the_best_answers_have_all_points_and_what_is_written_has_none(both: dict[str, Form]) -> None:
    for name, form in both.items():
        answers = {f"{name}-{n}": answer for n, answer in BEST.items()}
        assert points(form, answers) == {f"{name}-{n}": 4 for n in (1, 2, 3, 4, 5)}


@pytest.mark.parametrize(
    ("item", "answer", "worth", "said"),
    [
        ("a-1", {"option": 3}, 2, "Worth 2."),
        ("a-1", {"option": 2}, 0, "Worth 0."),
        ("a-4", {"paper": "log", "paragraph": 2, "sentence": 1}, 2, "That is what he was told."),
        ("a-4", {"paper": "letter", "paragraph": 1, "sentence": 0}, 0, "He says that he saw it."),
        ("a-5", {"paper": "letter", "paragraph": 0, "sentence": 0}, 0, "The head says it."),
    ],
)
def test_points_and_words(both: dict[str, Form], item: str, answer: dict[str, Any], worth: int, said: str) -> None:
    asked = both["a"].item(item)
    assert asked is not None
    found = judge(asked, checked(both["a"], item, answer))
    assert found.points == worth
    assert said in found.feedback


def test_blank_is_never_wrong(both: dict[str, Form]) -> None:
    form = both["a"]
    assert all(judge(item, {}).points is None for item in form.items)
    assert points(form, {"a-1": {}}) == {}
    assert checked(form, "a-6", {"text": "  \n"}) == {}


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("a-9", {"option": 0}),
        (["a-1"], {"option": 0}),
        ("a-1", "K"),
        ("a-1", {"option": 4}),
        ("a-1", {"option": True}),
        ("a-1", {"option": -1}),
        ("a-4", {"paper": "log", "paragraph": 3, "sentence": 0}),
        ("a-4", {"paper": "log", "paragraph": 2, "sentence": 2}),
        ("a-4", {"paper": ["log"], "paragraph": 2, "sentence": 0}),
        ("a-6", {"text": 7}),
        ("a-6", {"text": "x" * (LONGEST + 1)}),
    ],
)
def test_what_is_no_answer_is_refused(both: dict[str, Form], item: Any, answer: Any) -> None:
    with pytest.raises(CourseError):
        checked(both["a"], item, answer)


def test_nothing_but_the_answer_is_kept(both: dict[str, Form]) -> None:
    assert checked(both["a"], "a-1", {"option": 1, "name": "Ada"}) == {"option": 1}
