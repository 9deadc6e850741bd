"""Signs that mean the same, in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.dates.signs import blank, settled


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("\u200e 18\u00a0July \t", "18 July"),
        ("٣ ३ ３ 𝟛", "3 3 3 3"),
        ("a\u2010b\u2011c\u2212d\ufe63e\uff0df", "a-b-c-d-e-f"),
        ("10² ½ ①", "10² ½ ①"),
        ("soft\u00adly 5\u00ad6", "softly 5-6"),
        ("le\u0301ger", "léger"),
        ("a\ufe0f\u034f\u3164b\x00", "ab"),
        ("ﬁne ⅶ", "fine vii"),
        ("‘’–—…", "‘’–—..."),
        ("\u200b\u2060", ""),
    ],
)
def test_are_put_into_one_form(text: str, same: str) -> None:
    assert settled(text) == same


def test_what_cannot_be_seen_is_blank() -> None:
    assert blank(" \u200e\ufe0f\u00ad")
    assert not blank("\u200e.")


@given(st.text(max_size=40))
def test_what_is_settled_stays_as_it_is(text: str) -> None:
    once = settled(text)
    assert settled(once) == once
