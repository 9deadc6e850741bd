"""What holds for a question of any kind."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.marking import mark
from coursekit.questions import KINDS, best_answer, feedback, kind_named, problem, twin, typical, view
from coursekit.questions.base import STATES
from coursekit.questions.loading import load_quiz

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question
    from coursekit.questions.shelf import LibraryShelf

QUIZ = Path(__file__).with_name("data") / "01-lighthouse.toml"
QUESTIONS = load_quiz(QUIZ)
EACH = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
SIMPLE = {"p", "strong", "em", "ul", "ol", "li", "span", "q", "blockquote"}
SIMPLE |= {"table", "thead", "tbody", "tr", "th", "td"}


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags, self.attributes, self.words = set(), set(), []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Any:
    reader = Reader()
    reader.feed(html)
    return reader


def test_the_invented_quiz_has_every_kind() -> None:
    assert {question.kind for question in QUESTIONS} == set(KINDS)


@EACH
def test_every_question_is_tried_blank_typically_wrong_and_right(question: Question, shelf: LibraryShelf) -> None:
    tries = typical(question)
    states = {state for _, state in tries}
    assert "unanswered" in states
    assert {"right", "wrong"} <= states or states == {"unanswered", "human"}
    for answer, state in tries:
        assert mark(question, answer).state == state, answer
        assert mark(question, answer, shelf).state == state, answer


@EACH
def test_right_is_full_points_and_partly_is_between(question: Question) -> None:
    for answer, _ in typical(question):
        result = mark(question, answer)
        assert result.of == question.points
        if result.state == "right":
            assert result.points == result.of
        elif result.state == "partly":
            assert 0 < result.points < result.of
        else:
            assert result.points == 0


@EACH
@pytest.mark.parametrize(
    "blank", [None, {}, {"confidence": 90}, {"text": ""}, {"choice": None}, {"spans": []}, {"order": []}]
)
def test_blank_is_unanswered_and_says_nothing_against_it(question: Question, blank: Any) -> None:
    result = mark(question, blank)
    assert result.state == "unanswered"
    assert result.feedback == ()


def _missed(question: Question, answer: Any) -> set[str]:
    """Return the words of a right answer's mark that this answer has not earned."""
    best = {note.text for note in mark(question, best_answer(question)).feedback if note.part != "answer"}
    earned = {note.text for note in mark(question, answer).feedback if not note.reveals}
    return best - earned


@EACH
def test_a_marked_answer_has_feedback_and_the_right_one_is_told(question: Question) -> None:
    for answer, state in typical(question):
        notes = mark(question, answer).feedback
        if state in ("wrong", "partly") and not any(note.text.startswith("Narrow it down") for note in notes):
            assert any(note.text for note in notes)
            if state == "wrong":
                tells = kind_named(question.kind).tells_key and bool(_missed(question, answer))
                assert any(note.reveals and note.text for note in notes) == tells


@EACH
def test_a_mark_is_plain_json(question: Question) -> None:
    for answer, _ in typical(question):
        result = mark(question, answer)
        assert json.loads(json.dumps(result.to_json(), allow_nan=False)) == result.to_json()
        assert result.state in STATES


@EACH
def test_the_view_holds_neither_key_nor_feedback(question: Question, shelf: LibraryShelf) -> None:
    shown = json.dumps(view(question, shelf), ensure_ascii=False)
    for _, words in feedback(question):
        assert words not in shown
    for name in ("feedback", '"right": true', "misconception", '"accept', '"near"', '"answer"', '"sample'):
        assert name not in shown


@EACH
def test_the_view_has_what_every_front_end_file_needs(question: Question, shelf: LibraryShelf) -> None:
    shown = view(question, shelf)
    common = {"id", "kind", "version", "prompt", "points", "confidence", "rests_on", "card", "purpose"}
    assert common <= set(shown)
    assert json.loads(json.dumps(shown)) == shown


@EACH
def test_the_twin_reads_alone_and_uses_simple_tags_only(question: Question, shelf: LibraryShelf) -> None:
    for answer, _ in typical(question):
        page = read(twin(question, answer, mark(question, answer), shelf))
        words = " ".join("".join(page.words).split())
        assert page.tags <= SIMPLE
        assert page.attributes <= {"class"}
        assert question.prompt.replace("*", "") in words
        for note in mark(question, answer).feedback:
            assert " ".join(note.text.split()).replace("*", "") in words


@EACH
def test_the_twin_is_always_the_same(question: Question, shelf: LibraryShelf) -> None:
    answer = typical(question)[-1][0]
    again = load_quiz(QUIZ)[QUESTIONS.index(question)]
    assert twin(question, answer, mark(question, answer), shelf) == twin(again, answer, mark(again, answer), shelf)


def test_the_twin_of_an_unreadable_answer_leaves_it_out() -> None:
    assert twin(QUESTIONS[0], {"choice": ["<script>"]}) == twin(QUESTIONS[0])


def test_an_authors_emphasis_is_shown_and_an_authors_markup_is_not(load: Callable[..., Question]) -> None:
    option = '[[question.option]]\ntext = "{0} *{1}*"\nfeedback = "A <b>word</b> *decides*."\n'
    question = load(option.format("this", "here") + "right = true\n" + option.format("that", "there"), "single")
    html = twin(question, {"choice": "b"}, mark(question, {"choice": "b"}))
    assert "this <em>here</em>" in html
    assert html.count("A &lt;b&gt;word&lt;/b&gt; <em>decides</em>.") == 2


def test_outside_facts_are_shown_with_their_certainty(quiz: dict[str, Question], shelf: LibraryShelf) -> None:
    assert view(quiz["keeper"], shelf)["card"][0]["certainty"] == "print"
    assert view(quiz["basis"], shelf)["card"][0]["id"] == "F1"
    assert "The moon was new. (print, an almanac)" in "".join(read(twin(quiz["keeper"], None, None, shelf)).words)


def test_a_kind_nobody_knows_is_told() -> None:
    with pytest.raises(Exception, match="essay: no such kind"):
        kind_named("essay")


def test_problem_names_what_is_wrong_in_one_sentence(quiz: dict[str, Question]) -> None:
    assert problem(quiz["keeper"], {"choice": "z"}) == "The answer names an option that this question does not have."
    assert problem(quiz["keeper"], "a") == "The answer is not in the form this question asks for."
