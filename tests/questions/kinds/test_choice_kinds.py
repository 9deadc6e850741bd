"""Single and multiple choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question


def parts(result: Any, tone: Any) -> Any:
    return [note.part for note in result.feedback if note.tone == tone]


def test_a_wrong_choice_gets_its_own_reason_and_the_right_one(quiz: dict[str, Question]) -> None:
    result = mark(quiz["keeper"], {"choice": "b"})
    wrong, right = result.feedback[:2]
    assert (wrong.part, wrong.tone, wrong.misconception) == ("b", "wrong", "M4")
    assert (right.part, right.tone) == ("a", "right")


def test_a_note_links_to_the_passages_its_words_name_and_the_right_one_to_all(quiz: dict[str, Question]) -> None:
    wrong, right = mark(quiz["keeper"], {"choice": "b"}).feedback[:2]
    assert wrong.passages == ("REP p1",)
    assert right.passages == ("LOG p2",)


@pytest.mark.parametrize(
    ("choices", "state", "points"),
    [
        (["oil", "boat", "crew"], "right", 2),
        (["oil", "boat"], "partly", 1.33),
        (["oil", "boat", "fog"], "partly", 0.67),
        (["oil", "fog"], "wrong", 0),
        (["oil", "fog", "cost"], "wrong", 0),
        (["oil", "boat", "crew", "fog", "cost"], "partly", 0.67),
    ],
)
def test_multiple_counts_right_ticks_minus_wrong_ones(
    quiz: dict[str, Question], choices: list[str], state: str, points: float
) -> None:
    result = mark(quiz["silences"], {"choices": choices})
    assert (result.state, result.points) == (state, points)


def test_multiple_tells_the_reasons_of_what_was_ticked_and_of_what_was_missed(quiz: dict[str, Question]) -> None:
    result = mark(quiz["silences"], {"choices": ["oil", "fog"]})
    assert parts(result, "right") == ["oil", "boat", "crew"]
    assert parts(result, "wrong") == ["fog"]


@pytest.mark.parametrize("choices", [["oil", "oil"], ["nothing"], "oil", [["oil"]]])
def test_multiple_refuses_what_is_no_list_of_its_options(quiz: dict[str, Question], choices: list[str]) -> None:
    result = mark(quiz["silences"], {"choices": choices})
    assert result.state == "unanswered"
    assert result.feedback


def test_multiple_wants_something_right_and_something_wrong(load: Callable[..., Question]) -> None:
    options = '[[question.option]]\ntext = "x"\nfeedback = "Because."\n' * 2
    with pytest.raises(CourseError, match=r"^01-try.toml:\d+: option: expected at least one option with right = true"):
        load(options, "multiple")
