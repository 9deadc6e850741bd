"""What may stand in a journal, and what is turned away."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursekit.errors import CourseError
from coursekit.journal.events import MAX_LINE, ForeignLineError, line, new, parse

GOOD = {
    "v": 1,
    "id": "0" * 32,
    "at": "2026-11-22T02:00:00.123Z",
    "session": "abc",
    "event": "answer",
    "question": "01-custody",
    "version": 1,
    "answer": {"choice": "b"},
    "checked": True,
}


def with_(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def test_an_event_comes_back_as_it_was_written() -> None:
    given = {"text": "a\nb\u2028“c” 🎓"}
    event = new("answer", "abc", {"question": "q", "version": 2, "answer": given, "checked": False})
    written = line(event)
    assert written.count(b"\n") == 1
    assert written.startswith(b'{"v": 1, ')
    assert parse(written[:-1]) == event


def test_time_is_utc_with_milliseconds() -> None:
    assert new("ran", "abc", {"lesson": "01"}).at[-5:-4] == "."
    assert new("ran", "abc", {"lesson": "01"}).at.endswith("Z")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\xff\xfe\x00binary", "not text"),
        (b'{"v": 1, "id": "0000', "cut short"),
        (b"[1, 2]", "not an event"),
        (b"12", "not an event"),
        (with_(v=2), "later version"),
        (with_(v="1"), "no version"),
        (with_(v=True), "no version"),
        (with_(id="../../etc"), "no id"),
        (with_(id=7), "no id"),
        (with_(at="yesterday"), "no time"),
        (with_(at="2026-99-99T00:00:00Z"), "no time"),
        (with_(at="0001-01-01T00:00:00Z"), "no time"),
        (with_(event="Answer!"), "event name"),
        (with_(session=None), "no session"),
        (with_(answer="b"), "proper answer"),
        (with_(version=True), "proper version"),
        (with_(checked=1), "proper checked"),
        (with_(question="q" * 201), "proper question"),
        (with_(event="annotate", annotation={"id": "x"}), "proper annotation"),
        (with_(event="annotation-removed"), "proper annotation"),
        (with_(answer={"text": "\ud800"}), "surrogate"),
        (with_(session="\udfff"), "surrogate"),
        (with_(answer={"n": 1}).replace(b"1}", b"NaN}"), "not JSON"),
        (with_(answer={"n": 1}).replace(b"1}", b"-Infinity}"), "not JSON"),
        (with_(answer={"n": 1}).replace(b"1}", b"1e999}"), "not JSON"),
        (with_(answer={"n": 1}).replace(b"1}", b"9" * 5000 + b"}"), "not JSON"),
        (with_(answer={"n": 1}).replace(b"1}", b"[" * 60 + b"]" * 60 + b"}"), "too deep"),
        (with_(answer={"n": 1}).replace(b"1}", b"[" * 9000 + b"]" * 9000 + b"}"), "not JSON"),
    ],
)
def test_a_foreign_line_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(ForeignLineError, match=reason):
        parse(raw)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of ours
@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail_otherwise(raw: bytes) -> None:
    with pytest.raises(ForeignLineError):
        parse(raw)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.none() | st.integers() | st.text() | st.lists(st.integers())))
def test_no_values_make_reading_fail_otherwise(changes: dict[str, object]) -> None:
    with suppress(ForeignLineError):
        parse(json.dumps({**GOOD, **changes}).encode())


def test_an_event_we_do_not_know_yet_is_kept() -> None:
    assert parse(with_(event="voted", poll="p1")).data["poll"] == "p1"


def test_a_surrogate_pair_is_one_letter_and_welcome() -> None:
    assert parse(with_(answer={"text": "🎓"})).data["answer"] == {"text": "🎓"}


def test_an_unpaired_surrogate_is_replaced_one_for_one_when_written() -> None:
    event = new("answer", "abc", {"question": "q", "version": 1, "answer": {"text": "a\ud800b"}, "checked": True})
    assert parse(line(event)[:-1]).data["answer"]["text"] == "a\ufffdb"


@pytest.mark.parametrize(
    "answer",
    [
        {"text": "x" * MAX_LINE},
        {"n": float("nan")},
        {"n": float("inf")},
        {"n": {1}},
        {"n": json.loads("[" * 60 + "]" * 60)},
    ],
)
def test_what_could_not_be_read_back_is_not_written(answer: dict[str, object]) -> None:
    event = new("answer", "abc", {"question": "q", "version": 1, "answer": answer, "checked": True})
    with pytest.raises(CourseError, match="not saved"):
        line(event)


def test_brackets_in_a_comment_are_no_depth() -> None:
    event = new("answer", "abc", {"question": "q", "version": 1, "answer": {"text": "[" * 500}, "checked": True})
    assert parse(line(event)[:-1]) == event


@pytest.mark.parametrize(
    ("name", "data"), [("answer", {}), ("ran", {"lesson": 1}), ("ran", {"lesson": "1", "id": "x"}), ("No", {})]
)
def test_a_wrong_event_is_not_made(name: str, data: dict[str, object]) -> None:
    with pytest.raises(CourseError, match="not saved"):
        new(name, "abc", data)
