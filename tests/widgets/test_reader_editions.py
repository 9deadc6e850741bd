"""The reader in a browser: guide and full text, the lock, the expert, passages asked for, marks without a place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.widgets.reading import GUIDE, Reading, both, mark, setup

if TYPE_CHECKING:
    from playwright.sync_api import Browser


IN_WINDOW = """(node) => {
  const { top, bottom } = node.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def chrome(browser: Browser) -> Browser:
    return browser


def view(reading: Reading, name: str) -> None:
    reading.page.locator(".ck-seg").get_by_label(name, exact=True).check(force=True)


def painted_words(reading: Reading) -> list[str]:
    return sorted(words for _, words in reading.painted())


def test_without_a_full_text_there_is_nothing_to_choose(chrome: Browser) -> None:
    assert Reading.open(chrome, setup()).page.locator(".ck-seg").count() == 0


def test_a_mark_on_a_quoted_phrase_stands_on_the_same_words_in_the_full_text_and_back(chrome: Browser) -> None:
    reading = Reading.open(chrome, both())
    reading.drag("p2", "many people")
    reading.press("1")
    view(reading, "Full text")
    assert painted_words(reading) == ["many people"]
    assert reading.words("p2").count() == 0
    reading.drag("p1", "Dear", name="text")
    reading.press("2")
    assert reading.sent("add")[1]["annotation"]["spans"][0]["edition"] == "text"
    view(reading, "Calendar")
    assert painted_words(reading) == ["Dear", "many people"]
    view(reading, "Both")
    assert painted_words(reading) == ["Dear", "Dear", "many people", "many people"]
    assert reading.notes() == ["TURN Dear", "QUANTITY many people"]
    assert reading.errors == []


def test_a_mark_that_has_no_counterpart_is_named_where_it_cannot_be_seen(chrome: Browser) -> None:
    marks = [mark(1, "p1", "a wish"), mark(2, "p2", "As to us", edition="text")]
    reading = Reading.open(chrome, both(annotations=marks))
    assert reading.page.locator("[data-p='p1'] .ck-note").inner_text().count("only") == 0
    assert "in the full text only" in reading.page.locator("[data-p='p2'] .ck-note").inner_text()
    view(reading, "Both")
    assert "in the calendar only" in reading.page.locator("[data-p='p1'] .ck-note").inner_text()


def test_a_selection_begun_in_one_text_stays_in_it(chrome: Browser) -> None:
    reading = Reading.open(chrome, both(), viewport={"width": 700, "height": 900})
    view(reading, "Both")
    reading.drag("p1", "a wish.", "p2", "It then")
    reading.press("1")
    (message,) = reading.sent("add")
    assert {span["edition"] for span in message["annotation"]["spans"]} == {"guide"}
    assert reading.quotes() == [["a wish.", "It then"]]


def test_a_paragraph_that_differs_or_is_missing_in_ones_own_copy_says_so(chrome: Browser) -> None:
    reading = Reading.open(chrome, both())
    view(reading, "Full text")
    assert "differs in your copy" in reading.page.locator("[data-p='p1'] .ck-flag").inner_text()
    view(reading, "Both")
    assert "missing from your copy" in reading.page.locator("[data-p='p3'] .ck-flag").inner_text()


def test_a_locked_text_shows_nothing_until_the_prediction_is_made(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(locked="First say what you expect."))
    assert reading.page.get_by_text("First say what you expect.").is_visible()
    assert reading.page.locator(".ck-words").count() == 0
    reading.say({"op": "unlocked"})
    expect(reading.words("p1")).to_have_text(GUIDE["p1"])  # rows are drawn when their turn comes


def test_a_locked_text_can_be_opened_without_predicting(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(locked="First say what you expect."))
    reading.page.get_by_role("button", name="Read without predicting").click()
    assert reading.words("p1").is_visible()
    assert len(reading.sent("open")) == 1


def ask(reading: Reading, **detail: Any) -> bool:
    """Ask for a passage as a question does; tell whether somebody took it on."""
    script = "(detail) => !window.dispatchEvent(new CustomEvent('coursekit:show', {cancelable: true, detail}))"
    return bool(reading.page.evaluate(script, detail))


def test_show_me_the_passage_scrolls_there_flashes_it_and_takes_the_focus(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(), viewport={"width": 320, "height": 240})
    assert ask(reading, source="LET", paragraph="p3", quote="no name")
    assert [words for _, words in reading.painted("ck-flash")] == ["no name"]
    reading.page.wait_for_function(IN_WINDOW, arg=reading.words("p3").element_handle())
    assert reading.page.evaluate("document.activeElement.textContent") == GUIDE["p3"]


def test_a_passage_that_is_not_here_is_left_to_others(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    assert not ask(reading, source="YUD", paragraph="p3", quote="")
    assert not ask(reading, source="LET", paragraph="p9", quote="")
    locked = Reading.open(chrome, setup(locked="First predict."))
    assert not ask(locked, source="LET", paragraph="p3", quote="")


def expert() -> str:
    """Let the kernel answer a commitment with two marks of an expert: a script to run before the page's own."""
    found = {**mark(1, "p2", "many people")["spans"][0], "id": "k1", "tags": ["QUANT"]}
    missed = {**mark(2, "p3", "no name")["spans"][0], "id": "k2", "tags": ["GAP"]}
    spans = [
        {**found, "reason": "A number without a number.", "also": "", "optional": False},
        {**missed, "reason": "Who signs?", "also": "A custom.", "optional": False},
    ]
    passages = [
        {"key": "k1", "state": "agreed", "yours": [f"{1:032x}"]},
        {"key": "k2", "state": "not-marked", "yours": []},
    ]
    agreement = {"passages": passages, "extra": [f"{2:032x}"], "found": 1, "of": 2}
    return f"window.key = {json.dumps({'op': 'key', 'spans': spans, 'agreement': agreement})}"


def test_the_expert_comes_after_ones_own_marks_and_after_a_plain_question(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(), before=expert())
    finish = reading.page.get_by_role("button", name="I have finished: show the expert's marks")
    assert finish.is_disabled()
    reading.drag("p2", "many people")
    reading.press("1")
    finish.click()
    assert "Your marks stay as they are" in reading.page.locator(".ck-ask").inner_text()
    assert reading.sent("commit") == []
    reading.page.get_by_role("button", name="Not yet").click()
    finish.click()
    reading.page.get_by_role("button", name="Show them").click()
    reading.page.locator(".ck-passages").wait_for()
    assert len(reading.sent("commit")) == 1


@pytest.fixture
def compared(chrome: Browser) -> Reading:
    marks = [mark(1, "p2", "many people"), mark(2, "p1", "a wish", "TURN", comment="Polite.")]
    task = {"id": "01", "prompt": "", "about": 4, "committed": False}
    reading = Reading.open(chrome, setup(annotations=marks, task=task), before=expert())
    reading.page.get_by_role("button", name="I have finished").click()
    reading.page.get_by_role("button", name="Show them").click()
    reading.page.locator(".ck-passages").wait_for()
    return reading


def test_agreement_passage_by_passage_in_the_order_of_the_text(compared: Reading) -> None:
    entries = [" ".join(text.split()) for text in compared.page.locator(".ck-passages > li").all_inner_texts()]
    assert entries == [
        "p1 “a wish” You: Turn. The expert left it unmarked. Your comment: Polite.",
        "p2 “many people” You and the expert both: Quantity. A number without a number.",
        "p3 “no name” The expert: Gap. You left it unmarked. Who signs? Another reader might say: A custom.",
    ]


def test_the_experts_marks_lie_over_ones_own_and_can_be_taken_off(compared: Reading) -> None:
    assert sorted(words for _, words in compared.painted("ck-expert")) == ["many people", "no name"]
    assert compared.page.locator(".ck-note.ck-expert").count() == 2
    compared.page.get_by_label("show the expert's marks in the text").uncheck()
    assert compared.painted("ck-expert") == []
    assert compared.page.locator(".ck-note.ck-expert").count() == 0
    assert len(compared.painted()) == 2


def test_from_the_comparison_to_the_words(compared: Reading) -> None:
    compared.page.get_by_role("button", name="p3 “no name”").click()
    assert [words for _, words in compared.painted("ck-flash")] == ["no name"]
    assert compared.focused() == "ck-words"


def test_ones_own_marks_can_still_be_changed_and_the_comparison_follows(compared: Reading) -> None:
    compared.drag("p3", "no name")
    compared.press("3")
    compared.page.evaluate(
        """(id) => { key = {...key, agreement: {...key.agreement, found: 2,
        passages: [key.agreement.passages[0], {key: 'k2', state: 'agreed', yours: [id]}]}} }""",
        compared.sent("add")[0]["annotation"]["id"],
    )
    compared.page.get_by_text("2 of 2 passages").wait_for()
    assert "You and the expert both: Gap" in compared.page.locator(".ck-passages > li").nth(2).inner_text()
    assert compared.violations() == []


def test_what_was_committed_before_is_compared_again_when_the_lesson_is_opened(chrome: Browser) -> None:
    task = {"id": "01", "prompt": "", "about": 4, "committed": True}
    given = setup(task=task, annotations=[mark(1, "p2", "many people")])
    reading = Reading.open(chrome, given, before=expert())
    reading.page.locator(".ck-passages").wait_for()
    assert reading.sent("commit") == []


def lost(n: int) -> dict[str, Any]:
    annotation = mark(n, "p2", "many", comment="Kept.")
    annotation["spans"][0] |= {"quote": "no longer", "end": annotation["spans"][0]["start"] + 9}
    return {"annotation": annotation, "reason": "LET p2: its words no longer stand there"}


def test_a_mark_that_lost_its_place_is_listed_with_its_reason_and_can_be_put_on_new_words(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(unplaced=[lost(1), lost(2)]))
    listed = reading.page.locator(".ck-unplaced")
    assert "2 marks have lost their place" in listed.inner_text()
    assert listed.inner_text().count("LET p2: its words no longer stand there") == 2
    assert reading.painted() == []
    reading.drag("p3", "greetings")
    reading.page.get_by_role("button", name="Put it on the words selected").first.click()
    assert reading.notes("p3") == ["QUANTITY greetings"]
    (message,) = reading.sent("change")
    assert message["changes"]["spans"][0]["quote"] == "greetings"
    reading.page.get_by_role("button", name="Give it up").click()
    assert [message["id"] for message in reading.sent("remove")] == [f"{2:032x}"]
    assert listed.is_hidden()
    reading.press("Control+z")
    assert reading.notes("p3") == ["QUANTITY greetings"]
    assert reading.errors == []


def test_a_mark_of_last_week_that_can_no_longer_be_kept_is_not_lost_with_its_comment(chrome: Browser) -> None:
    kept = {"n": 5, "t": 0, "m": {"op": "add", "annotation": mark(9, "p2", "many", comment="Kept.")}}
    script = f"""kernel = 'full';
        const entry = {json.dumps(kept)};
        entry.t = Date.now();
        localStorage.setItem('coursekit:outbox:test:reader:LET:01', JSON.stringify([entry]));"""
    reading = Reading.open(chrome, setup(), before=script)
    listed = reading.page.locator(".ck-unplaced")
    listed.get_by_text("Kept.").wait_for()
    assert "no space left" in listed.inner_text()
    assert reading.notes("p2") == []
    reading.page.evaluate("kernel = 'alive'")
    reading.drag("p3", "greetings")
    reading.page.get_by_role("button", name="Put it on the words selected").click()
    assert [message["annotation"]["comment"] for message in reading.sent("add")] == ["Kept.", "Kept."]
    assert reading.notes("p3") == ["QUANTITY greetings"]
