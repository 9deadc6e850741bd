"""What came of a vote: counted by hand here, and a few people are never broken down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursekit.room import pressing
from coursekit.room.results import results
from tests.room.table import LAMP, POINT, Table

Tables = Callable[..., Table]
KEYED = LAMP | {"confidence": True, "options": ["the keeper", {"text": "the clerk", "right": True}, "nobody"]}


def came_of(room: Table) -> dict[str, Any]:
    return results(room.vote, room.item)


def rows(found: dict[str, Any]) -> dict[str, int]:
    return {row["words"]: row["count"] for row in found["split"]["parts"][0]["rows"]}


def test_a_split_has_every_option_and_says_it_in_words(table: Tables) -> None:
    room = table(8)
    room.ask(LAMP)
    room.choose("aaaaabbb")
    first = came_of(room)["rounds"][0]
    assert rows(first) == {"the keeper": 5, "the clerk": 3, "nobody": 0}
    assert first["split"]["said"] == ["the keeper: 5 (62 %)", "the clerk: 3 (38 %)", "nobody: 0 (0 %)"]


def test_fewer_than_five_are_not_broken_down(table: Tables) -> None:
    room = table(4)
    room.ask(LAMP)
    room.choose("aaab")
    first = came_of(room)["rounds"][0]
    assert (first["split"]["people"], first["split"]["parts"]) == (4, [])
    assert first["split"]["said"] == ["4 voted: too few to be broken down (from 5 on)"]


def test_hands_count_with_votes(table: Tables) -> None:
    room = table(6)
    room.ask(LAMP)
    room.choose("aabbbb")
    room.happen(*pressing.hands(room.vote, room.item.offered(), {"round": 1, "counts": {"a": 3}}))
    assert rows(came_of(room)["rounds"][0]) == {"the keeper": 5, "the clerk": 4, "nobody": 0}


def test_hands_that_are_taken_back_leave_no_round_and_hide_no_shift(table: Tables) -> None:
    room = table(6)
    room.ask(LAMP)
    room.choose("aabbbb")
    for count in (3, 0):
        room.happen(*pressing.hands(room.vote, room.item.offered(), {"round": 2, "counts": {"a": count}}))
    assert [each["round"] for each in came_of(room)["rounds"]] == [1]
    room.close()
    room.second()
    room.choose("bbbbbb")
    assert came_of(room)["shift"]["stayed"] == 4


def test_hands_that_all_have_seen_tell_nothing_of_a_few_votes(table: Tables) -> None:
    room = table(2)
    room.ask(LAMP)
    room.choose("ab")
    room.happen(*pressing.hands(room.vote, room.item.offered(), {"round": 1, "counts": {"a": 3}}))
    first = came_of(room)["rounds"][0]
    assert rows(first) == {"the keeper": 3, "the clerk": 0, "nobody": 0}
    assert first["split"]["said"][-1] == first["split"]["left_out"] == "2 voted: too few to be broken down (from 5 on)"


def test_shift_tells_who_changed_and_whether_for_the_better(table: Tables) -> None:
    room = table(12)
    room.ask(KEYED)
    room.choose("aaaaaabbbbbb")
    room.close()
    room.second()
    room.choose("aabbbbbbbbba")
    shift = came_of(room)["shift"]
    assert (shift["people"], shift["stayed"]) == (12, 7)
    assert shift["courses"] == {
        "right both times": 5,
        "wrong, then right": 4,
        "right, then wrong": 1,
        "wrong both times": 2,
    }
    assert {row["from"]: row["to"] for row in shift["rows"]} == {
        "the keeper": {"the clerk": 4, "the keeper": 2},
        "the clerk": {"the clerk": 5, "the keeper": 1},
    }


def test_a_few_who_first_said_the_same_cannot_be_had_by_taking_away(table: Tables) -> None:
    room = table(14)
    room.ask(KEYED)
    room.choose("aaaaaabbbbbbcc")
    room.close()
    room.second()
    room.choose("aaaaaabbbbbbca")
    shift = came_of(room)["shift"]
    assert [(row["from"], row["people"]) for row in shift["rows"]] == [("the keeper", 6), ("other answers", 8)]


def test_sure_and_wrong_is_named(table: Tables) -> None:
    room = table(12)
    room.ask(KEYED)
    for who in range(12):
        sure, letter = (95, "a") if who < 4 else (90, "b") if who < 6 else (60, "b")
        room.cast(who, {"choice": letter, "confidence": sure})
    sureness = came_of(room)["rounds"][0]["sureness"]
    assert sureness["sure_and_wrong"] == 4
    assert [(band["least"], band["most"], band["people"], band["right"]) for band in sureness["bands"]] == [
        (90, 100, 6, 2),
        (50, 69, 6, 6),
    ]
    assert sureness["said"][0] == "sure and wrong: 4"


def test_a_small_band_goes_with_its_neighbour(table: Tables) -> None:
    room = table(7)
    room.ask(KEYED)
    for who in range(7):
        room.cast(who, {"choice": "a", "confidence": 95 if who < 2 else 75})
    sureness = came_of(room)["rounds"][0]["sureness"]
    assert [(band["least"], band["most"], band["people"]) for band in sureness["bands"]] == [(70, 100, 7)]
    assert sureness["sure_and_wrong"] is None


def test_reasons_say_what_is_right_only_where_there_is_a_key(table: Tables) -> None:
    room = table()
    room.ask({"kind": "question", "question": "00-place"})
    assert [each["right"] for each in came_of(room)["reasons"]] == [True, False]
    room.close()
    room.ask(LAMP)
    assert came_of(room)["reasons"] == []


def test_numbers_have_a_middle_and_steps(table: Tables) -> None:
    room = table(5)
    room.ask({"kind": "number", "prompt": "How many?", "unit": "lamps"})
    for who, number in enumerate((10, 20, 30, 40, 90)):
        room.cast(who, {"number": number})
    found = came_of(room)["rounds"][0]
    assert found["split"] is None
    assert found["numbers"]["median"] == 30
    assert sum(step["count"] for step in found["numbers"]["steps"]) == 5
    assert found["numbers"]["said"][0] == "5 numbers from 10 to 90 lamps"


def test_heat_counts_people_a_word_and_passages_by_votes(table: Tables) -> None:
    room = table(6)
    room.ask(POINT | {"expert": [{"paragraph": "p1", "quote": "no keeper was found", "reason": "It says who."}]})
    for who in range(4):
        room.point(who, "no keeper was found")
    room.point(4, "keeper was", "a lamp failed")
    room.point(5, "Ships waited")
    found = came_of(room)
    pointed = found["rounds"][0]["pointed"]
    assert [(each["at"], each["core"], each["count"]) for each in pointed["passages"]] == [
        ("BOX p1", "keeper was", 5),
        ("BOX p1", "a lamp failed", 1),
        ("BOX p2", "Ships waited", 1),
    ]
    text = room.item.paragraphs()[0].text
    counts = {text[start:end]: count for start, end, count in pointed["words"]["p1"]}
    assert counts == {"“no": 4, "keeper": 5, "was": 5, "found”": 4, "a": 1, "lamp": 1, "failed,": 1}
    assert found["expert"]["said"] == ["BOX p1, “no keeper was found”: 5 of 6: It says who."]


def test_the_most_divided_passage_is_the_one_at_which_half_of_the_class_points(table: Tables) -> None:
    room = table(6)
    room.ask(POINT)
    for who in range(6):
        room.point(who, *["no keeper was found"] * (who < 5), *["Ships waited"] * (who >= 3))
    pointed = came_of(room)["rounds"][0]["pointed"]
    assert [(each["core"], each["division"]) for each in pointed["passages"]] == [
        ("no keeper was found", 0.556),
        ("Ships waited", 1.0),
    ]
    assert pointed["divided"] == [1, 0]


def test_pointing_twice_at_a_word_counts_once(table: Tables) -> None:
    room = table(5)
    room.ask(POINT)
    for who in range(5):
        room.point(who, "no keeper", "keeper was")
    assert {count for *_, count in came_of(room)["rounds"][0]["pointed"]["words"]["p1"]} == {5}


def test_who_points_at_the_same_passage_again_has_stayed(table: Tables) -> None:
    room = table(5)
    room.ask(POINT)
    for who in range(5):
        room.point(who, "no keeper was found")
    room.close()
    room.second()
    for who in range(5):
        room.point(who, "no keeper was" if who else "Ships waited")
    assert came_of(room)["shift"]["stayed"] == 4
