"""What the practice test came to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.practice import words
from coursekit.practice.sittings import FIRST_ANSWER, Sitting

if TYPE_CHECKING:
    from coursekit.practice.forms import Form

EVERY = [("letter", "head"), ("letter", "body"), ("log", "body"), ("log", "head"), FIRST_ANSWER]


def sitting(
    form: str, *points: int, version: int = 1, handed: str = "2026-03-02T10:00:00.000Z", level: int = 1
) -> Sitting:
    found = Sitting(form, version, "2026-03-02T09:00:00.000Z", steps=list(EVERY), handed=handed)
    found.points = {f"{form}-{n}": value for n, value in enumerate(points, 1)}
    found.levels = {f"{form}-6": level}
    return found


def test_before_anything_is_handed_over_nothing_is_told(both: dict[str, Form]) -> None:
    assert words.told(both, []) == []
    assert words.told(both, [sitting("a", 4, handed="")]) == []
    assert words.change(both, [sitting("a", 4)]) == []


def test_the_first_form_tells_points_and_the_order_of_opening(both: dict[str, Form]) -> None:
    assert words.told(both, [sitting("b", 4, 0, 2)]) == [
        "6 of 12 points for the 5 questions that a key can mark; 2 of them left blank, which is not counted as wrong.",
        "What you opened: the head before the body in 1 of 2 papers; 2 of 2 heads before your first answer.",
    ]


def test_both_tell_the_gain_with_its_interval_and_the_order_then_and_now(both: dict[str, Form]) -> None:
    now = sitting("a", 4, 4, 4, 4, 4, level=3)
    now.steps = [("letter", "body"), FIRST_ANSWER]
    told = words.told(both, [sitting("b", 0, 1, 0, 0, 0), now])
    assert told[0].startswith("Before: 1 of 20 points. After: 20 of 20, for the 5 pairs of questions")
    assert told[1].startswith("Of a hundred points that is 95 more than before. ")
    assert told[1].endswith("Chance alone would seldom make so much.")
    assert told[2] == words.ONE_PERSON
    assert told[3].startswith("What you opened then: the head before the body in 1 of 2 papers; 2 of 2 heads")
    assert told[4] == (
        "And now: the head before the body in 0 of 2 papers; 0 of 2 heads before your first answer. "
        "You answered before you had opened one of the texts."
    )
    assert "1 then and 3 now" in told[5]
    assert words.change(both, [sitting("b", 0, 1, 0, 0, 0), now]) == told[:3]


def test_a_small_change_may_be_chance_and_is_said_so(both: dict[str, Form]) -> None:
    told = words.told(both, [sitting("a", 2, 2, 2, 2, 2), sitting("b", 2, 2, 2, 2, 0)])
    assert told[1].startswith("Of a hundred points that is 10 fewer than before.")
    assert " more (95 per cent interval)" in told[1]
    assert told[1].endswith("So chance alone may have made it.")


def test_the_same_twice_is_as_many(both: dict[str, Form]) -> None:
    same = [sitting(form, 2, 2, 2, 2, 2) for form in "ab"]
    assert words.told(both, same)[1].startswith("Of a hundred points that is as many as before.")


def test_too_few_pairs_and_another_version_give_no_gain(both: dict[str, Form]) -> None:
    assert words.told(both, [sitting("a", 4, 4), sitting("b", 4, 4)])[0] == words.TOO_FEW
    assert words.told(both, [sitting("a", 4, 4, 4, 4, version=2), sitting("b", 4, 4, 4, 4)])[0] == words.CHANGED


def test_where_nothing_was_answered_that_is_said(both: dict[str, Form]) -> None:
    blank = sitting("a")
    blank.steps = [("log", "head"), ("log", "body")]
    assert words.told(both, [blank]) == [
        "You left all 5 questions that a key can mark blank, so there are no points to tell.",
        "What you opened: the head before the body in 1 of 2 papers; you answered nothing.",
    ]


def test_of_a_form_that_has_changed_since_neither_points_nor_order_are_told(both: dict[str, Form]) -> None:
    old = sitting("a", 4, 4, 4, version=2)
    assert words.told(both, [old]) == [words.OUTDATED]
    assert words.told(both, [old, sitting("b", 4, 4, 4, 4)]) == [words.CHANGED]
    assert words.change(both, [old, sitting("b", 4, 4, 4, 4)]) == [words.CHANGED]


def test_only_points_of_what_a_key_marks_are_summed(both: dict[str, Form]) -> None:
    found = sitting("a", 4, 4, 4, 4, 4)
    found.points |= {"a-6": 4, "a-9": 4}
    assert words.told(both, [found])[0].startswith("20 of 20 points")
