"""What a lesson shows without asking anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import course as here
from coursekit.lesson import annotate, ask, begin, compare, passage, picture, predict, record
from coursekit.sources.add import add
from tests.lesson.conftest import WIDGET
from tests.lesson.marks import mark

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Journal
    from tests.lesson.conftest import Page


def answer(page: Page, question: str, given: dict[str, Any]) -> None:
    (predict if question == "00-expect" else ask)(question)
    page.tell(page.widget(), n=1, op="answer", answer=given, check=True)


def test_a_lesson_begins_with_where_things_are_kept_and_what_waits(page: Page, work: Path, other: Journal) -> None:
    begin("00")
    words = page.last.words
    assert words.startswith("Lesson 00")
    assert "kept at once in your work folder and sent nowhere" in words
    assert "3 questions and 1 annotation task wait for you." in words
    assert "You read in the calendars." in words
    assert str(work) not in page.last.html
    assert [(event.event, event.data) for event in other.read().events] == [("ran", {"lesson": "00"})]


def test_begun_again_with_nothing_done_it_says_the_same(page: Page, restart: Any) -> None:
    begin("00")
    first = page.last.html
    restart()
    begin("00")
    assert page.last.html == first


def test_it_says_what_was_done_and_keeps_up_while_one_works(page: Page) -> None:
    begin("00")
    box = page.last
    answer(page, "00-place", {"choice": "a"})
    assert "You have answered 1 of 3 questions, last today." in box.words
    assert "The letter waits to be marked." in box.words
    answer(page, "00-where", {})
    assert "answered 1 of 3" in box.words
    annotate("00-marks")
    page.tell(page.widget(), n=1, op="add", annotation=mark("own note", "p3"))
    begin("00")
    assert "1 mark in the letter, not finished." in page.last.words
    page.tell(page.widget(), n=2, op="commit")
    begin("00")
    assert "1 mark in the letter, finished." in page.last.words


def test_it_names_the_full_texts_at_hand(page: Page, course: Path) -> None:
    list(add(here().library, [course / "as-it-was.txt"]))
    begin("00")
    assert "You have the full text of BOX." in page.last.words


def test_it_tells_what_the_journal_could_not_give_back(page: Page, other: Journal) -> None:
    other.append("annotate", annotation={"id": "odd", "source": "BOX", "spans": []})
    with other.path.open("ab") as file:
        file.write(b"<script>alert(1)</script>\n{torn")
    begin("00")
    assert "2 lines of your journal could not be read and were set aside" in page.last.words
    assert "python3 course.py doctor" in page.last.words
    assert "1 mark in your journal cannot be shown" in page.last.words
    assert "alert" not in page.last.html


def test_a_damaged_copy_is_named(page: Page, work: Path) -> None:
    (work / "texts").mkdir()
    (work / "texts" / "BOX.json").write_text("{", encoding="utf-8")
    begin("00")
    assert "BOX.json: damaged" in page.last.words


def test_a_lesson_that_cannot_keep_answers_says_so(page: Page, work: Path) -> None:
    (work / "journal.lock").mkdir()
    begin("00")
    assert "not saved" in page.last.words
    assert len(page.last.words.splitlines()) == 1


def test_a_prediction_is_laid_beside_the_text_as_soon_as_it_is_made(page: Page, restart: Any) -> None:
    compare("00-expect")
    box = page.last
    assert "You have not yet written what you expect." in box.words
    assert "<details>" in box.html
    answer(page, "00-expect", {"text": "A complaint.\n<b>Two</b> lines."})
    assert box.updates == 1
    assert "A complaint." in box.words
    assert "<b>Two</b> lines." in box.words
    assert "BOX p1: a lamp went out." in box.words
    assert "<details>" not in box.html
    restart()
    compare("00-expect")
    assert "A complaint." in page.last.words


def test_a_record_card_says_who_to_whom_when_and_how(page: Page) -> None:
    record("BOX")
    words = page.last.words
    for said in (
        "Before you read: Letter on the lamp of the east pier",
        "The harbour master, by his own signature (p3)",
        "The mayor (p1)",
        "May 1893. The letter names the evening",
        "In 2 steps, 2 of them documented; at 1 something may be lost.",
        "Nobody knows whether the enclosed note was ever there.",
    ):
        assert said in words
    assert "Your prediction" not in words


def test_a_record_card_bears_ones_prediction(page: Page) -> None:
    record("BOX", prediction="00-expect")
    box = page.last
    assert "none yet" in box.words
    answer(page, "00-expect", {"text": "A complaint."})
    assert "“A complaint.”" in box.words


def test_a_passage_is_shown_with_its_voice_and_beside_it_ones_own_copy(page: Page, course: Path) -> None:
    passage("BOX p2-p3")
    assert page.last.words.splitlines()[:2] == [
        "BOX p2",
        "Ships waited for the day. “apart from one”, none was harmed.",
    ]
    list(add(here().library, [course / "as-it-was.txt"]))
    passage("BOX p3")
    assert "In your copy: I enclose the keeper's own note." in page.last.words


def test_pictures_of_a_source_and_of_dates(page: Page) -> None:
    picture("chain", "BOX")
    assert "How the letter came down to us" in page.last.words
    picture("timeline", "00-dates")
    assert "The lamp goes out" in page.last.words
    assert not [output for output in page.outputs if WIDGET in output.data]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: begin("7"), "7: no such lesson; there is 00"),
        (lambda: begin("00-lamp"), "00-lamp: no such lesson; there is 00"),
        (lambda: compare("00-place"), "00-place is no prediction"),
        (lambda: record("BOX", prediction="00-place"), "00-place is no prediction"),
        (lambda: record("NIX"), "NIX: no such source"),
        (lambda: passage("BOX"), "BOX: no passage; write siglum and paragraph"),
        (lambda: passage("BOX p99"), "BOX p99: no such paragraphs"),
        (lambda: passage("<b>"), "<b>: no passage"),
        (lambda: picture("pie", "BOX"), "pie: no such kind of picture; there is chain, timeline"),
        (lambda: picture("timeline", "00-date"), "no such picture; did you mean 00-dates?"),
        (lambda: picture("timeline", "../../x"), "no such picture"),
    ],
)
def test_a_mistake_is_one_plain_line(page: Page, call: Any, said: str) -> None:
    call()
    (output,) = page.outputs
    assert said in output.words
    assert len(output.words.splitlines()) == 1
    assert "<b>" not in output.html


def test_a_faulty_picture_is_named_with_its_line(page: Page, course: Path) -> None:
    path = course / "lessons" / "pictures" / "00-dates.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("1893-05-03", "May"), encoding="utf-8")
    picture("timeline", "00-dates")
    assert "lessons/pictures/00-dates.toml:" in page.last.words


def test_outside_a_course_each_verb_says_where_to_start(
    page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(tmp_path))
    ask("00-place")
    assert "no course here" in page.last.words
