"""Quoted words are found as English and as German set their marks."""

from __future__ import annotations

import pytest

from coursekit.sources.quoted import places, quoted


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
