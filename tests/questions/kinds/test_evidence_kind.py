"""Point at the passage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import twin, view

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question
    from coursekit.questions.shelf import LibraryShelf


def test_the_accepted_words_are_right_and_their_reason_is_told(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    result = mark(quiz["out"], pointed(("p2", "burned true till four")), shelf)
    assert result.state == "right"
    assert result.feedback[0].part == "accept:1"
    assert "LOG p2" in result.feedback[0].passages


@pytest.mark.parametrize("quote", ["true till four", "till four", "it “burned true till four”; the oil was", "four"])
def test_half_of_the_shorter_is_enough(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]], quote: str
) -> None:
    assert mark(quiz["out"], pointed(("p2", quote)), shelf).state == "right"


def test_less_than_half_is_not(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    assert mark(quiz["out"], pointed(("p2", "four”; the oil was bad")), shelf).state == "wrong"


def test_the_same_words_in_the_full_text_count(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    """There they stand with other quotation marks and over a line's end."""
    answer = pointed(("p2", "burned ‘true’ till\nfour"), edition="text")
    assert mark(quiz["out"], answer, shelf).state == "right"
    assert mark(quiz["out"], pointed(("p2", "Oil thick as tar"), edition="text"), shelf).state == "wrong"


def test_without_the_edition_quotations_are_compared(
    quiz: dict[str, Question], pointed: Callable[..., dict[str, Any]]
) -> None:
    answer = pointed(("p2", "burned ‘true’ till\nfour"), edition="text")
    assert mark(quiz["out"], answer).state == "right"
    assert mark(quiz["out"], pointed(("p2", "Oil thick as tar"), edition="text")).state == "wrong"


