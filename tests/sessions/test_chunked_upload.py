"""A file in pieces."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.errors import CourseError
from coursekit.sessions.chunked_upload import ChunkedUpload
from coursekit.sources.reading.found import MOST_BYTES


@given(st.binary(max_size=60), st.integers(1, 20))
def test_pieces_in_order_make_the_file(data: bytes, length: int) -> None:
    upload = ChunkedUpload()
    pieces = [(at, data[at : at + length]) for at in range(0, max(1, len(data)), length)]
    got = [upload.take(7, {"size": len(data), "at": at}, [memoryview(piece)]) for at, piece in pieces]
    assert got == [*[None] * (len(pieces) - 1), data]


def test_two_files_one_after_the_other() -> None:
    upload = ChunkedUpload()
    assert upload.take(1, {"size": 2, "at": 0}, [b"ab"]) == b"ab"
    assert upload.take(2, {"size": 2, "at": 0}, [b"cd"]) == b"cd"


@pytest.mark.parametrize(
    ("content", "buffers"),
    [
        ({"size": 4, "at": 3}, [b"d"]),
        ({"size": 4, "at": 2}, [b"cdefg"]),
        ({"size": 4, "at": 2}, []),
        ({"size": 4, "at": 2}, [b"c", b"d"]),
        ({"size": "4", "at": 2}, [b"cd"]),
        ({"size": True, "at": 2}, [b"cd"]),
        ({}, [b"cd"]),
    ],
)
def test_a_piece_that_is_not_due_is_refused(content: dict[str, Any], buffers: list[bytes]) -> None:
    upload = ChunkedUpload()
    upload.take(1, {"size": 4, "at": 0}, [b"ab"])
    with pytest.raises(CourseError, match="did not arrive whole"):
        upload.take(1, content, buffers)


def test_a_second_file_that_begins_takes_the_place_of_the_first() -> None:
    upload = ChunkedUpload()
    upload.take(1, {"size": 4, "at": 0}, [b"ab"])
    upload.take(2, {"size": 4, "at": 0}, [b"12"])
    with pytest.raises(CourseError):
        upload.take(1, {"size": 4, "at": 2}, [b"cd"])


def test_what_is_too_large_is_refused_with_its_first_piece() -> None:
    with pytest.raises(CourseError, match="21 MB, at most 20 MB are read"):
        ChunkedUpload().take(1, {"size": MOST_BYTES + 10**6, "at": 0}, [b"a"])
