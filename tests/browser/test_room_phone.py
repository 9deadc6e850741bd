"""A seminar's room on its participants' phones; the console presses by the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import keyboard
from tests.browser.phones import Phone, phone
from tests.browser.rooms import CHOICE, POINT, RunningRoom, running_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, WebSocketRoute


@pytest.fixture
def room(work: Path) -> Iterator[RunningRoom]:
    """A room that nobody has joined."""
    with running_room(work) as found:
        yield found


def test_two_phones_point_in_both_rounds(browser: Browser, room: RunningRoom) -> None:
    one, two = phone(browser), phone(browser)
    one.join(room)
    two.page.goto(room.url)
    two.page.get_by_label("Code of the room").fill("BBBBBB")
    two.page.get_by_role("button", name="Join").tap()
    expect(two.page.locator(".rp-told")).to_contain_text("not the code of this room")
    two.page.get_by_label("Code of the room").fill(f" {room.code.lower()} ")
    two.page.get_by_role("button", name="Join").tap()
    two.at("You are in")

    room.press("ask", item=POINT)
    one.at("First vote")
    one.point(0, "keeper", "found")
    one.point(2, "keeper's", "own note")
    one.vote()
    two.at("First vote")
    two.page.get_by_label("Nowhere here").tap()
    two.vote()
    two.page.reload()  # in still, and the vote is there
    expect(two.status).to_contain_text("Counted.")
    expect(two.page.get_by_label("Nowhere here")).to_be_checked()
    two.point(1, "apart", "one”")
    expect(two.status).to_contain_text("Changed, not sent yet")
    two.vote("Change my vote")
    room.press("close")
    two.at("First vote closed")
    expect(two.page.locator(".rp-own")).to_contain_text("p2: “apart from one”")
    room.press("talk", size=2)
    for each in (one, two):
        each.at("Talk about it")
        each.page.get_by_text("The text, with the words you pointed at").tap()
        expect(each.page.locator("mark").first).to_be_visible()
        expect(each.page.locator(".rp-group")).to_contain_text("You are in group 1")
    room.press("second")
    two.at("Second vote")
    two.page.get_by_role("button", name="Say the same again").tap()
    two.vote()
    assert room.look()["vote"]["counted"] == {"1": 2, "2": 1}
    room.press("open")
    two.at("What came of it")
    expect(two.page.locator(".rm-results")).to_contain_text("too few to be broken down")


def test_a_choice_in_both_rounds_and_an_answer_that_was_not_sent(browser: Browser, room: RunningRoom) -> None:
    one = phone(browser)
    one.join(room)
    room.press("ask", item=CHOICE)
    one.at("First vote")
    second = Phone(one.page.context.new_page())  # the same person's
    second.page.goto(room.url)
    second.at("First vote")
    one.choose("nobody")
    one.page.get_by_label("How sure are you?").fill("80")
    expect(one.page.locator(".ck-sure")).to_contain_text("of 10 such answers you expect 8 to be right")
    one.vote()
    expect(second.status).to_contain_text("Counted.")
    expect(second.page.get_by_label("nobody")).to_be_checked()
    second.page.close()
    room.press("close")
    one.at("First vote closed")
    room.press("second", seconds=600)
    one.at("Second vote")
    expect(one.page.get_by_role("timer")).to_contain_text("left")
    expect(one.page.locator(".rp-own")).to_contain_text("80 % sure")
    one.choose("the keeper")
    room.press("close")  # before the button was pressed
    one.at("Second vote closed")
    expect(one.page.locator(".rp-missed")).to_contain_text("was not sent")
    room.press("open")
    one.at("What came of it")
    expect(one.page.locator(".rm-reasons")).to_contain_text("His note lies beside the letter.")
    assert room.look()["vote"]["counted"] == {"1": 1}


def test_all_of_it_by_keyboard_alone(browser: Browser, room: RunningRoom) -> None:
    laptop = phone(browser, viewport={"width": 1100, "height": 800}, has_touch=False, is_mobile=False)
    keys = laptop.page.keyboard
    laptop.page.goto(room.url)
    laptop.page.get_by_role("button", name="Join").wait_for()
    keyboard.without_mouse(laptop)
    keyboard.tab_to(laptop, ".rp-code")
    keys.type(room.code)
    keys.press("Enter")
    laptop.at("You are in")
    room.press("ask", item=POINT)
    laptop.at("First vote")
    expect(laptop.page.get_by_role("heading", level=1)).to_be_focused()
    keyboard.tab_to(laptop, ".ck-words")
    keyboard.press(laptop, "ArrowRight")
    keyboard.press(laptop, "Shift+ArrowRight", 3)
    keys.press("Enter")
    expect(laptop.page.locator(".ck-pointed")).to_contain_text("The harbour master")
    keyboard.tab_to(laptop, ".rp-vote")
    keys.press("Enter")
    expect(laptop.status).to_contain_text("Counted.")
    expect(laptop.page.locator(".rp-vote")).to_be_focused()
    room.press("open")
    laptop.at("What came of it")
    expect(laptop.page.get_by_role("heading", level=1)).to_be_focused()
    room.press("ask", item=CHOICE)
    laptop.at("First vote")
    keyboard.tab_to(laptop, "[type=radio]")
    keyboard.press(laptop, "ArrowDown")
    keyboard.tab_to(laptop, "[type=range]")
    keyboard.press(laptop, "ArrowRight", 2)
    expect(laptop.page.locator(".ck-sure")).to_contain_text("60 %")
    keyboard.tab_to(laptop, ".rp-vote")
    keys.press("Space")
    expect(laptop.status).to_contain_text("Counted.")
    assert keyboard.pointers(laptop) == []
    assert room.look()["vote"]["counted"] == {"1": 1}


def test_a_phone_without_a_network_keeps_its_vote_and_a_late_one_does_not_count(
    browser: Browser, room: RunningRoom
) -> None:
    one = phone(browser)
    one.join(room)
    room.press("ask", item=CHOICE)
    one.at("First vote")
    one.page.context.set_offline(offline=True)
    expect(one.line).to_contain_text("No connection")
    one.choose("nobody")
    one.page.get_by_role("button", name="Vote", exact=True).tap()
    expect(one.status).to_contain_text("kept here, and sent when it is back")
    assert room.look()["vote"]["counted"] == {}
    one.page.context.set_offline(offline=False)
    expect(one.status).to_contain_text("Counted.")
    expect(one.line).to_be_empty()
    assert room.look()["vote"]["counted"] == {"1": 1}
    one.page.context.set_offline(offline=True)
    one.choose("the keeper")
    one.page.get_by_role("button", name="Change my vote").tap()
    room.press("close")
    one.page.context.set_offline(offline=False)
    one.at("First vote closed")
    expect(one.page.locator(".rp-missed")).to_contain_text("Not counted. This round is closed")
    expect(one.page.locator(".rp-own")).to_contain_text("nobody")


def test_a_killed_server_goes_on_and_phones_come_back_by_themselves(browser: Browser, room: RunningRoom) -> None:
    one = phone(browser)
    one.join(room)
    room.press("ask", item=CHOICE)
    one.choose("nobody")
    one.vote()
    room.kill()
    expect(one.line).to_contain_text("No connection")
    one.choose("the keeper")
    one.page.get_by_role("button", name="Change my vote").tap()
    room.start()
    expect(one.status).to_contain_text("Counted.")
    room.press("close")
    one.at("First vote closed")
    expect(one.page.locator(".rp-own")).to_contain_text("the keeper")
    room.kill()
    room.start()
    room.press("second")
    one.at("Second vote")
    one.page.get_by_role("button", name="Say the same again").tap()
    one.vote()
    seen = room.look()
    assert (seen["joined"], seen["vote"]["counted"]) == (1, {"1": 1, "2": 1})


def test_where_no_web_socket_gets_through_a_phone_votes_all_the_same(browser: Browser, room: RunningRoom) -> None:
    def shut(route: WebSocketRoute) -> None:
        route.close()

    one = phone(browser)
    one.page.route_web_socket("**/live", shut)
    one.join(room)
    room.press("ask", item=CHOICE)
    one.at("First vote")
    one.choose("nobody")
    one.vote()
    room.press("close")
    one.at("First vote closed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_all_fits_a_narrow_phone(browser: Browser, work: Path, scheme: str) -> None:
    with running_room(work, "--names") as room:
        one = phone(browser, viewport={"width": 320, "height": 640}, color_scheme=scheme, reduced_motion="reduce")
        one.page.goto(room.url)
        one.page.get_by_label("Your name, if you like").fill("A. Reader")
        one.page.get_by_label("Code of the room").fill(room.code)
        assert one.faults() == []
        one.page.get_by_role("button", name="Join").tap()
        one.at("You are in")
        for item in (CHOICE, POINT | {"confidence": True}, {"kind": "question", "question": "00-where"}):
            room.press("ask", item=item)
            one.at("First vote")
            assert one.faults() == [], item
            room.press("close")
            one.at("First vote closed")
        room.press("open")
        one.at("What came of it")
        assert one.faults() == []
