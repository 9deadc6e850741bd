"""Texts in a lesson: read, marked, kept, compared with the expert, opened after a prediction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from coursekit.lesson import annotate, predict, read
from tests.lesson.marks import mark

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Journal
    from tests.lesson.conftest import Page


def ops(replies: list[dict[str, Any]]) -> list[str]:
    return [reply["op"] for reply in replies]


def test_a_task_is_a_static_twin_and_then_a_reader(page: Page) -> None:
    annotate("00-marks")
    assert "Mark where the paper is kept" in page.last.words
    assert "box 12, leaf 4" in page.last.words
    setup = page.widget().session.setup
    assert [tag["id"] for tag in setup["tags"]] == ["ARCHIVE-REF", "ENCLOSURE"]
    assert setup["task"] == {
        "id": "00-marks",
        "prompt": "Mark where the paper is kept and what lay beside it.",
        "about": 2,
        "committed": False,
    }
    assert [edition["name"] for edition in setup["editions"]] == ["guide"]
    assert not setup["readonly"]
    assert "The copyist says where" not in str(setup)  # the key stays in the kernel


def test_a_mark_is_in_the_journal_before_it_is_acknowledged_and_comes_back(
    page: Page, other: Journal, restart: Any
) -> None:
    annotate("00-marks")
    made = mark("box 12, leaf 4", "m1", comment="Where?")
    assert ops(page.tell(page.widget(), n=1, op="add", annotation=made)) == ["changed", "ack"]
    (event,) = other.read().events
    assert (event.event, event.data["annotation"]) == ("annotate", made)
    restart()
    annotate("00-marks")
    assert page.widget().session.setup["annotations"] == [made]
    assert "1 mark of yours:" in page.last.words
    assert "ARCHIVE-REF m1: “box 12, leaf 4”: Where?" in page.last.words


def test_marks_are_changed_removed_and_put_back(page: Page, restart: Any) -> None:
    annotate("00-marks")
    made, widget = mark("box 12, leaf 4", "m1"), page.widget()
    page.tell(widget, n=1, op="add", annotation=made)
    page.tell(widget, n=2, op="change", id=made["id"], changes={"tag": "ENCLOSURE", "comment": "no"})
    page.tell(widget, n=3, op="remove", id=made["id"])
    assert ops(page.tell(widget, n=4, op="add", annotation={**made, "comment": "again"})) == ["changed", "ack"]
    restart()
    annotate("00-marks")
    assert page.widget().session.setup["annotations"] == [{**made, "comment": "again"}]


def test_what_is_sent_twice_is_taken_once(page: Page, other: Journal, restart: Any) -> None:
    annotate("00-marks")
    made, widget = mark("box 12, leaf 4", "m1"), page.widget()
    for n in (1, 2):
        assert ops(page.tell(widget, n=n, op="add", annotation=made))[-1] == "ack"
    for n in (3, 4):
        assert ops(page.tell(widget, n=n, op="remove", id=made["id"]))[-1] == "ack"
    restart()
    annotate("00-marks")
    assert page.widget().session.setup["annotations"] == []


def test_a_change_of_a_mark_removed_elsewhere_is_refused(page: Page) -> None:
    annotate("00-marks")
    (told,) = page.tell(page.widget(), n=1, op="change", id=uuid4().hex, changes={"comment": "x"})
    assert told["op"] == "refused"
    assert "was removed in another window" in told["why"]


def test_a_mark_that_cannot_be_saved_is_refused(page: Page, work: Path) -> None:
    annotate("00-marks")
    widget, made = page.widget(), mark("box 12, leaf 4", "m1")
    (work / "journal.jsonl").mkdir()
    (told,) = page.tell(widget, n=1, op="add", annotation=made)
    assert told["op"] == "refused"
    assert "not saved" in told["why"]
    assert widget.session.setup["annotations"] == []


def test_two_readers_of_one_task_show_the_same(page: Page) -> None:
    annotate("00-marks")
    first = page.widget()
    annotate("00-marks")
    second = page.widget()
    made = mark("box 12, leaf 4", "m1")
    page.tell(first, n=1, op="add", annotation=made)
    assert second.session.setup["annotations"] == [made]
    page.tell(second, n=1, op="change", id=made["id"], changes={"comment": "seen"})
    assert first.session.setup["annotations"][0]["comment"] == "seen"
    page.tell(first, n=2, op="remove", id=made["id"])
    assert second.session.setup["annotations"] == first.session.setup["annotations"] == []


def test_marks_of_another_kernel_arrive_when_the_window_is_looked_at(page: Page, other: Journal) -> None:
    annotate("00-marks")
    widget, mine, theirs = page.widget(), mark("box 12, leaf 4", "m1"), mark("own note", "p3", "ENCLOSURE")
    page.tell(widget, n=1, op="add", annotation=mine)
    other.append("annotate", annotation=theirs)
    other.append("annotation-changed", annotation=mine["id"], changes={"comment": "from there"})
    assert ops(page.tell(widget, n=0, op="refresh", revision=0))[0] == "changed"
    assert widget.session.setup["annotations"] == [{**mine, "comment": "from there"}, theirs]
    other.append("annotation-removed", annotation=theirs["id"])
    page.tell(widget, n=0, op="refresh")
    assert [each["id"] for each in widget.session.setup["annotations"]] == [mine["id"]]


def test_marks_of_another_kernel_arrive_with_the_next_thing_done(page: Page, other: Journal) -> None:
    annotate("00-marks")
    reader, theirs = page.widget(), mark("own note", "p3", "ENCLOSURE")
    predict("00-expect")
    other.append("annotate", annotation=theirs)
    page.tell(page.widget(), n=1, op="answer", answer={"text": "x"}, check=False)
    assert reader.session.setup["annotations"] == [theirs]


def test_the_later_of_two_changes_wins_whoever_made_it(page: Page, other: Journal, restart: Any) -> None:
    annotate("00-marks")
    widget, made = page.widget(), mark("box 12, leaf 4", "m1")
    page.tell(widget, n=1, op="add", annotation=made)
    other.append("annotation-changed", annotation=made["id"], changes={"comment": "theirs", "tag": "ENCLOSURE"})
    page.tell(widget, n=2, op="change", id=made["id"], changes={"comment": "mine"})
    page.tell(widget, n=0, op="refresh")
    seen = widget.session.setup["annotations"][0]
    restart()
    annotate("00-marks")
    assert page.widget().session.setup["annotations"] == [seen]
    assert (seen["comment"], seen["tag"]) == ("mine", "ENCLOSURE")


def test_the_experts_marks_come_after_ones_own_and_stay(page: Page, other: Journal, restart: Any) -> None:
    annotate("00-marks")
    widget, made = page.widget(), mark("box 12, leaf 4", "m1")
    page.tell(widget, n=1, op="add", annotation=made)
    ack, key = page.tell(widget, n=2, op="commit")
    assert (ack["op"], key["op"]) == ("ack", "key")
    assert key["agreement"] == {
        "passages": [
            {"key": "k1", "state": "agreed", "yours": [made["id"]]},
            {"key": "k2", "state": "not-marked", "yours": []},
        ],
        "extra": [],
        "found": 1,
        "of": 2,
    }
    assert key["spans"][0]["reason"] == "The copyist says where the paper lies."
    page.tell(widget, n=0, op="commit")
    assert [event.event for event in other.read().events] == ["annotate", "committed"]
    restart()
    annotate("00-marks")
    assert page.widget().session.setup["task"]["committed"]
    (key,) = page.tell(page.widget(), n=0, op="commit")
    assert key["agreement"]["found"] == 1


def test_a_text_after_a_prediction_opens_when_it_is_made(page: Page, restart: Any) -> None:
    read("BOX", after="00-expect")
    reader = page.widget()
    assert reader.session.setup["locked"].startswith("This text opens when")
    assert "<details>" in page.last.html
    predict("00-expect")
    question = page.widget()
    page.tell(question, n=1, op="answer", answer={"text": "A compl"}, check=False)
    assert reader.session.setup["locked"]
    page.tell(question, n=2, op="answer", answer={"text": "  "}, check=True)
    assert reader.session.setup["locked"]
    page.tell(question, n=3, op="answer", answer={"text": "A complaint."}, check=True)
    assert reader.session.setup["locked"] == ""
    assert {"op": "unlocked"} in page.said[reader.model_id]
    restart()
    read("BOX", after="00-expect")
    assert page.widget().session.setup["locked"] == ""
    assert "<details>" not in page.last.html


def test_a_prediction_made_in_another_kernel_opens_it_too(page: Page, other: Journal) -> None:
    read("BOX", after="00-expect")
    reader = page.widget()
    other.append("answer", question="00-expect", version=1, answer={"text": "A complaint."}, checked=True)
    page.tell(reader, n=0, op="refresh")
    assert reader.session.setup["locked"] == ""


def test_one_may_read_without_predicting_and_it_is_noted(page: Page, other: Journal, restart: Any) -> None:
    read("BOX", after="00-expect")
    reader = page.widget()
    read("BOX", "p1", after="00-expect")
    second = page.widget()
    assert ops(page.tell(reader, n=1, op="open"))[0] in ("ack", "unlocked")
    assert reader.session.setup["locked"] == second.session.setup["locked"] == ""
    (event,) = other.read().events
    assert (event.event, event.data) == ("opened", {"source": "BOX", "question": "00-expect"})
    restart()
    read("BOX", after="00-expect")
    assert page.widget().session.setup["locked"] == ""


def test_a_text_without_tags_is_for_reading(page: Page) -> None:
    read("BOX", "p1-p2")
    setup = page.widget().session.setup
    assert setup["readonly"]
    assert [each["id"] for each in setup["editions"][0]["paragraphs"]] == ["p1", "p2"]
    assert "m1" not in page.last.words


def test_the_saved_lesson_catches_up_when_the_text_is_looked_at_again(page: Page) -> None:
    read("BOX", after="00-expect", tags="TS-X")
    twin, widget = page.last, page.widget()
    page.tell(widget, n=1, op="open")
    page.tell(widget, n=2, op="add", annotation=mark("box 12, leaf 4", "m1", task="", comment="Where?"))
    assert twin.updates == 0  # the whole text is not sent at each mark
    page.tell(widget, n=0, op="refresh")
    page.tell(widget, n=0, op="refresh")
    assert twin.updates == 1
    assert "Where?" in twin.words
    assert "<details>" not in twin.html


def test_free_marks_belong_to_the_text_and_not_to_a_task(page: Page) -> None:
    read("BOX", tags="TS-X")
    made = mark("box 12, leaf 4", "m1", task="")
    page.tell(page.widget(), n=1, op="add", annotation=made)
    annotate("00-marks")
    assert page.widget().session.setup["annotations"] == []
    read("BOX", "m1", tags=["TS-X"])
    assert page.widget().session.setup["annotations"] == [made]
    read("BOX", "p1", tags="TS-X")  # its words are elsewhere, which is not to say lost
    assert page.widget().session.setup["annotations"] == page.widget().session.setup["unplaced"] == []


def test_a_mark_whose_words_are_gone_is_listed_and_not_guessed(page: Page, course: Path, restart: Any) -> None:
    annotate("00-marks")
    made = mark("box 12, leaf 4", "m1", comment="Where?")
    page.tell(page.widget(), n=1, op="add", annotation=made)
    guide = course / "sources" / "BOX" / "guide.md"
    guide.write_text(guide.read_text(encoding="utf-8").replace("box 12, leaf 4", "box 13, leaf 4"), encoding="utf-8")
    restart()
    annotate("00-marks")
    setup = page.widget().session.setup
    assert setup["annotations"] == []
    assert setup["unplaced"] == [{"annotation": made, "reason": "BOX m1: its words no longer stand there"}]
    assert "Marks that lost their place:" in page.last.words
    assert "Where?" in page.last.words


def test_marks_that_no_reader_made_are_left_alone(page: Page, other: Journal) -> None:
    other.append("annotate", annotation={"id": "x" * 100, "source": "BOX", "task": "00-marks", "spans": [{}]})
    hostile = mark("box 12, leaf 4", "m1", comment="<script>alert(1)</script>")
    other.append("annotate", annotation=hostile)
    annotate("00-marks")
    assert page.widget().session.setup["annotations"] == [hostile]
    assert "<script" not in page.last.html
    assert "<script>alert(1)</script>" in page.last.words


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: read("BOOX"), "BOOX: no such source; did you mean BOX?"),
        (lambda: read("BOX", "p9"), "BOX p9: no such paragraphs; this source has m1, p1 to p3"),
        (lambda: read("BOX", after="00-expekt"), "no such question; did you mean 00-expect?"),
        (lambda: read("BOX", tags="TS-Y"), "TS-Y: no such tag set; did you mean TS-X?"),
        (lambda: annotate("00-mark"), "no such annotation task; did you mean 00-marks?"),
        (lambda: annotate("../../etc/passwd"), "no such annotation task; there is 00-marks"),
    ],
)
def test_a_mistake_is_one_plain_line(page: Page, call: Any, said: str) -> None:
    call()
    (output,) = page.outputs
    assert said in output.words
    assert len(output.words.splitlines()) == 1
