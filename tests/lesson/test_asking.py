"""Questions in a lesson: asked, answered, kept, marked, found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.journal import Journal
from coursekit.lesson import ask, predict, reflect
from tests.lesson.conftest import WIDGET, Page

if TYPE_CHECKING:
    from pathlib import Path

RIGHT, WRONG = {"choice": "a"}, {"choice": "b"}


def events(work: Path) -> list[Any]:
    return list(Journal(work / "journal.jsonl").read().events)


def test_a_question_is_a_static_twin_and_then_a_widget(page: Page) -> None:
    ask("00-place")
    twin, widget = page.outputs
    assert twin.html.startswith('<div class="ck-twin">')
    assert "Whose is the year 1951?" in twin.words
    assert "the copyist's own year" in twin.data["text/plain"]
    assert WIDGET in widget.data
    assert widget.data["text/plain"] == "Run this lesson in JupyterLab to work here."


def test_in_an_exercise_its_twin_says_exercise(page: Page, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = work / "exercises" / "00-lamp"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    ask("00-place")
    assert page.outputs[-1].data["text/plain"] == "Run this exercise in JupyterLab to work here."


def test_what_the_front_end_gets_holds_no_key(page: Page) -> None:
    ask("00-place")
    view = str(page.widget().session.view)
    assert "the copy was made then" not in view
    assert "right" not in view


def test_an_answer_is_in_the_journal_before_it_is_acknowledged(page: Page, work: Path) -> None:
    ask("00-place")
    replies = page.tell(page.widget(), n=1, op="answer", answer=WRONG, check=False)
    (event,) = events(work)
    assert (event.event, event.data) == (
        "answer",
        {"question": "00-place", "version": 1, "answer": WRONG, "checked": False},
    )
    assert [reply["op"] for reply in replies] == ["changed", "ack"]
    assert replies[-1]["at"] == event.at


def test_checking_marks_and_brings_the_passages(page: Page, work: Path) -> None:
    ask("00-place")
    *_, told = page.tell(page.widget(), n=1, op="answer", answer=WRONG, check=True)
    assert told["op"] == "marked"
    assert told["mark"]["state"] == "wrong"
    assert told["passages"]["BOX m1"]["title"] == "the letter"
    assert told["passages"]["BOX p1"]["text"].startswith("The harbour master reports")
    assert [(e.event, e.data.get("state")) for e in events(work)] == [("answer", None), ("mark-shown", "wrong")]


def test_a_passage_can_be_looked_up_before_answering(page: Page) -> None:
    ask("00-place")
    (told,) = page.tell(page.widget(), op="passages", refs=["BOX p1-p2", "BOX p99", "nonsense", "NIX p1"])
    assert list(told["passages"]) == ["BOX p1", "BOX p2"]


def test_an_answer_that_cannot_be_saved_is_refused_in_one_line(page: Page, work: Path) -> None:
    ask("00-place")
    widget = page.widget()
    (work / "journal.jsonl").mkdir()
    (told,) = page.tell(widget, n=1, op="answer", answer=RIGHT, check=True)
    assert told["op"] == "refused"
    assert "not saved" in told["why"]
    assert "\n" not in told["why"]


def test_in_a_new_kernel_the_answer_and_its_mark_are_there(page: Page, restart: Any) -> None:
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer=RIGHT, check=True)
    restart()
    ask("00-place")
    saved = page.widget().session.saved
    assert saved["answer"] == RIGHT
    assert saved["mark"]["state"] == "right"
    assert saved["passages"]
    assert "(your answer)" in page.last.words
    assert "Yes, the copy was made then" in page.last.words


def test_a_draft_comes_back_unmarked(page: Page, restart: Any) -> None:
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer=WRONG, check=True)
    page.tell(page.widget(), n=2, op="answer", answer=RIGHT, check=False)
    restart()
    ask("00-place")
    assert page.widget().session.saved["answer"] == RIGHT
    assert page.widget().session.saved["mark"] is None
    assert "Yes, the copy" not in page.last.words


def change(course: Path, was: str, now: str) -> None:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")


def test_an_answer_to_an_earlier_version_is_shown_unmarked_with_a_sentence(
    page: Page, course: Path, restart: Any
) -> None:
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer=RIGHT, check=True)
    change(course, 'prompt = "Whose is the year 1951?"', 'version = 2\nprompt = "Whose year is 1951, then?"')
    restart()
    ask("00-place")
    saved = page.widget().session.saved
    assert saved["answer"] == RIGHT
    assert saved["mark"]["state"] == "unanswered"
    assert "This question has changed since you answered it today." in saved["mark"]["feedback"][0]["text"]
    assert "This question has changed" in page.last.words
    assert "Yes, the copy" not in page.last.words


def test_an_old_answer_that_no_longer_fits_is_kept_and_said_to_be(
    page: Page, course: Path, work: Path, restart: Any
) -> None:
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer=WRONG, check=True)
    change(course, 'id = "00-place"\nkind = "single"', 'id = "00-place"\nkind = "multiple"\nversion = 2')
    restart()
    ask("00-place")
    assert page.widget().session.saved["answer"] == {}
    assert "does not fit it any more, but is kept" in page.last.words
    assert events(work)[0].data["answer"] == WRONG


def test_the_saved_lesson_keeps_up_with_what_is_answered(page: Page) -> None:
    ask("00-place")
    twin = page.last
    page.tell(page.widget(), n=1, op="answer", answer=WRONG, check=False)
    assert "the harbour master's year (your answer)" in twin.words
    assert "1893" not in twin.words
    page.tell(page.widget(), n=2, op="answer", answer=WRONG, check=True)
    assert "The harbour master wrote of 1893" in twin.words


def test_a_changed_question_is_read_without_a_new_kernel(page: Page, course: Path) -> None:
    ask("00-place")
    change(course, "Whose is the year 1951?", "Whose may the year 1951 be?")
    ask("00-place")
    assert "Whose may the year 1951 be?" in page.last.words


def test_two_views_of_a_question_in_one_kernel_stay_together(page: Page) -> None:
    ask("00-place")
    first = page.widget()
    ask("00-place")
    second = page.widget()
    page.tell(first, n=1, op="answer", answer=RIGHT, check=True)
    assert second.session.saved["answer"] == RIGHT
    assert second.session.saved["mark"]["state"] == "right"
    assert [message["op"] for message in page.said[second.model_id]] == ["marked"]
    assert [message["op"] for message in page.said[first.model_id]] == ["ack", "marked"]


def test_an_answer_given_in_another_kernel_arrives_with_the_next_thing_done(page: Page, other: Journal) -> None:
    ask("00-place")
    place = page.widget()
    ask("00-where")
    other.append("answer", question="00-place", version=1, answer=WRONG, checked=True)
    page.tell(page.widget(), n=1, op="answer", answer={"nowhere": True}, check=False)
    assert place.session.saved["answer"] == WRONG
    assert place.session.saved["mark"]["state"] == "wrong"


def test_a_view_that_cannot_follow_makes_no_saved_answer_look_lost(page: Page, course: Path, work: Path) -> None:
    ask("00-where")
    ask("00-place")
    change(course, 'id = "00-where"', 'id = "00-elsewhere"')
    ask("00-place")
    Journal(work / "journal.jsonl").append("answer", question="00-where", version=1, answer={}, checked=True)
    assert page.tell(page.widget(), n=1, op="answer", answer=RIGHT, check=False)[-1]["op"] == "ack"


def test_hostile_answers_in_the_journal_are_words_or_nothing(page: Page, other: Journal) -> None:
    for answer in ({"choice": "<script>alert(1)</script>"}, {"choice": ["a"] * 9}, {"x": {"y": [[]] * 99}}):
        other.append("answer", question="00-place", version=1, answer=answer, checked=True)
        ask("00-place")
        assert "<script" not in page.last.html
    other.append(
        "answer", question="00-expect", version=1, answer={"text": "<img src=x onerror=alert(1)>"}, checked=True
    )
    predict("00-expect")
    assert "<img" not in page.last.html
    assert "<img src=x onerror=alert(1)>" in page.last.words


def test_what_a_prediction_is_compared_with_is_not_shown_beforehand(page: Page) -> None:
    predict("00-expect")
    replies = page.tell(page.widget(), n=1, op="answer", answer={"text": "A complaint."}, check=True)
    assert replies[-1]["mark"]["state"] == "human"
    assert "a lamp went out" not in str(replies)
    predict("00-expect")
    assert "a lamp went out" not in page.last.html


@pytest.mark.parametrize(
    ("verb", "name", "said"),
    [
        (ask, "00-plaice", "no such question; did you mean 00-place?"),
        (ask, "", "nothing: no such question; there is 00-expect, 00-place, 00-where"),
        (ask, "<script>alert(1)</script>", "no such question"),
        (ask, 7, "no such question"),
        (predict, "00-place", "00-place is no prediction (its purpose: quiz); use ask instead"),
        (reflect, "00-expect", "00-expect is no reflection"),
        (lambda _: ask(), "", "ask: missing a required argument: 'question_id'; see how another cell calls it"),
    ],
)
def test_a_mistake_is_one_plain_line(page: Page, verb: Any, name: Any, said: str) -> None:
    verb(name)
    (output,) = page.outputs
    assert said in output.words
    assert len(output.words.splitlines()) == 1
    assert "<script" not in output.html


def test_a_faulty_quiz_file_is_named_with_its_line(page: Page, course: Path) -> None:
    change(course, 'kind = "single"', 'kind = "singel"')
    ask("00-place")
    assert "lessons/quizzes/00-lamp.toml:11: kind:" in page.last.words


def test_without_the_front_end_the_twin_stands_below_the_reason(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from coursekit.widgets import assets

    monkeypatch.delitem(sys.modules, "coursekit.widgets.question", raising=False)
    monkeypatch.setattr(assets, "DIST", assets.DIST / "nowhere")
    ask("00-place")
    (output,) = page.outputs
    assert "the front end is not built" in output.words
    assert "Whose is the year 1951?" in output.words


def test_that_a_question_was_tried_is_known_after_a_draft_and_a_restart(page: Page, restart: Any) -> None:
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer={}, check=True)
    restart()
    ask("00-place")
    assert "sure" not in page.widget().session.saved  # blank is no try
    page.tell(page.widget(), n=1, op="answer", answer=WRONG, check=True)
    page.tell(page.widget(), n=2, op="answer", answer={"choice": "a"}, check=False)
    restart()
    ask("00-place")
    saved = page.widget().session.saved
    assert (saved["mark"], "sure" in saved) == (None, True)  # what a card knows it by
