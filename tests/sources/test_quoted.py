"""Quoted words are found as English and as German set their marks."""

from __future__ import annotations

import pytest

from coursekit.sources.quoted import places, quoted, unpaired


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He says “burned true” and “no more”.", ["burned true", "no more"]),
        ("Er sagt „ich sah es“ und „mehr nicht“.", ["ich sah es", "mehr nicht"]),
        ("„Rauch“ here, “smoke” there", ["Rauch", "smoke"]),
        ("“” and ‘so’", []),
        ("opened “and not closed", []),
        ("„offen und nicht zu", []),
    ],
)
def test_what_is_quoted(text: str, found: list[str]) -> None:
    assert quoted(text) == found
    assert [text[start:end] for start, end in places(text)] == found


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("so “lit” and „hell“", []),
        ("so “lit", [(3, 7)]),
        ("so „hell", [(3, 8)]),
        ("lit” so", [(3, 3)]),
        ("„hell” so", [(0, 5), (5, 5)]),
        ("“a “b” „c„d“", [(0, 3), (7, 9)]),
    ],
)
def test_a_mark_that_stands_alone_is_found(text: str, alone: list[tuple[int, int]]) -> None:
    assert unpaired(text) == alone
