"""The gate before reading: what it shuts, it shuts in questions and tasks of the same text, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.lesson import annotate, ask, predict, read

if TYPE_CHECKING:
    from tests.lesson.conftest import Page


def text(page: Page, card: Any) -> dict[str, Any]:
    """Ask for the text that a card points into."""
    (said,) = page.tell(card, op="text")
    assert said["op"] == "text"
    return said


def test_a_card_gets_its_text_when_it_asks_and_not_before(page: Page) -> None:
    ask("00-where")
    card = page.widget()
    assert card.view["ids"] == ["p1", "p2", "p3"]
    assert "paragraphs" not in card.view
    said = text(page, card)
    assert ([each["id"] for each in said["paragraphs"]], said["locked"]) == (["p1", "p2", "p3"], "")
    assert all(each["voice"] == "" for each in said["paragraphs"])


def test_a_question_that_points_into_no_text_gets_none(page: Page) -> None:
    ask("00-place")
    assert text(page, page.widget()) == {"op": "text", "paragraphs": [], "locked": ""}


def test_a_card_is_refused_a_text_that_waits_and_gets_it_when_it_opens(page: Page) -> None:
    predict("00-expect")
    prediction = page.widget()
    read("BOX", after="00-expect")
    ask("00-where")
    card = page.widget()
    said = text(page, card)
    assert said["paragraphs"] == []
    assert said["locked"].startswith("This text opens when")
    page.tell(prediction, n=1, op="answer", answer={"text": "A compl"}, check=False)
    assert page.said[card.model_id] == [said]
    page.tell(prediction, n=2, op="answer", answer={"text": "A complaint."}, check=True)
    (*_, told) = page.said[card.model_id]
    assert ([each["id"] for each in told["paragraphs"]], told["locked"]) == (["p1", "p2", "p3"], "")


def test_whoever_reads_without_predicting_opens_it_for_the_card_too(page: Page) -> None:
    read("BOX", after="00-expect")
    reader = page.widget()
    ask("00-where")
    card = page.widget()
    text(page, card)
    page.tell(reader, n=1, op="open")
    assert page.said[card.model_id][-1]["paragraphs"]


def test_asking_for_a_text_leaves_nothing_in_the_journal(page: Page, work: Any) -> None:
    read("BOX", after="00-expect")
    ask("00-where")
    text(page, page.widget())
    assert not (work / "journal.jsonl").exists()


def test_a_task_waits_with_the_text_and_opens_with_it(page: Page) -> None:
    read("BOX", after="00-expect")
    reader = page.widget()
    annotate("00-marks")
    task = page.widget()
    assert task.session.setup["locked"].startswith("This text opens when")
    assert page.last.html.count("<details>") == 1  # its text is folded away already
    page.tell(reader, n=1, op="open")
    assert task.session.setup["locked"] == ""
    assert {"op": "unlocked"} in page.said[task.model_id]


def test_a_task_on_a_text_without_a_gate_is_open(page: Page) -> None:
    read("BOX")
    annotate("00-marks")
    assert page.widget().session.setup["locked"] == ""
