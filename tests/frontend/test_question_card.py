"""The card of a question, in a browser, with a stand-in kernel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND, open_page, reopen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

KINDS = ("single", "multiple", "evidence", "order", "match", "classify", "number", "date", "text", "prediction")
HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>\u202e\x07 javascript:alert(1)'


@pytest.fixture(scope="module")
def started(browser: Browser) -> Browser:
    return browser


@pytest.fixture(scope="module")
def tab(started: Browser) -> Page:
    opened = open_page(started, viewport={"width": 900, "height": 900})
    opened.set_default_timeout(10_000)
    return opened


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    tab.evaluate("localStorage.clear()")
    reopen(tab)
    yield tab
    assert tab.errors == []  # type: ignore[attr-defined]


def show(page: Page, name: str, **more: Any) -> Locator:
    page.evaluate("([name, more]) => show(name, more)", [name, more])
    return page.locator(".ck-question").last


def sent(page: Page, name: str) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = page.evaluate("name => cards[name].model.sent", name)
    return [message for message in messages if message["op"] == "answer"]


def press(card: Locator) -> None:
    card.locator(".ck-foot .ck-button").click()


def answer(card: Locator, kind: str) -> None:
    """Answer a question in the plainest way."""
    if kind == "single":
        card.get_by_label("A shift from some").check()
    elif kind == "multiple":
        card.get_by_role("checkbox").nth(0).check()
    elif kind == "evidence":
        card.get_by_label("Nowhere").check()
    elif kind == "order":
        card.get_by_role("button", name="Move up").nth(2).click()
    elif kind == "match":
        card.get_by_role("combobox").nth(0).select_option("q")
    elif kind == "classify":
        card.get_by_role("radio").nth(0).check()
    else:
        card.get_by_role("textbox").fill("18")


GIVEN: dict[str, dict[str, Any]] = {
    "single": {"choice": "c"},
    "multiple": {"choices": ["a"]},
    "evidence": {"nowhere": True},
    "order": {"order": ["x", "z", "y"]},
    "match": {"pairs": {"one": "q"}},
    "classify": {"classes": {"one": "s"}},
    "number": {"text": "18"},
    "date": {"text": "18"},
    "text": {"text": "18"},
    "prediction": {"text": "18"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_saves_its_draft_and_is_checked(page: Page, kind: str) -> None:
    card = show(page, kind)
    answer(card, kind)
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert sent(page, kind)[-1]["answer"] == GIVEN[kind]
    assert sent(page, kind)[-1]["check"] is False
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    assert (sent(page, kind)[-1]["answer"], sent(page, kind)[-1]["check"]) == (GIVEN[kind], True)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_there_again(page: Page, kind: str) -> None:
    card = show(page, kind, saved={"answer": GIVEN[kind], "mark": None, "at": "13:00"})
    expect(card.locator(".ck-status")).to_have_text("saved 13:00")
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    assert sent(page, kind)[-1]["answer"] == GIVEN[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_blank_is_never_wrong(page: Page, kind: str) -> None:
    card = show(page, kind)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Not answered yet")
    assert sent(page, kind)[-1]["answer"] == {}


def test_a_wrong_choice_gets_its_reason_and_may_be_tried_again(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    press(card)
    feedback = card.locator(".ck-feedback")
    expect(feedback).to_contain_text("Not quite. “Many asked”")
    expect(feedback.get_by_text("not the people who are recalled")).to_be_hidden()
    feedback.get_by_role("button", name="Show what was right").click()
    expect(feedback.get_by_text("not the people who are recalled")).to_be_visible()
    page.wait_for_timeout(600)
    card.get_by_role("button", name="Try again").click()
    expect(feedback).to_be_hidden()
    expect(card.get_by_label("A contradiction")).to_be_checked()
    expect(card.get_by_role("button", name="Check")).to_be_focused()


def test_an_impatient_second_click_does_not_throw_the_reason_away(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    card.locator(".ck-foot .ck-button").dblclick()
    expect(card.locator(".ck-feedback")).to_be_visible()
    page.wait_for_timeout(200)
    expect(card.locator(".ck-feedback")).to_be_visible()


def test_the_passage_opens_here_when_no_reader_shows_it(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A contradiction").check()
    press(card)
    link = card.get_by_role("button", name="Show me the passage")
    link.click()
    expect(card.locator(".ck-inline-passage")).to_contain_text("to be sent back to the homeland")
    expect(link).to_have_attribute("aria-expanded", "true")
    link.click()
    expect(card.locator(".ck-inline-passage")).to_be_hidden()


def test_a_reader_that_shows_the_passage_is_left_to_do_it(page: Page) -> None:
    page.evaluate(
        "window.addEventListener('coursekit:show', event => { window.shown = event.detail; event.preventDefault(); })"
    )
    card = show(page, "single")
    card.get_by_role("button", name="Show LET p12").click()
    assert page.evaluate("shown") == {"source": "LET", "paragraph": "p12", "quote": ""}
    expect(card.locator(".ck-inline-passage")).to_have_count(0)


def test_what_a_question_rests_on_is_fetched_before_any_answer(page: Page) -> None:
    card = show(page, "single")
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline-passage")).to_contain_text("their own wish")


def test_a_passage_that_does_not_come_is_said(page: Page) -> None:
    card = show(page, "single", kernel={"alive": False})
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline:visible")).to_contain_text("cannot be shown now", timeout=6000)


@pytest.mark.parametrize("kind", ["evidence", "prediction"])
def test_where_the_passage_is_the_answer_it_is_not_named(page: Page, kind: str) -> None:
    card = show(page, kind)
    expect(card.locator(".ck-rests-on")).to_be_hidden()


def test_confidence_counts_only_once_touched(page: Page) -> None:
    card = show(page, "single")
    card.get_by_label("A shift").check()
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert "confidence" not in sent(page, "single")[-1]["answer"]
    expect(card.get_by_label("How sure are you?")).to_have_attribute("aria-valuetext", "not said")
    card.get_by_label("How sure are you?").press("Home")
    expect(card.get_by_text("50 %")).to_be_visible()
    press(card)
    assert sent(page, "single")[-1]["answer"] == {"choice": "c", "confidence": 50}
    expect(card.get_by_label("How sure were you?")).to_be_visible()


def test_a_line_is_moved_by_arrow_keys_and_keeps_the_focus(page: Page) -> None:
    card = show(page, "order")
    card.get_by_role("button", name="Move down, now 1 of 3: filed in Berlin").focus()
    page.keyboard.press("ArrowDown")
    expect(card.get_by_role("button", name="Move down, now 2 of 3: filed in Berlin")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ck-live")).to_contain_text("filed in Berlin: now 3 of 3")
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert sent(page, "order")[-1]["answer"] == {"order": ["y", "z", "x"]}


def test_a_line_is_dragged(page: Page) -> None:
    card = show(page, "order")
    grips = card.locator(".ck-grip")
    start, end = grips.nth(2).bounding_box(), grips.nth(0).bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 5, end["y"] - 4, steps=8)
    page.mouse.up()
    expect(card.locator(".ck-status")).to_have_text("saved 14:02")
    assert sent(page, "order")[-1]["answer"] == {"order": ["z", "x", "y"]}


def test_words_are_pointed_at_and_taken_back(page: Page) -> None:
    card = show(page, "evidence")
    words = card.locator(".ck-words").nth(1)
    words.evaluate(
        """node => { const text = document.createTreeWalker(node, 4).nextNode(), range = document.createRange();
        const at = text.data.indexOf('their own wish'); range.setStart(text, at); range.setEnd(text, at + 14);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    button = card.get_by_role("button", name="Point at these words")
    expect(button).to_have_attribute("aria-disabled", "false")
    button.click()
    expect(card.locator(".ck-pointed")).to_contain_text("p12")
    press(card)
    span = sent(page, "evidence")[-1]["answer"]["spans"][0]
    assert (span["source"], span["paragraph"], span["quote"]) == ("LET", "p12", "their own wish")
    assert (span["prefix"][-14:], span["suffix"]) == ("accordance with "[-14:], "”.")
    expect(card.locator(".ck-feedback")).to_contain_text("Right.")
    card.get_by_role("button", name=re.compile("Take back")).click()
    expect(card.locator(".ck-feedback")).to_be_hidden()
    expect(card.locator(".ck-pointed li")).to_have_count(0)


def test_the_passage_of_an_evidence_question_is_shown_in_its_own_text(page: Page) -> None:
    page.evaluate("window.addEventListener('coursekit:show', () => { window.asked = true; })")
    card = show(page, "evidence")
    card.get_by_label("Nowhere").check()
    press(card)
    card.get_by_role("button", name="Show me the passage").click()
    expect(card.locator(".ck-words").nth(1)).to_be_focused()
    assert page.evaluate("window.asked") is None


def test_enter_in_a_field_checks(page: Page) -> None:
    card = show(page, "number")
    card.get_by_role("textbox").fill("2")
    card.get_by_role("textbox").press("Enter")
    expect(card.locator(".ck-feedback")).to_contain_text("Right.")
    expect(card.get_by_role("textbox")).to_be_focused()


def test_a_text_is_written_then_judged_then_compared(page: Page) -> None:
    card = show(page, "text")
    expect(card.get_by_text("Evidence", exact=True)).to_be_hidden()
    card.get_by_role("textbox").fill("It wants agreement, and it’s polite.")
    expect(card.get_by_text("6 words · asked for: 40 to 120 words")).to_be_visible()
    card.get_by_role("button", name="I have written it").click()
    expect(card.get_by_text("Evidence", exact=True)).to_be_visible()
    card.get_by_role("button", name="Show the sample answers").click()
    expect(card.locator(".ck-status")).to_have_text("Set a level first: Claim, Evidence.")
    card.get_by_label("a claim that could be wrong").check()
    card.get_by_label("a passage is named").check()
    expect(card.get_by_text("A strong answer")).to_have_count(0)
    card.get_by_role("button", name="Show the sample answers").click()
    expect(card.get_by_text("A strong answer")).to_be_visible()
    assert sent(page, "text")[-1]["answer"]["levels"] == {"claim": 2, "proof": 1}
    card.get_by_role("textbox").press_sequentially(" More.")
    expect(card.get_by_text("A strong answer")).to_be_visible()


def test_a_prediction_is_kept_and_not_judged(page: Page) -> None:
    card = show(page, "prediction")
    card.get_by_role("textbox").fill("It will blame.")
    card.get_by_role("button", name="Keep my prediction").click()
    expect(card.locator(".ck-feedback")).to_have_text("Kept. You will see it beside the text.")


def test_keys_stay_in_the_card_and_saving_passes(page: Page) -> None:
    for kind in KINDS:
        card = show(page, kind)
        page.evaluate("stopped.length = 0")
        for control in card.locator("input, select, textarea, button, .ck-words").all():
            if not control.is_visible():
                continue
            control.focus()
            for key in ("b", "d", "d", "x", "5", "Escape", "ArrowLeft", "Shift+M"):
                page.keyboard.press(key)
        assert page.evaluate("stopped") == [], kind
        page.keyboard.press("Control+s")
        assert page.evaluate("stopped.at(-1)") == "s"


def test_keys_elsewhere_are_nobody_elses_business(page: Page) -> None:
    show(page, "single")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("b")
    assert page.evaluate("stopped") == ["b"]


def test_a_dead_kernel_loses_nothing(page: Page) -> None:
    card = show(page, "text", kernel={"alive": False})
    card.get_by_role("textbox").fill("Half a thought")
    expect(card.locator(".ck-status")).to_contain_text("Not saved yet", timeout=7000)
    expect(page.locator(".ck-live")).to_contain_text("Not saved yet")
    page.evaluate("cards.text.stop()")
    again = show(page, "text", saved={"answer": {"text": "Half"}, "mark": None, "at": "13:00"})
    expect(again.get_by_role("textbox")).to_have_value("Half a thought")
    expect(again.locator(".ck-status")).to_have_text("saved 14:02")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('coursekit')).length") == 0


