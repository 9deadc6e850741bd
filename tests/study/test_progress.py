"""Where somebody is, worked out by hand on small journals."""

from __future__ import annotations

import pytest

from coursekit.study.path import Part, Unit
from coursekit.study.progress import Progress, progress
from tests.study.journals import answered, at, marked

FIRST = Unit(
    "lesson",
    "00-lamp",
    "The lamp",
    "",
    (Part(1, "Light", 20, ("00-expect", "00-a")), Part(2, "Oil", 30, ("00-b", "00-mark", "00-after"))),
    frozenset({"00-mark"}),
    (("00-expect", ("00-after",)),),
)
TASK = Unit("exercise", "00-cards", "Cards", "", (Part(1, "", 60, ("x00-one", "x00-two", "x00-three")),))
SECOND = Unit("lesson", "01-pier", "The pier", "", (Part(1, "", 40, ("01-a",)),))
PATH = (FIRST, TASK, SECOND)
WHOLE = [*answered(1, "00-expect"), *answered(1, "00-a"), *answered(1, "00-b"), *answered(1, "00-after")]


def states(found: Progress) -> list[str]:
    return [each.state for each in found.units]


def waits(found: Progress) -> list[tuple[str, str, int]]:
    return [(each.kind, each.card, each.number) for each in found.waits]


def test_who_has_done_nothing_begins_at_the_beginning() -> None:
    found = progress(PATH, [])
    assert states(found) == ["next", "later", "later"]
    assert found.place
    assert (found.place.unit, found.place.part, found.place.card) == (FIRST, FIRST.parts[0], "00-expect")
    assert (found.begun, found.taken, found.left, found.waits) == (False, 0, 150, ())


def test_it_goes_on_at_the_first_open_question_after_the_one_touched_last() -> None:
    found = progress(PATH, [at(0, "ran", lesson="00"), *answered(5, "00-a"), *answered(8, "00-b", "wrong")])
    assert states(found) == ["begun", "later", "later"]
    assert found.units[0].done == 2
    assert found.place
    assert (found.place.part, found.place.card) == (FIRST.parts[1], "00-mark")
    assert found.units[0].left == 30  # half of 20, two thirds of 30


def test_what_was_touched_and_not_finished_is_the_place() -> None:
    found = progress(PATH, [*answered(1, "00-b", checked=False), *answered(2, "00-a")[:0]])
    assert found.place
    assert found.place.card == "00-b"


def test_after_the_last_question_it_goes_round_to_those_left_out() -> None:
    found = progress(PATH, answered(1, "00-after"))
    assert found.place
    assert found.place.card == "00-expect"


@pytest.mark.parametrize(
    "events",
    [
        [at(0, "ran", lesson="01")],
        [at(0, "ran", lesson="01"), at(1, "hint", question="01-a", step=1)],
        [at(0, "ran", lesson="01"), *answered(1, "01-a", checked=False, confidence=80)],
        [at(0, "ran", lesson="01"), *answered(1, "01-a", "unanswered")],
        [marked(1, "00-mark", "m1"), at(2, "annotation-removed", annotation="m1"), at(3, "ran", lesson="01")],
    ],
    ids=["opened", "a hint", "only how sure", "handed in blank", "a mark taken away"],
)
def test_whoever_only_looked_into_a_lesson_begins_at_the_beginning(events: list) -> None:  # type: ignore[type-arg]
    found = progress(PATH, events)
    assert states(found) == ["next", "later", "later"]
    assert not found.begun
    assert found.place
    assert (found.place.unit, found.place.card) == (FIRST, "00-expect")


def test_a_look_into_a_later_lesson_does_not_move_the_place() -> None:
    found = progress(PATH, [*answered(1, "00-a"), at(2, "ran", lesson="01")])
    assert states(found) == ["begun", "later", "later"]
    assert found.place
    assert (found.place.unit, found.place.card) == (FIRST, "00-b")
    assert found.units[2].taken == 1, "the time there counts all the same"


