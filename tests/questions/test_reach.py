"""How far round the accepted words a mark may lie: in their sentence, but not on a near miss and not next door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.spans import Span

if TYPE_CHECKING:
    from coursekit.questions import Question

GUIDE = {
    "p1": "The clerk took fright. Of the oil he says “it was bad, as ever”, see p. 5 of the log, and burned dim. "
    "Nobody asked him why."
}
TEXT = {"p1": "I took fright. It was bad, as ever,\nand burned dim. Nobody asked."}
LINES = """
source = "LOG"
nowhere_feedback = "It is there."
elsewhere = "That speaks of another thing."
[[question.accept]]
paragraph = "p1"
quote = "it was bad, as ever"
feedback = "He calls it bad."
"""
HALF = '[[question.accept]]\nparagraph = "p1"\nquote = "see p. 5 of the log"\nfeedback = "Near enough."\ncredit = 0.5\n'
NEAR = '[[question.near]]\nparagraph = "p1"\nquote = "and burned dim"\nfeedback = "That is the light."\n'


class Texts:
    def text(self, _siglum: str, edition: str, paragraph: str) -> str | None:
        return (GUIDE if edition == "guide" else TEXT).get(paragraph)


def state(question: Question, words: str, edition: str = "guide") -> str:
    start = (GUIDE if edition == "guide" else TEXT)["p1"].index(words)
    span = Span("LOG", edition, "p1", start, start + len(words), words)
    return mark(question, {"spans": [span.to_json()]}, Texts()).state


@pytest.mark.parametrize("words", ["Of the oil he says", "and burned dim", "p. 5", "Of the oil he says “it was bad"])
def test_anywhere_in_the_deciding_sentence_counts(load: Any, words: str) -> None:
    assert state(load(LINES, "evidence"), words) == "right"


@pytest.mark.parametrize("words", ["took fright", "Nobody asked him why", "dim. Nobody asked him why"])
def test_a_neighbouring_sentence_does_not(load: Any, words: str) -> None:
    assert state(load(LINES, "evidence"), words) == "wrong"


def test_the_sentence_is_that_of_the_edition_the_mark_was_made_in(load: Any) -> None:
    question = load(LINES, "evidence")
    assert state(question, "burned dim", "text") == "right"
    assert state(question, "Nobody asked", "text") == "wrong"


def test_a_near_miss_in_the_same_sentence_stays_one(load: Any) -> None:
    question = load(LINES + NEAR, "evidence")
    assert state(question, "burned dim") == "wrong"
    assert state(question, "Of the oil he says") == "right"


def test_another_accepted_place_in_the_same_sentence_decides(load: Any) -> None:
    assert state(load(LINES + HALF, "evidence"), "p. 5 of the log") == "partly"


def test_a_whole_paragraph_as_near_miss_does_not_take_the_sentence_away(load: Any) -> None:
    near = '[[question.near]]\nparagraph = "p1"\nfeedback = "In there, but where?"\n'
    question = load(LINES + near, "evidence")
    assert state(question, "Of the oil he says") == "right"
    assert state(question, "took fright") == "wrong"


def test_an_author_may_ask_for_the_words_themselves(load: Any) -> None:
    question = load(LINES + 'reach = "words"\n', "evidence")
    assert state(question, "Of the oil he says") == "wrong"
    assert state(question, "bad, as ever") == "right"


def test_reach_is_one_of_two(load: Any) -> None:
    with pytest.raises(CourseError, match=r"reach: expected one of sentence, words"):
        load(LINES + 'reach = "page"\n', "evidence")


def test_without_the_text_only_the_words_count(load: Any) -> None:
    span = Span("LOG", "guide", "p1", 23, 41, "Of the oil he says").to_json()
    assert mark(load(LINES, "evidence"), {"spans": [span]}).state == "wrong"


OWN = LINES.replace('quote = "it was bad, as ever"', 'quote = "The clerk took fright"\nin_text = "1-3 of 13"')


@pytest.mark.parametrize("reach", ["sentence", "words"])
def test_a_passage_in_the_calendars_own_words_is_found_in_the_full_text_by_its_words_numbers(
    load: Any, reach: str
) -> None:
    question = load(f'{OWN}reach = "{reach}"\n', "evidence")
    assert state(question, "took fright", "guide") == "right"
    assert state(question, "took fright", "text") == "right"
    assert state(question, "It was bad", "text") == "wrong"
    assert state(load(f'{LINES}reach = "{reach}"\n', "evidence"), "took fright", "text") == "wrong"


def test_numbers_that_are_none_are_told_with_what_was_expected(load: Any) -> None:
    with pytest.raises(CourseError, match="in_text: expected words of the full text as 12-19 of 64, found “1-3”"):
        load(OWN.replace(" of 13", ""), "evidence")
