"""A fingerprint tells a copy from a changed text."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from coursekit.sources.fingerprints import as_toml, fingerprint
from coursekit.sources.normal import letters
from tests.sources.invented import PARAGRAPHS

PRINT = fingerprint("p1", "We have bread", PARAGRAPHS["p1"])
WORDS = PARAGRAPHS["p1"].split()


def test_the_four_states() -> None:
    text = PARAGRAPHS["p1"]
    assert PRINT.status(text) == "exact"
    assert PRINT.status(text.replace("days, oil", "days; OIL")) == "close"
    assert PRINT.status(text.replace("eleven", "twelve")) == "changed"
    assert PRINT.status("  ") == "missing"


def test_it_is_written_as_one_line_of_toml() -> None:
    print_ = fingerprint("e1.t", 'A "quoted" \\ start', PARAGRAPHS["p1"])
    (row,) = tomllib.loads(as_toml(print_)).values()
    assert row["begins"] == 'A "quoted" \\ start'
    assert row["words"] == len(print_.blocks) * 8 - 8 + row["words"] % 8
    assert "\n" not in as_toml(print_)


def test_it_does_not_hold_the_text() -> None:
    written = as_toml(fingerprint("p1", "We have bread", PARAGRAPHS["p1"]))
    assert not any(word in written for word in WORDS[3:] if len(word) > 4)


@given(st.data())
def test_other_words_are_never_exact_or_close(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WORDS) - 1))
    word = data.draw(st.text(alphabet="abcdefgxyz", min_size=1, max_size=6))
    edit = data.draw(st.sampled_from(["replace", "insert", "drop"]))
    edited = WORDS[:at] + ([] if edit == "drop" else [word]) + WORDS[at + (edit != "insert") :]
    text = " ".join(edited)
    assert PRINT.status(text) == "changed" or letters(text) == letters(PARAGRAPHS["p1"])