def test_of_two_that_are_begun_it_goes_on_where_one_was_last_be_it_to_read() -> None:
    two = [*answered(1, "x00-one"), *answered(2, "00-a")]
    assert progress(PATH, two).place == progress(PATH, [*two, at(3, "ran", lesson="01")]).place
    read = progress(PATH, [*answered(1, "00-a"), *answered(2, "x00-one"), at(3, "ran", lesson="00")])
    assert read.place
    assert (read.place.unit, read.place.card) == (FIRST, "00-b")


def test_a_look_back_into_what_is_done_does_not_move_the_place() -> None:
    parts = [each for card in TASK.cards[:2] for each in answered(3, card)]
    found = progress(PATH, [*WHOLE, at(2, "committed", task="00-mark"), *parts, at(4, "ran", lesson="00")])
    assert states(found) == ["done", "begun", "later"]
    assert found.place
    assert (found.place.unit, found.place.card) == (TASK, "x00-three")


def test_what_is_done_leads_to_what_comes_next() -> None:
    found = progress(PATH, [*WHOLE, at(2, "committed", task="00-mark")])
    assert states(found) == ["done", "next", "later"]
    assert found.units[0].left == 0
    late = progress(PATH, [*answered(1, "01-a")])
    assert states(late) == ["next", "later", "done"], "what was left out before comes at the end"


def test_when_all_is_done_there_is_no_place_to_go_on() -> None:
    parts = [each for card in TASK.cards for each in answered(3, card)]
    found = progress(PATH, [*WHOLE, at(2, "committed", task="00-mark"), *parts, *answered(4, "01-a")])
    assert states(found) == ["done", "done", "done"]
    assert (found.place, found.left) == (None, 0)


def test_an_answer_handed_in_blank_is_none() -> None:
    found = progress(PATH, answered(1, "00-a", "unanswered"))
    assert found.units[0].done == 0


def test_time_counts_from_one_thing_to_the_next_and_a_pause_does_not() -> None:
    events = [
        at(0, "ran", lesson="00"),
        *answered(10, "00-a"),  # 10 minutes
        *answered(30, "00-b"),  # 20 minutes: as long as counts
        *answered(51, "00-after"),  # 21: a pause
        at(55, "named", learner="Ada"),  # of no lesson: of the one that is open
        *answered(60, "01-a"),  # put down to the lesson of the second
        *answered(58, "01-a"),  # a clock set back
    ]
    found = progress(PATH, events)
    assert [each.taken for each in found.units] == [34, 0, 5]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (answered(1, "00-expect"), [("prediction", "00-expect", 0)]),
        ([*answered(1, "00-expect"), *answered(2, "00-after")], []),
        ([marked(1, "00-mark", "m1"), marked(2, "00-mark", "m2")], [("marks", "00-mark", 2)]),
        ([marked(1, "00-mark", "m1"), at(2, "annotation-removed", annotation="m1")], []),
        ([marked(1, "00-mark", "m1"), at(2, "committed", task="00-mark")], []),
        (answered(1, "00-a", checked=False), [("drafts", "00-a", 1)]),
        (answered(1, "00-a", checked=False, confidence=80), []),
        ([*answered(1, "00-a"), *answered(2, "00-a", checked=False)], []),
        ([*answered(1, "x00-one"), *answered(2, "x00-two")], [("exercise", "x00-three", 2)]),
    ],
)
def test_what_was_begun_and_left_waits(events: list, expected: list[tuple[str, str, int]]) -> None:  # type: ignore[type-arg]
    assert waits(progress(PATH, events)) == expected


def test_what_the_course_does_not_know_changes_nothing() -> None:
    strange = [*answered(1, "77-gone"), marked(1, "77-gone", "m"), at(2, "ran", lesson="77"), at(3, "later-event", x=1)]
    assert progress(PATH, strange) == progress(PATH, [])
