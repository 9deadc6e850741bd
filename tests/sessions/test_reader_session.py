"""What comes of what a reader marks, by plain messages only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Event
from coursekit.sessions.reader import ReaderSession
from coursekit.sessions.session import Stale
from tests.sessions.reading import FULL, KEY, LOST, SPAN, Book, Talk, mark, setup


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def talk(book: Book) -> Talk:
    return Talk(book)


def test_a_mark_is_kept_then_told_to_all_views_then_acknowledged(talk: Talk, book: Book) -> None:
    assert talk.hear({"n": 7, "op": "add", "annotation": mark()}) == ["changed", "ack"]
    assert book.kept == [("add", mark())]
    assert talk.said[0]["changes"] == [{"op": "add", "annotation": mark()}]
    assert talk.said[1] == {"op": "ack", "n": 7, "at": "14:02"}


def test_a_comment_that_comes_late_does_not_replace_the_one_that_took_its_place(talk: Talk, book: Book) -> None:
    subject = mark()["id"]
    talk.hear({"n": 1, "op": "add", "annotation": mark()})
    talk.hear({"n": 3, "op": "change", "id": subject, "changes": {"comment": "Whose reports?"}})
    assert talk.hear({"n": 2, "op": "change", "id": subject, "changes": {"comment": "Whose"}}) == ["ack"]
    assert [what[-1] for what in book.kept[1:]] == [{"comment": "Whose reports?"}]
    assert talk.session.setup["annotations"][0]["comment"] == "Whose reports?"


def test_a_change_that_was_refused_may_come_again_after_a_later_one(talk: Talk, book: Book) -> None:
    book.trouble = CourseError("the disk is full")
    assert talk.hear({"n": 2, "op": "remove", "id": mark()["id"]}) == ["refused"]
    book.trouble = None
    assert talk.hear({"n": 1, "op": "add", "annotation": mark()}) == ["changed", "ack"]


def test_asking_what_is_new_has_no_number_and_is_never_late(talk: Talk, book: Book) -> None:
    talk.hear({"n": 9, "op": "add", "annotation": mark()})
    book.news = [{"op": "add", "annotation": mark(2)}]
    assert talk.hear({"n": 0, "op": "refresh"}) == ["changed"]


def test_a_change_is_sent_alone_and_no_trait_again(talk: Talk) -> None:
    for n in range(60):
        talk.hear({"n": n + 1, "op": "add", "annotation": mark(n)})
    assert talk.hear({"n": 99, "op": "change", "id": mark(3)["id"], "changes": {"comment": "How many?"}})
    assert len(json.dumps(talk.said)) < 500


def test_a_view_made_later_is_given_what_stands_now(talk: Talk) -> None:
    talk.hear({"n": 1, "op": "add", "annotation": mark(1)})
    talk.hear({"n": 2, "op": "add", "annotation": mark(2)})
    talk.hear({"n": 3, "op": "change", "id": mark(2)["id"], "changes": {"tag": "TURN"}})
    talk.hear({"n": 4, "op": "remove", "id": mark(1)["id"]})
    assert talk.session.setup["annotations"] == [mark(2, tag="TURN")]


def test_a_view_that_has_missed_something_is_told_all_of_it(talk: Talk) -> None:
    talk.hear({"n": 1, "op": "add", "annotation": mark()})
    assert talk.hear({"n": 0, "op": "refresh", "revision": 0}) == ["state"]
    assert talk.said[0]["annotations"] == [mark()]
    assert talk.hear({"n": 0, "op": "refresh", "revision": talk.said[0]["revision"]}) == []


def test_the_same_mark_sent_twice_is_acknowledged_twice_and_stands_once(talk: Talk) -> None:
    talk.hear({"n": 1, "op": "add", "annotation": mark()})
    assert talk.hear({"n": 2, "op": "add", "annotation": mark()}) == ["ack"]
    assert len(talk.session.setup["annotations"]) == 1


def test_what_another_kernel_has_written_comes_in_when_asked_for(talk: Talk, book: Book) -> None:
    book.news = [{"op": "add", "annotation": mark()}]
    assert talk.hear({"n": 0, "op": "refresh"}) == ["changed"]
    assert talk.hear({"n": 0, "op": "refresh"}) == []


def event(name: str) -> Event:
    return Event("0" * 32, "2026-11-29T10:00:00.000Z", "elsewhere", name, {})


def test_what_is_new_in_the_journal_is_told_to_those_who_do_not_know_it(talk: Talk, book: Book) -> None:
    book.news = [{"op": "add", "annotation": mark()}]
    assert talk.session.hear([event("annotate")], talk.session) == []
    (told,) = talk.session.hear([event("annotate")])
    assert told == {"op": "changed", "changes": [{"op": "add", "annotation": mark()}], "revision": 1}
    assert talk.session.hear([event("annotate")]) == []


def test_the_twin_is_drawn_anew_when_one_looks_and_not_at_every_mark(talk: Talk) -> None:
    talk.hear({"n": 1, "op": "add", "annotation": mark()})
    assert talk.session.stale is Stale.FRESH
    talk.hear({"n": 0, "op": "refresh"})
    assert talk.session.stale is Stale.NOW
    talk.session.stale = Stale.FRESH
    talk.hear({"n": 0, "op": "refresh"})
    assert talk.session.stale is Stale.FRESH


def test_a_file_in_pieces_is_told_of_once_it_is_whole(talk: Talk, book: Book) -> None:
    assert talk.hear({"n": 5, "op": "copy", "name": "mine.txt", "size": 4, "at": 0}, b"ab") == []
    assert talk.hear({"n": 5, "op": "copy", "name": "mine.txt", "size": 4, "at": 2}, b"cd") == ["copied"]
    assert book.kept == [("copy", "mine.txt", b"abcd")]
    assert talk.said[0] == {"op": "copied", "n": 5, "lines": ["“mine.txt” is \ufffd the letter."]}


def test_a_text_that_has_come_is_laid_out_anew(talk: Talk) -> None:
    editions = [{"name": "guide", "label": "Guide", "paragraphs": [{"id": "p1", "text": "\ud800"}]}]
    (told,) = talk.session.lay_out(editions=editions, links={})
    assert (told["op"], told["revision"]) == ("state", 1)
    assert told["editions"][0]["paragraphs"][0]["text"] == "\ufffd"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"op": "add", "annotation": mark(tag="VERDICT")}, "VERDICT is not one of the tags"),
        ({"op": "add", "annotation": mark(source="YUD")}, "one text of YUD"),
        ({"op": "add", "annotation": mark(task="02")}, "another text or task"),
        ({"op": "add", "annotation": mark(comment="x" * 4001)}, "at most 4000"),
        ({"op": "add", "annotation": mark(spans=[{**SPAN, "start": 8, "end": 12}])}, "not as it was"),
        ({"op": "add", "annotation": mark(spans=[{**SPAN, "paragraph": "p9"}])}, "not as it was"),
        ({"op": "add", "annotation": mark(spans=[{**SPAN, "start": 900, "end": 904}])}, "not as it was"),
        ({"op": "add"}, "expected an object"),
        ({"op": "change", "id": mark()["id"], "changes": {"source": "YUD"}}, "expected a change"),
        ({"op": "change", "id": 3, "changes": {}}, "names no mark"),
        ({"op": "remove"}, "names no mark"),
        ({"op": "eval", "id": "x"}, "does not know that change"),
        ({}, "names no mark"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_line_and_nothing_is_kept(
    talk: Talk, book: Book, content: dict[str, Any], why: str
) -> None:
    assert talk.hear({"n": 5, **content}) == ["refused"]
    assert talk.said[0]["n"] == 5
    assert why in talk.why()
    assert "\n" not in talk.why()
    assert book.kept == []


@pytest.mark.parametrize(
    "content", [None, [], "add", {"op": "add"}, {"n": "1"}, {"n": True}, {"n": -1}, {"n": 2**60}, {"n": 1.5}]
)
def test_what_is_no_message_is_passed_over(talk: Talk, content: object) -> None:
    assert talk.hear(content) == []


@pytest.mark.parametrize("trouble", [CourseError(FULL), OSError(28, "No space left on device"), KeyError("x")])
def test_a_mark_that_was_not_written_is_never_called_saved(talk: Talk, book: Book, trouble: Exception) -> None:
    book.trouble = trouble
    assert talk.hear({"n": 3, "op": "add", "annotation": mark()}) == ["refused"]
    assert talk.why().startswith(FULL if isinstance(trouble, CourseError) else "the course could not keep this")
    assert talk.session.setup["annotations"] == []


def test_a_text_that_is_only_shown_takes_no_marks(book: Book) -> None:
    talk = Talk(book, readonly=True)
    assert talk.hear({"n": 1, "op": "add", "annotation": mark()}) == ["refused"]
    assert book.kept == []


def test_the_expert_is_shown_only_after_the_commitment_is_kept(talk: Talk, book: Book) -> None:
    assert talk.hear({"n": 4, "op": "commit"}) == ["ack", "key"]
    assert book.kept == [("commit", "01")]
    assert talk.said[1] == {**KEY, "op": "key"}
    assert talk.session.setup["task"]["committed"] is True
    book.trouble = CourseError(FULL)
    assert talk.hear({"n": 5, "op": "commit"}) == ["refused"]


def test_without_a_task_there_is_nothing_to_commit(book: Book) -> None:
    talk = Talk(book, task=None)
    assert talk.hear({"n": 1, "op": "commit"}) == ["refused"]


def test_a_locked_text_opens_when_the_prediction_is_made_or_when_the_reader_chooses(book: Book) -> None:
    talk = Talk(book, locked="First say what you expect.")
    assert talk.session.hear([event("opened")]) == [{"op": "unlocked"}]
    assert talk.session.hear([event("opened")]) == []
    assert talk.session.setup["locked"] == ""
    chosen = Talk(book, locked="First say what you expect.")
    assert chosen.hear({"n": 1, "op": "open"}) == ["ack", "unlocked"]
    assert book.kept == [("unlock",)]


def test_a_mark_without_a_place_can_be_put_on_new_words_or_given_up(book: Book) -> None:
    lost = [{"annotation": mark(n, spans=[LOST]), "reason": "LET p1: its words no longer stand there"} for n in (1, 2)]
    book = Book(lost)
    talk = Talk(book)
    talk.hear({"n": 1, "op": "change", "id": mark(1)["id"], "changes": {"spans": [SPAN]}})
    talk.hear({"n": 2, "op": "remove", "id": mark(2)["id"]})
    assert talk.session.setup["annotations"] == [mark(1)]
    assert talk.session.setup["unplaced"] == []
    assert [entry[0] for entry in book.kept] == ["change", "remove"]


def test_what_it_was_given_is_not_changed_under_its_owner(book: Book) -> None:
    given = setup()
    reader = ReaderSession(given, book)
    reader.handle({"n": 4, "op": "commit"})
    assert given == setup()


def test_hostile_words_reach_the_page_as_they_are_but_can_always_be_sent(book: Book) -> None:
    words = "<img src=x onerror=alert(1)>\ud800\x00 javascript:alert(1)"
    paragraphs = [{"id": "p1", "text": words}]
    reader = ReaderSession(setup(editions=[{"name": "guide", "label": "Guide", "paragraphs": paragraphs}]), book)
    shown = reader.setup["editions"][0]["paragraphs"][0]["text"]
    assert shown == words.replace("\ud800", "\ufffd")
    json.dumps(reader.setup, ensure_ascii=False).encode()