def test_leaving_the_page_keeps_what_was_just_typed(page: Page) -> None:
    card = show(page, "text", kernel={"alive": False})
    card.get_by_role("textbox").press_sequentially("Gone")
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert "Gone" in page.evaluate("localStorage.getItem('coursekit:outbox:test:question:02-say')")


def test_a_refusal_is_told_in_its_words(page: Page) -> None:
    card = show(page, "number", kernel={"refuse": "the disk is full; free some space"})
    card.get_by_role("textbox").fill("3")
    expect(card.locator(".ck-status")).to_have_text("Not saved: the disk is full; free some space")


def test_the_focus_is_never_taken_away(page: Page) -> None:
    card = show(page, "single")
    option = card.get_by_label("A contradiction")
    option.focus()
    page.keyboard.press("Space")
    page.evaluate("cards.single.model.kernel.delay = 100")
    page.evaluate("document.querySelector('.ck-foot .ck-button').click()")
    expect(card.locator(".ck-feedback")).to_be_visible()
    expect(option).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_are_words(page: Page, kind: str) -> None:
    page.evaluate("([name, hostile]) => showSpoilt(name, hostile)", [kind, HOSTILE])
    card = page.locator(".ck-question").last
    answer_anyhow(card, kind)
    press(card)
    expect(card.locator(".ck-feedback")).to_be_visible()
    assert page.evaluate("window.hurt") is None
    expect(card.locator("img, script")).to_have_count(0)
    expect(card.locator(".ck-prompt")).to_contain_text("<img src=x onerror")


def answer_anyhow(card: Locator, kind: str) -> None:
    if kind == "single":
        card.get_by_role("radio").nth(1).check()
    elif kind == "classify":  # long names of classes are offered in lists
        card.get_by_role("combobox").nth(0).select_option("s")
    else:
        answer(card, kind)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [900, 320])
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_page(started: Browser, look: Any, width: int) -> None:
    if not (FRONTEND / "node_modules" / "axe-core").is_dir():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = open_page(started, viewport={"width": width, "height": 800}, color_scheme=look)
    for kind in KINDS:
        answer(show(page, kind), kind)
    for when in ("open", "marked"):
        if when == "marked":
            for button in page.locator(".ck-foot .ck-button").all():
                button.click()
            page.wait_for_timeout(300)
            for link in page.get_by_role("button", name="Show me the passage").all():
                link.click()
        page.add_script_tag(url="/node_modules/axe-core/axe.min.js")
        found = page.evaluate("axe.run('.ck')")["violations"]
        serious = [
            (one["id"], one["impact"], [node["target"] for node in one["nodes"]][:3])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], when
        assert page.evaluate("document.documentElement.scrollWidth") <= width, when
    page.context.close()
