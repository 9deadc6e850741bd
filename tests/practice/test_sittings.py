"""What a journal says of the practice test, and in which order things were opened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.practice.order import Reading, reading
from coursekit.practice.sittings import FIRST_ANSWER, SittingsFold, sittings
from tests.study.journals import at

if TYPE_CHECKING:
    from coursekit.journal import Event
    from coursekit.journal.summary import Fold
    from coursekit.practice.forms import Form


def opened(minute: float, paper: str, part: str, form: str = "a") -> Event:
    return at(minute, "practice-opened", form=form, paper=paper, part=part)


def answer(minute: float, item: str = "a-1", **given: Any) -> Event:
    return at(minute, "practice-answer", form=item[0], item=item, answer=given)


BEGUN = at(0, "practice-begun", form="a", version=1)
HANDED = at(9, "practice-handed", form="a", version=1, points={"a-1": 4, "a-2": 1})


def test_steps_stand_in_the_order_in_which_they_were_first_taken() -> None:
    (found,) = sittings(
        [
            BEGUN,
            opened(1, "log", "body"),
            answer(2),  # blank: none yet
            opened(3, "log", "head"),
            answer(4, option=1),
            opened(5, "letter", "head"),
            opened(6, "log", "body"),
            answer(7, option=0),
        ]
    )
    assert found.steps == [("log", "body"), ("log", "head"), FIRST_ANSWER, ("letter", "head")]
    assert found.answers == {"a-1": {"option": 0}}
    assert found.handed == ""


def test_once_handed_over_only_ratings_change_it() -> None:
    rated = at(10, "practice-rated", form="a", item="a-6", level=2)
    (found,) = sittings(
        [BEGUN, rated, answer(1, option=0), HANDED, answer(10, option=3), opened(11, "log", "head"), rated]
    )
    assert found.answers == {"a-1": {"option": 0}}
    assert found.points == {"a-1": 4, "a-2": 1}
    assert found.levels == {"a-6": 2}
    assert found.steps == [FIRST_ANSWER]
    (early,) = sittings([BEGUN, rated])
    assert early.levels == {}


def test_a_form_begun_twice_is_one_sitting_and_what_was_never_begun_is_none() -> None:
    again = at(3, "practice-begun", form="a", version=2)
    (found,) = sittings([answer(0, option=1), BEGUN, again])
    assert (found.at, found.version, found.answers) == (BEGUN.at, 1, {})


def test_the_fold_goes_on_from_what_it_kept() -> None:
    events = [BEGUN, opened(1, "log", "body"), answer(4, option=1), HANDED]
    whole = sittings(events)
    for cut in range(len(events) + 1):
        first, second = SittingsFold(), SittingsFold()
        for event in events[:cut]:
            first.hear(event)
        second.take(json.loads(json.dumps(first.kept())))
        for event in events[cut:]:
            second.hear(event)
        assert second.sittings() == whole
    fold: Fold = SittingsFold()  # a type checker holds it to the protocol
    assert fold.stamp == ""


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([], Reading(2, 0, 0, 0, answered=False)),
        (["log head", "log body"], Reading(2, 1, 0, 0, answered=False)),
        (["log body", "log head", "", "letter head", "letter body"], Reading(2, 1, 1, 1)),
        (["letter head", "log head", "letter body", "log body", ""], Reading(2, 2, 2, 0)),
        (["letter body", "log body", ""], Reading(2, 0, 0, 0)),
        (["letter head", ""], Reading(2, 1, 1, 2)),
    ],
)
def test_the_order_in_which_papers_were_opened(both: dict[str, Form], steps: list[str], found: Reading) -> None:
    events = [BEGUN]
    for minute, step in enumerate(steps, 1):
        events.append(opened(minute, *step.split()) if step else answer(minute, option=1))
    assert reading(both["a"], sittings(events)[0]) == found


def test_of_the_points_and_levels_that_a_journal_states_only_possible_ones_are_kept() -> None:
    stated = {"a-1": 10**400, "a-2": 5, "a-3": -1, "a-4": True, "a-5": 4}
    handed = at(9, "practice-handed", form="a", version=1, points=stated)
    rated = at(10, "practice-rated", form="a", item="a-6", level=4)
    (found,) = sittings([BEGUN, handed, rated])
    assert (found.points, found.levels) == ({"a-5": 4}, {})
