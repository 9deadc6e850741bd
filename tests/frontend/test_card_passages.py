"""The passages a question rests on, and pointing at words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.frontend.cards import press, select, sent, show

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


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


def test_of_a_long_passage_the_beginning_is_shown_and_one_press_opens_it(page: Page) -> None:
    words = "The keeper counts the ships that pass. "
    known = {
        f"LET p{n}": {"text": words * (60 if n == 11 else 2), "quotes": [], "title": "the letter"} for n in (11, 12)
    }
    card = show(page, "grid", kernel={"passages": known})
    long = card.get_by_role("button", name="Show all of it")
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline-passage")).to_be_visible()
    expect(long).to_have_count(0)
    card.get_by_role("button", name="Show LET p11").click()
    expect(long).to_have_attribute("aria-expanded", "false")
    box = card.locator(".ck-long-words").first
    cut = "node => node.scrollHeight > node.clientHeight + 1"
    assert box.evaluate(cut)
    page.emulate_media(media="print")
    assert not box.evaluate(cut), "nobody can press it on paper"
    expect(long).to_be_hidden()
    page.emulate_media(media="screen")
    long.click()
    expect(card.get_by_role("button", name="Show less")).to_have_attribute("aria-expanded", "true")
    assert not box.evaluate(cut)


def test_a_reader_that_shows_the_passage_is_left_to_do_it(page: Page) -> None:
    page.evaluate(
        "window.addEventListener('coursekit:show', event => { window.shown = event.detail; event.preventDefault(); })"
    )
    card = show(page, "single")
    card.get_by_role("button", name="Show LET p12").click()
    assert page.evaluate("shown") == {"source": "LET", "paragraph": "p12", "to": "p12", "quote": ""}
    expect(card.locator(".ck-inline-passage")).to_have_count(0)


def test_what_a_question_rests_on_is_fetched_before_any_answer(page: Page) -> None:
    card = show(page, "single")
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline-passage")).to_contain_text("their own wish")


def test_a_passage_that_does_not_come_is_said(page: Page) -> None:
    card = show(page, "single", kernel={"alive": False})
    card.get_by_role("button", name="Show LET p12").click()
    expect(card.locator(".ck-inline:visible")).to_contain_text("cannot be shown now")


@pytest.mark.parametrize("kind", ["evidence", "prediction", "warmup"])
def test_where_the_passage_is_the_answer_it_is_not_named(page: Page, kind: str) -> None:
    card = show(page, kind)
    expect(card.locator(".ck-rests-on")).to_be_hidden()


def test_a_warm_up_names_its_passages_once_it_is_checked(page: Page) -> None:
    card = show(page, "warmup")
    card.get_by_role("radio", name="many").check()
    press(card)
    expect(card.locator(".ck-rests-on")).to_be_visible()


def test_words_are_pointed_at_and_taken_back(page: Page) -> None:
    card = show(page, "evidence")
    select(card, "their own wish", paragraph=1)
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


def test_words_to_point_at_are_found_in_a_long_text_that_stands_with_the_question(page: Page) -> None:
    assert show(page, "evidence").get_by_role("searchbox").count() == 0, "a few paragraphs are seen at once"
    lines = [
        {"id": f"p{n}", "voice": "", "text": f"This is line {n}. Of the wind nothing is said.", "quotes": []}
        for n in range(1, 41)
    ]
    card = show(page, "evidence", view={"ids": [line["id"] for line in lines]}, kernel={"text": lines})
    field = card.get_by_role("searchbox", name="Find a phrase in this text")
    field.fill("LINE 33")
    field.press("Enter")
    expect(card.locator(".ck-count")).to_have_text("1 of 1")
    words = card.locator(".ck-words").nth(32)
    expect(words).to_be_in_viewport()
    expect(field).to_be_in_viewport()
    card.get_by_role("button", name="Point at this").click()
    expect(card.locator(".ck-pointed q")).to_have_text("line 33")


@pytest.mark.parametrize("before", ["nothing", "a blank answer"])
def test_words_that_are_selected_when_one_checks_are_pointed_at(page: Page, before: str) -> None:
    card = show(page, "evidence")
    if before == "a blank answer":
        press(card)
        expect(card.locator(".ck-feedback")).to_contain_text("Not answered yet")
    select(card, "their own wish", paragraph=1)
    press(card)
    expect(card.locator(".ck-feedback")).to_contain_text("Right.")
    assert sent(page, "evidence")[-1]["answer"]["spans"][0]["quote"] == "their own wish"
    expect(card.locator(".ck-pointed li")).to_have_count(1)


# A page with a pane that has one paragraph of the letter; what it is asked to show is kept.
PANE = """() => {
    window.shown = []; window.told = null;
    window.known = ["p11"];
    const lesson = {
      knows: (siglum, paragraph) => siglum === "LET" && known.includes(paragraph),
      show: ({ source, paragraph }) => Boolean(shown.push(`${source} ${paragraph}`)),
      on: (listener) => { window.told = listener; return () => { window.told = null; }; },
      work() {},
      lent: { lend: () => ({ arrived() {}, end() {} }) },
    };
    globalThis[Symbol.for("coursekit.pane")] = { lessonOf: () => lesson };
}"""
ROWS = [{"id": "one", "text": "Many have asked (LET p11, p12)", "given": {}, "only": []}]
LEFT = [{"id": "one", "text": "Many have asked (LET p11)"}, {"id": "two", "text": "All are recalled (p11)"}]


def references(card: Locator) -> list[str]:
    return card.locator(".ck-ref").all_inner_texts()


@pytest.mark.parametrize(
    ("kind", "view"), [("table", {"rows": ROWS}), ("match", {"left": LEFT}), ("classify", {"cards": LEFT})]
)
def test_a_reference_in_a_row_leads_to_the_document(page: Page, kind: str, view: dict[str, Any]) -> None:
    page.evaluate(PANE)
    card = show(page, kind, view={"rests_on": [], **view})
    card.get_by_role("button", name="LET p11").click()
    assert page.evaluate("shown") == ["LET p11"]
    # The row is called as before, and what is not in the pane, or of no source, stays text.
    assert references(card) == ["LET p11"]
    expect(card.get_by_text("Many have asked")).to_contain_text("Many have asked (LET p11")


def test_a_reference_in_a_prompt_becomes_live_when_the_pane_has_its_text(page: Page) -> None:
    page.evaluate(PANE)
    card = show(page, "single", view={"prompt": "LET p12 says *more* than LET p11. Why?", "rests_on": []})
    expect(card.locator(".ck-ref")).to_have_text(["LET p11"])
    page.evaluate("() => { known.push('p12'); told(); told(); }")
    expect(card.locator(".ck-ref")).to_have_text(["LET p12", "LET p11"])
    card.locator(".ck-ref").first.click()
    assert page.evaluate("shown") == ["LET p12"]
    page.evaluate("cards.single.stop()")
    assert page.evaluate("told") is None


def test_a_warm_up_asks_what_one_remembers_and_leads_nowhere(page: Page) -> None:
    page.evaluate(PANE)
    card = show(page, "warmup", view={"prompt": "From memory: who leaves (LET p11)?"})
    expect(card.locator(".ck-prompt")).to_have_text("From memory: who leaves (LET p11)?")
    assert references(card) == []


def test_without_a_pane_a_reference_is_text(page: Page) -> None:
    card = show(page, "match", view={"left": LEFT})
    expect(card.get_by_text("Many have asked (LET p11)")).to_be_visible()
    assert references(card) == []
