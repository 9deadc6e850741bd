"""A document is known by its words; whatever was done to them is told."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursekit.sources.normal import letters
from coursekit.sources.reading.decode import read_bytes
from coursekit.sources.recognise import recognise
from tests.sources.forms import FORMS
from tests.sources.invented import PARAGRAPHS, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.sources.recognise import Match
    from coursekit.sources.record import Record

WORDS = [(pid, n) for pid, words in PARAGRAPHS.items() for n in range(len(words.split()))]


def states(match: Match | None) -> dict[str, list[str]] | None:
    if match is None:
        return None
    return {status: match.ids(status) for status in ("close", "changed", "missing") if match.ids(status)}


def with_paragraph(pid: str, words: str) -> str:
    """Return the document with another text in one paragraph."""
    blocks = TEXT.split("\n\n")
    at = list(PARAGRAPHS).index(pid)
    blocks[at] = blocks[at].replace(PARAGRAPHS[pid], words)
    return "\n\n".join(blocks)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_every_paragraph_exact(form: str, find: Callable[[str], Match | None]) -> None:
    assert states(find(read_bytes(FORMS[form](TEXT).encode(), "x")[1])) == {}


@pytest.mark.parametrize("pid", PARAGRAPHS)
def test_a_paragraph_that_was_taken_away_is_missing(pid: str, find: Callable[[str], Match | None]) -> None:
    assert states(find(with_paragraph(pid, ""))) == {"missing": [pid]}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.sampled_from(WORDS),
    edit=st.sampled_from(["replace", "insert", "drop", "swap", "twice"]),
    word=st.sampled_from(["not", "1912", "the", "gale", "however,", "a"]),
    form=st.sampled_from(["as it is", "60 columns, hyphenated", "pages with titles and numbers", "web page"]),
)
def test_an_edited_paragraph_is_never_exact(
    place: tuple[str, int], edit: str, word: str, form: str, find: Callable[[str], Match | None]
) -> None:
    pid, n = place
    words = PARAGRAPHS[pid].split()
    edited = {
        "replace": [*words[:n], word, *words[n + 1 :]],
        "insert": [*words[:n], word, *words[n:]],
        "drop": words[:n] + words[n + 1 :],
        "swap": [*words[:n], *words[n : n + 2][::-1], *words[n + 2 :]],
        "twice": [*words[: n + 1], *words[n:]],
    }[edit]
    match = find(read_bytes(FORMS[form](with_paragraph(pid, " ".join(edited))).encode(), "x")[1])
    assert match is not None
    if letters(" ".join(edited)) != letters(PARAGRAPHS[pid]):
        assert pid in match.ids("changed") + match.ids("missing")


@pytest.mark.parametrize(
    ("pid", "old", "new", "where"),
    [
        ("p1", "eleven", "twelve", "differs about word 1 to 8: “We have bread for twelve days"),
        ("p2", "asleep", "awake", "differs about word 49 to 56: “his own account, awake”"),
        ("e1.d", "March 4", "March 5", "reads “March 5, 1911”"),
        ("e2.a", "I wrote down", "Then I wrote", "differs about word 17 to 24: “so to whoever will"),
        ("p2", PARAGRAPHS["p2"][-86:], "captain.)", "ends early, after about 37 of 52 words"),
    ],
)  # fmt: skip
def test_it_is_told_where_a_paragraph_differs(
    pid: str, old: str, new: str, where: str, find: Callable[[str], Match | None]
) -> None:
    match = find(with_paragraph(pid, PARAGRAPHS[pid].replace(old, new)))
    assert states(match) == {"changed": [pid]}
    assert match is not None
    assert match.taken[pid].where.startswith(where)


def test_words_put_before_or_after_a_paragraph_make_it_changed(find: Callable[[str], Match | None]) -> None:
    after = find(with_paragraph("p1", PARAGRAPHS["p1"] + " Nobody believed it."))
    before = find(with_paragraph("p1", "Strange to say: " + PARAGRAPHS["p1"]))
    assert states(after) == states(before) == {"changed": ["p1"]}
    assert after is not None
    assert after.taken["p1"].where == "has other words after it: “Nobody believed it.”"
    assert after.taken["p1"].text.endswith("a gale. Nobody believed it.")


def test_a_phrase_put_in_where_a_page_ends_is_not_taken_for_furniture(find: Callable[[str], Match | None]) -> None:
    text = TEXT.replace("between the two", "between\n\nso it was written later\n\nthe two")
    assert states(find(text)) == {"changed": ["p1"]}


def test_foreign_paragraphs_between_ours_are_left_out_and_told(find: Callable[[str], Match | None]) -> None:
    text = TEXT.replace("\n\nWe have", "\n\nA note by somebody else, in a block of its own.\n\nWe have")
    match = find(text)
    assert states(match) == {}
    assert match is not None
    assert match.left_out == ["A note by somebody else, in a block of its own."]


def test_a_note_set_in_mid_paragraph_is_passed_over_where_it_is_a_paragraph_of_the_source(
    find: Callable[[str], Match | None],
) -> None:
    without = TEXT.replace("\n\n" + PARAGRAPHS["e1.a"], "")
    text = without.replace("between the two", f"between\n\n{PARAGRAPHS['e1.a']}\n\nthe two")
    assert states(find(text)) == {}


def test_paragraphs_out_of_order_are_known(find: Callable[[str], Match | None]) -> None:
    blocks = TEXT.split("\n\n")
    assert states(find("\n\n".join(blocks[:3] + blocks[6:8] + blocks[3:6] + blocks[8:]))) == {}


def test_a_text_that_quotes_a_sentence_is_not_the_document(owl: Record) -> None:
    quoting = "An essay on logs.\n\n" * 20 + "He says: " + PARAGRAPHS["p1"][-90:] + "\n\nMarch 4, 1911\n\nCopied 1912\n"
    known = recognise(quoting, [owl])
    assert known.matches == ()
    assert (known.nearest, known.shared) == ("OWL", 1)


@pytest.mark.parametrize("text", ["", "\n\n\f", "\u00ad" * 50, "- \n" * 500, "(" * 2000, "a" * 10_000])
def test_odd_texts_are_nothing(text: str, owl: Record) -> None:
    assert recognise(text, [owl]).matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "March 4, 1911\n" * 40_000,
        (" ".join(PARAGRAPHS["p1"].split()[:20]) + "\n") * 5_000,
        "We have bread " * 60_000,
        "a-\n" * 200_000,
    ],
)
def test_texts_made_to_cost_time_cost_little(text: str, owl: Record) -> None:
    begun = time.process_time()
    recognise(text, [owl])
    assert time.process_time() - begun < 12


def test_what_is_kept_of_a_changed_paragraph_are_the_copys_own_words(find: Callable[[str], Match | None]) -> None:
    text = FORMS["pages with titles and numbers"](with_paragraph("p2", PARAGRAPHS["p2"].replace("dark", "bright")))
    match = find(text)
    assert states(match) == {"changed": ["p2"]}
    assert match is not None
    assert re.sub(r"\s+", " ", match.taken["p2"].text) == PARAGRAPHS["p2"].replace("dark", "bright")
