"""Where sentences end, in guides and in full texts."""

from __future__ import annotations

import pytest

from coursekit.spans.sentences import around, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ("The lamp was out.", "Nobody saw it."),
        ("He writes on p. 5 of the log that it burned.", "Then it did not."),
        ("See pp. 5–7 and No. 12, vol. II of the log.", "It is all there."),
        ("Mr. J. R. Ames and Dr. Pole came late.", "They left at once."),
        ("He came from the U.S. Navy, i.e. from afar.", "So they said."),
        ("“It burned true.”", "That is his phrase."),
        ("He asked: ‘Who was below?’", "Nobody answered (or so he says).", "They sat."),
        ("“Who was it?” he asked, and went.", "He did not come back!"),
        ("It was “dark … at the change of the watch” and cold.", "Then came day."),
        ("It was dark … Ames was below, they say.", "Then came day."),
        ("It was dark…", "Ames was below."),
        ("1. The log was copied.", "2. The copy was lost."),
        ("It went out on 3 Nov. 1871 at four.", "In 1872 it burned again."),
        ("He had oil, wicks, etc. in store.", "And more, etc.", "The rest was lost."),
        ("The answer is no.", "It was never asked."),
        ("Лампа погасла.", "Никто не видел."),
        ("灯灭了。", "没有人看见。"),
        ("They came\nby boat.", "It was very\nlate."),
    ],
)
def test_a_text_is_cut_at_the_ends_of_its_sentences(parts: tuple[str, ...]) -> None:
    joined = ("" if "。" in parts[0] else " ").join(parts)
    assert tuple(joined[start:end] for start, end in sentences(joined)) == parts


def test_space_at_the_edges_belongs_to_no_sentence() -> None:
    text = "  One.\n\nTwo.  "
    assert [text[start:end] for start, end in sentences(text)] == ["One.", "Two."]
    assert sentences(" \n ") == ()


def test_a_place_over_two_sentences_is_held_by_both() -> None:
    text = "One is here. Two is there. Three is lost."
    start, end = around(text, (text.index("here"), text.index("is there")))
    assert text[start:end] == "One is here. Two is there."


def test_a_place_in_no_sentence_is_left_as_it_is() -> None:
    assert around("   ", (0, 2)) == (0, 2)
