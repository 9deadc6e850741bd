"""A session as data: all that came of it, nobody in it, over the text as it was."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.room.debrief.data import debrief, same
from coursekit.room.debrief.page import page
from coursekit.room.debrief.reading import MOST_BYTES, read_debrief
from coursekit.room.reducer import replay
from tests.room.debrief.seminar import POINTED, data_of, held
from tests.room.table import LAMP, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursekit.course import Course


def test_every_vote_is_there_with_what_came_of_it_and_what_was_noted(there: Course) -> None:
    data = data_of(held(there))
    assert [(vote["kind"], vote["phase"], vote["hands"]) for vote in data["votes"]] == [
        ("choice", "opened", False),
        ("point", "opened", False),
        ("number", "opened", False),
        ("choice", "closed", True),
    ]
    choice, point = data["votes"][:2]
    assert choice["note"].startswith("Lively")
    assert choice["shift"]["courses"]["wrong, then right"] == 6
    assert (point["source"], [each["id"] for each in point["paragraphs"]]) == ("BOX", ["p1", "p2", "p3"])
    assert point["rounds"][0]["pointed"]["passages"][0]["core"] == "no keeper was found"
    assert point["expert"]["passages"][0]["count"] == 8


def test_nobody_is_in_it(there: Course) -> None:
    room = held(there, names=True)
    raw = json.dumps(data_of(room))
    assert "Person" not in raw
    assert not any(f'"{who}"' in raw for who in room.room.people)
    assert "BCDFGH" not in raw


def test_places_stand_in_the_text_that_people_had_before_them(there: Course) -> None:
    room = held(there)
    events = copy.deepcopy(room.events)
    asked = next(each for each in events if each["event"] == "asked" and each["shown"]["kind"] == "point")
    first = asked["shown"]["paragraphs"][0]
    first["text"] = f"Long ago. {first['text']}"
    for each in events:
        for span in each.get("answer", {}).get("spans", ()):
            if span["paragraph"] == "p1":
                span["start"] += 10
                span["end"] += 10
    point = debrief(replay(events), there)["votes"][1]
    assert point["paragraphs"][0]["text"].startswith("Long ago.")
    assert point["rounds"][0]["pointed"]["passages"][0]["core"] == "no keeper was found"


def test_a_question_that_is_gone_is_told_and_the_rest_is_there(there: Course) -> None:
    room = held(there)
    events = copy.deepcopy(room.events)
    gone = next(each for each in events if each["event"] == "asked")
    gone["item"] = {"kind": "question", "question": "00-gone", "version": 1}
    votes = debrief(replay(events), there)["votes"]
    assert "00-gone" in votes[0]["why"]
    assert [bool(vote["rounds"]) for vote in votes] == [False, True, True, True]


@pytest.mark.parametrize(
    ("other", "equal"),
    [
        (LAMP, True),
        (LAMP | {"prompt": "Who  saw the LAMP?", "confidence": True}, True),
        (LAMP | {"options": ["the clerk", "the keeper", "nobody"]}, False),
        (LAMP | {"prompt": "Who lit the lamp?"}, False),
        (POINTED, False),
        ({"kind": "question", "question": "00-place"}, False),
    ],
)
def test_two_classes_were_asked_the_same_where_words_and_options_are(
    table: Callable[..., Table], other: dict[str, Any], *, equal: bool
) -> None:
    one, two = table(), table()
    one.ask(LAMP)
    two.ask(other)
    assert (same(one.vote.shown) == same(two.vote.shown)) == equal


def test_the_same_passages_of_another_text_are_another_thing(table: Callable[..., Table]) -> None:
    one, two = table(), table()
    one.ask(POINTED)
    two.ask(POINTED | {"paragraphs": "p1-p2"})
    assert same(one.vote.shown) != same(two.vote.shown)


def test_what_is_written_can_be_read_again(there: Course, tmp_path: Path) -> None:
    data = data_of(held(there))
    (tmp_path / "other.json").write_text(json.dumps(data), encoding="utf-8")
    assert read_debrief(tmp_path / "other.json") == data


def test_whole_numbers_written_with_a_point_are_whole(there: Course, tmp_path: Path) -> None:
    data = data_of(held(there))
    written = spoilt(copy.deepcopy(data), "votes", 1, "rounds", 0, "pointed", "words", "p1", value=[[0.0, 5.0, 3.0]])
    (tmp_path / "other.json").write_text(json.dumps(written), encoding="utf-8")
    assert "The other class" in page(data, other=read_debrief(tmp_path / "other.json"))


def spoilt(data: dict[str, Any], *way: str | int, value: object) -> dict[str, Any]:
    found: Any = data
    for step in way[:-1]:
        found = found[step]
    found[way[-1]] = value
    return data


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        (("debrief",), 2, "debrief: 1 was expected"),
        (("votes", 0, "rounds", 0, "split", "people"), "<b>", "votes[0].rounds[0].split.people"),
        (("votes", 1, "rounds", 0, "pointed", "words", "p1"), [[1, 2]], "votes[1].rounds[0].pointed.words.p1[0]"),
        (("votes", 1, "prompt"), "x" * 30_000, "votes[1].prompt"),
        (("votes",), {}, "votes: {} is not of type 'array'"),
    ],
)
def test_what_has_another_form_is_told_with_its_place(
    there: Course, tmp_path: Path, way: tuple[str | int, ...], value: object, said: str
) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps(spoilt(data_of(held(there)), *way, value=value)), encoding="utf-8")
    with pytest.raises(CourseError) as told:
        read_debrief(other)
    assert said in str(told.value)
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 400 + len(str(other))


@pytest.mark.parametrize("raw", [b"", b"{", b"[" * 5_000, b"\xff\xfe", b"9" * 5_000, b"null", b"[]"])
def test_what_is_no_debrief_at_all_is_told(tmp_path: Path, raw: bytes) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(raw)
    with pytest.raises(CourseError, match="no debrief"):
        read_debrief(other)


def test_what_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    with other.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(CourseError, match="over 8 MB"):
        read_debrief(other)