def test_an_accepted_place_may_bring_part_of_the_points(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    result = mark(quiz["out"], pointed(("p3", "dark at the change")), shelf)
    assert (result.state, result.points, result.feedback[0].tone) == ("partly", 0.5, "partly")


def test_a_near_miss_gets_its_own_words_and_the_right_place(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    result = mark(quiz["out"], pointed(("p1", "the lamp at ten")), shelf)
    assert (result.state, result.feedback[0].misconception) == ("wrong", "M8")
    assert [note.part for note in result.feedback] == ["near:1", "accept:1"]


def test_a_place_that_is_partly_right_is_no_hint_to_whoever_missed_it(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    """The learner's page keeps back what is right until it is asked for, and shows all other words at once."""
    for answer in (pointed(("p1", "the lamp at ten")), pointed(("p2", "relief boat late")), {"nowhere": True}):
        assert "partly" not in [note.tone for note in mark(quiz["out"], answer, shelf).feedback]


def test_a_near_miss_may_be_a_whole_paragraph(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    assert mark(quiz["out"], pointed(("p3", "A note in another hand")), shelf).feedback[0].part == "near:2"


def test_elsewhere_has_its_words(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    assert mark(quiz["out"], pointed(("p2", "relief boat late")), shelf).feedback[0].part == "elsewhere"


def test_the_best_of_up_to_three_places_counts(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    answer = pointed(("p1", "the lamp at ten"), ("p3", "dark at the change"), ("p2", "till four"))
    assert mark(quiz["out"], answer, shelf).state == "right"


def test_a_scatter_is_told_to_narrow_down_and_not_told_the_place(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    answer = pointed(*[("p2", quote) for quote in ("second", "till four", "oil", "boat")])
    result = mark(quiz["out"], answer, shelf)
    assert (result.state, result.points) == ("wrong", 0)
    assert [note.text[:14] for note in result.feedback] == ["Narrow it down"]


def test_a_very_long_passage_is_told_to_narrow_down(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    long = "it was “dark at the change of the watch”. " + "The copy was made in spring. " * 15
    result = mark(quiz["out"], pointed(("p3", long.strip())), shelf)
    assert [note.text[:14] for note in result.feedback] == ["Narrow it down"]


def test_nowhere_is_wrong_where_it_stands_and_right_where_it_does_not(quiz: dict[str, Question]) -> None:
    assert mark(quiz["out"], {"nowhere": True}).state == "wrong"
    assert mark(quiz["wreck"], {"nowhere": True}).state == "right"


def test_who_points_where_nowhere_is_right_is_told_so(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    result = mark(quiz["wreck"], pointed(("p2", "burned true")), shelf)
    assert [(note.part, note.tone) for note in result.feedback] == [("near:1", "wrong"), ("nowhere", "right")]


def test_pointing_and_nowhere_together_are_no_answer(
    quiz: dict[str, Question], pointed: Callable[..., dict[str, Any]]
) -> None:
    result = mark(quiz["out"], pointed(("p2", "till four")) | {"nowhere": True})
    assert result.state == "unanswered"
    assert "choose one" in result.feedback[0].text


def test_a_place_in_another_document_is_no_answer(
    quiz: dict[str, Question], pointed: Callable[..., dict[str, Any]]
) -> None:
    answer = pointed(("p2", "till four"))
    answer["spans"][0]["source"] = "REP"
    assert "another document" in mark(quiz["out"], answer).feedback[0].text


def test_a_span_whose_offsets_are_off_is_found_by_its_words(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    answer = pointed(("p2", "burned true"))
    answer["spans"][0] |= {"start": 0, "end": len("burned true")}
    assert mark(quiz["out"], answer, shelf).state == "right"


def test_the_view_names_the_paragraphs_without_their_words_and_not_what_it_rests_on(
    quiz: dict[str, Question], shelf: LibraryShelf
) -> None:
    shown = view(quiz["wreck"], shelf)
    assert (shown["source"], shown["siglum"], shown["edition"]) == ("the log", "LOG", "guide")
    assert shown["ids"] == ["p1", "p2", "p3"]
    assert "paragraphs" not in shown
    assert view(quiz["out"], shelf)["rests_on"] == []


def test_the_twin_quotes_what_was_pointed_at(quiz: dict[str, Question], pointed: Callable[..., dict[str, Any]]) -> None:
    assert "<li>LOG p2: <q>till four</q></li>" in twin(quiz["out"], pointed(("p2", "till four")))
    assert "nowhere in this document" in twin(quiz["out"], {"nowhere": True})


BASE = 'source = "LOG"\nnowhere_feedback = "It does."\nelsewhere = "Not there."\n'
ACCEPT = '[[question.accept]]\nparagraph = "p2"\nquote = "four"\nfeedback = "There."\n'


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (BASE, ":1: accept: expected a place to accept, or nowhere = true"),
        (BASE.replace("LOG", "log") + ACCEPT, ":5: source: expected a siglum"),
        (BASE.replace('elsewhere = "Not there."\n', "") + ACCEPT, ":1: elsewhere: expected a text"),
        (BASE + ACCEPT + "credit = 2\n", ":12: credit: expected more than 0 and at most 1"),
        (BASE + ACCEPT.replace('"p2"', '"p2-p3"'), ":9: paragraph: expected one paragraph as p11"),
        ('paragraphs = "p1 to p3"\n' + BASE + ACCEPT, ":5: paragraphs: expected paragraphs as m1-m3 p13, found “to”"),
    ],
)
def test_faults_of_an_author_are_told(load: Callable[..., Question], lines: str, message: str) -> None:
    with pytest.raises(CourseError) as caught:
        load(lines, "evidence")
    assert message in str(caught.value)


def test_an_accepted_place_not_pointed_at_is_told_as_also_possible(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    out: Any = quiz["out"]
    other = replace(out.accept[0], paragraph="p1", quote="see p. 5 of the log", part="accept:9", feedback="So here.")
    two = replace(out, accept=(out.accept[0], other))
    told = mark(two, pointed(("p2", "burned true till four")), shelf).feedback
    assert [(each.part, each.tone) for each in told] == [("accept:1", "right"), ("accept:9", "note")]
    assert told[1].text == "Also possible: So here."
    assert "Also possible: So here." in twin(
        two, pointed(("p2", "burned true till four")), mark(two, pointed(("p2", "burned true till four")), shelf)
    )


def test_each_place_pointed_at_is_told_by_itself(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    right, half, near = (
        ("p2", "burned true till four"),
        ("p3", "dark at the change of the watch"),
        ("p1", "trimmed the lamp at ten"),
    )
    result = mark(quiz["out"], pointed(near, right, half), shelf)
    assert (result.state, result.places) == ("right", ("wrong", "right", "partly"))
    assert result.to_json()["places"] == ["wrong", "right", "partly"]
    assert mark(quiz["out"], pointed(right, ("p2", "the oil was bad")), shelf).places == ("right", "wrong")


def test_where_no_place_was_judged_the_mark_tells_of_none(
    quiz: dict[str, Question], shelf: LibraryShelf, pointed: Callable[..., dict[str, Any]]
) -> None:
    for answer in ({}, {"nowhere": True}):
        assert "places" not in mark(quiz["out"], answer, shelf).to_json()
    four = pointed(*[("p2", "burned true till four")] * 4)
    assert mark(quiz["out"], four, shelf).places == ("note",) * 4
    (narrow,) = pointed(("p2", "burned true till four"))["spans"]
    words = "word " * 61
    wide = narrow | {"quote": words, "end": narrow["start"] + len(words)}
    assert mark(quiz["out"], {"spans": [wide, narrow]}, shelf).places == ("note", "right")
