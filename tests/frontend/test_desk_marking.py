"""The teacher's desk while marking goes on: the table is there, fills in, and what is made waits and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.frontend.desks import cell, desk_page, made, now, out, sent, show, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

READ = "go-on"


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    yield desk_page(tab)
    assert tab.errors == []  # type: ignore[attr-defined]


def asked(page: Page, number: int) -> None:
    """Wait until so many bits were asked for."""
    page.wait_for_function("number => model.sent.filter(({op}) => op === 'go-on').length === number", arg=number)


def test_marking_goes_on_by_itself_until_nothing_is_left(page: Page) -> None:
    desk = show(page, now=now(left=35))
    asked(page, 4)
    expect(desk.get_by_role("progressbar", name="Marked")).to_have_count(0)
    expect(page.locator(".ck-live")).to_contain_text("Everything is marked: 40 hand-ins.")
    asked(page, 4)


def test_how_far_it_is_stands_there_and_the_table_fills_in_where_it_stands(page: Page) -> None:
    desk = show(page, now=now(left=30), hold=True)
    bar = desk.get_by_role("progressbar", name="Marked")
    expect(bar).to_have_js_property("value", 10)
    expect(bar).to_have_js_property("max", 40)
    expect(desk.get_by_text("10 of 40 hand-ins marked. The table fills in by itself")).to_be_visible()
    asked(page, 1)
    page.evaluate("window.kept = [...document.querySelectorAll('td')]")
    filled = table("Ada Lantern", "Bo Li")
    filled["rows"][1]["cells"][0] = cell("handed in; 1 text not read yet", "look")
    page.evaluate("filled => { model.kernel.now.table = filled; model.goOn(20); }", filled)
    expect(desk.get_by_text("20 of 40 hand-ins marked")).to_be_visible()
    expect(desk.get_by_role("row", name="Bo Li").locator("td").first).to_have_text("handed in; 1 text not read yet")
    assert page.evaluate("window.kept.every((cell, at) => cell === document.querySelectorAll('td')[at])")
    asked(page, 2)


def test_what_is_made_waits_says_so_and_is_made_once(page: Page) -> None:
    desk = show(page, now=now(left=30), hold=True, made=made())
    marks = out(desk, "Marks")
    button = marks.get_by_role("button", name="Make the marks")
    asked(page, 1)
    button.click()
    button.click()
    expect(marks).to_contain_text("Waits until everything is marked, and is made then: 10 of 40 hand-ins marked.")
    page.evaluate("model.goOn(15)")
    expect(marks).to_contain_text("25 of 40 hand-ins marked.")
    assert sent(page, "make") == []
    asked(page, 2)
    page.evaluate("model.goOn(0)")
    expect(marks.get_by_role("link", name="Download marks.csv")).to_be_visible()
    assert len(sent(page, "make")) == 1


def test_what_somebody_presses_comes_between_two_bits(page: Page) -> None:
    desk = show(page, now=now(left=30), hold=True)
    asked(page, 1)
    desk.get_by_role("button", name="Look again").click()
    page.evaluate("model.goOn(20)")
    page.wait_for_function("model.sent.at(-1).op === 'go-on' && model.sent.length === 4")
    assert page.evaluate("model.sent.map(({op}) => op)") == ["look", READ, "look", READ]


def test_what_waits_is_not_made_once_names_are_hidden_or_a_file_is_gone(page: Page) -> None:
    desk = show(page, now=now(left=30), hold=True, made=made())
    asked(page, 1)
    out(desk, "Marks").get_by_role("button").click()
    desk.get_by_role("switch", name="Hide names").check()
    page.evaluate(
        "now => { model.kernel.now = now; model.goOn(0); }", now(outs=["report", "plan"], files=[], hidden=True)
    )
    expect(desk.get_by_role("button", name="Make the marks")).to_have_count(0)
    expect(page.locator(".ck-live")).to_contain_text("Names are hidden.")
    assert sent(page, "make") == []


def test_where_marking_stops_the_reason_is_told_and_nothing_is_made(page: Page) -> None:
    desk = show(
        page, now=now(left=30), hold=True, made=made(), refuse="marks.ledger: another program has it", stuck=True
    )
    asked(page, 1)
    marks = out(desk, "Marks")
    marks.get_by_role("button").click()
    page.evaluate("model.answer(model.sent.at(-1), [])")
    expect(desk.get_by_text("Marking has stopped at 10 of 40 hand-ins marked: marks.ledger: another")).to_be_visible()
    expect(marks).to_contain_text("Not made: the marking has stopped")
    assert sent(page, "make") == []
    page.evaluate("model.kernel.refuse = ''")
    desk.get_by_role("button", name="Look again").click()
    asked(page, 2)


def test_a_deadline_is_set_told_and_taken_back_by_keyboard(page: Page) -> None:
    desk = show(page, said="01-lamp: late after Sunday, 1 February 2026, 12:00")
    field = desk.get_by_label("Late after")
    field.fill("1 Feb 2026, 12:00")
    desk.get_by_label("in", exact=True).select_option("01-lamp")
    due = {"exercise": "01-lamp", "name": "01-lamp", "when": "Sunday, 1 February 2026, 12:00"}
    page.evaluate("due => { model.kernel.now.deadlines = [due]; }", due)
    field.press("Enter")
    expect(desk.get_by_role("listitem").filter(has_text="01-lamp: late after Sunday")).to_be_visible()
    expect(desk.locator(".ck-desk-due .ck-status")).to_have_text(f"01-lamp: late after {due['when']}.")
    expect(field).to_have_value("")
    assert [(each["exercise"], each["when"]) for each in sent(page, "deadline")] == [("01-lamp", "1 Feb 2026, 12:00")]
    back = desk.get_by_role("button", name="take back the deadline of 01-lamp")
    back.focus()
    page.evaluate("model.kernel.now.deadlines = []")
    page.keyboard.press("Enter")
    expect(back).to_have_count(0)
    expect(field).to_be_focused()
    assert sent(page, "deadline")[-1]["when"] == ""


def test_what_is_no_deadline_is_told_beside_the_field_and_stays_there(page: Page) -> None:
    desk = show(page, refuse="“soon”: not read as a date; <img src=x onerror=hurt()>")
    field = desk.get_by_label("Late after")
    field.fill("soon")
    desk.get_by_role("button", name="Set the deadline").click()
    expect(desk.locator(".ck-desk-due .ck-status")).to_contain_text("“soon”: not read as a date; <img")
    expect(field).to_have_value("soon")
