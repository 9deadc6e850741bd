"""A hand-in is read with suspicion: what is wrong with a file is said in words."""

from __future__ import annotations

from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking.hand_in import MOST_BYTES, MOST_NAME, clean_name, read_hand_in
from tests.marking.handing import made, raw


def refusal(content: bytes) -> str:
    with pytest.raises(CourseError) as caught:
        read_hand_in(content)
    return str(caught.value)


def test_what_was_written_is_read() -> None:
    found = read_hand_in(raw(made()))
    assert (found.exercise, found.version, found.learner) == ("00-lamp", 2, "Ada")
    assert found.made == "2026-01-31T12:00:00Z"
    assert read_hand_in(found.to_json().encode()) == found


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_hand_in(b"\xef\xbb\xbf" + raw(made())).learner == "Ada"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "an empty file"),
        (b" \n", "an empty file"),
        (b"{", "not JSON that can be read (line 1, column 2)"),
        (b"{\xff}", "not text in UTF-8 or UTF-16"),
        (b"PK\x03\x04rest", "an archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"<html>", "a web page"),
        (b"[]", "expected the format"),
        (b"null", "expected the format"),
        (b'{"nbformat": 4, "cells": []}', "a notebook"),
        (raw(made(format="coursekit-hand-in/9")), "expected the format"),
        (raw(made(extra=float("nan"))), "NaN stands in it"),
        (raw(made(extra=float("-inf"))), "-Infinity stands in it"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a": ' * 100_000, "nested too deep"),
        (b'{"version": ' + b"9" * 5_000 + b"}", "number too long"),
        (raw(made())[:-1] + b', "learner": "Bob"}', "stands twice"),
        (b" " * (MOST_BYTES + 1), "larger than 2 MB"),
    ],
    ids=lambda given: repr(given[:24]),
)
def test_what_is_none_is_refused_with_the_reason(content: bytes, why: str) -> None:
    said = refusal(content)
    assert why in said
    assert len(said) < 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("exercise", value) for value in (None, 3, "", [], "  ")),
        *(("version", value) for value in (None, "2", 2.0, True, 0, -1, 2**31)),
        *(("learner", value) for value in (None, 7, "", ["Ada"], "A" * (MOST_NAME + 1))),
        *(("made", value) for value in (None, 5, "yesterday", "2026-13-01", "0001-01-01T00:00:00+14:00", "\ud800")),
        *(("answers", value) for value in (None, [], "x", 3)),
        *(("history", value) for value in (None, {}, [3], "x")),
        *(("texts", value) for value in (None, [], {"LET": 3})),
    ],
)
def test_each_field_is_held_to_its_type(field: str, value: Any) -> None:
    assert f"“{field}”" in refusal(raw({**made(), field: value}))


def test_a_name_is_one_visible_line_and_never_empty() -> None:
    assert clean_name("Ada\n\u202eL.") == "Ada L."
    assert clean_name("\u200b") == "no name"
    assert read_hand_in(raw(made("\x00 \u200b x"))).learner == "x"


def test_times_of_all_zones_are_told_in_one() -> None:
    assert read_hand_in(raw(made(made="2026-01-31T12:00:00+05:00"))).made == "2026-01-31T07:00:00Z"
    assert read_hand_in(raw(made(made="2026-01-31 12:00"))).made == "2026-01-31T12:00:00Z"
