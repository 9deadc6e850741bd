"""The practice test, in a browser, with a stand-in kernel: by keyboard, with words kept, and as everybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND, ORIGIN, open_page
from tests.frontend.cards import HOSTILE
from tests.practice.made_up import BEST, lay_out_forms
from tests.sessions.test_practice_session import Talk

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page


@pytest.fixture
def talk(course: Path) -> Talk:
    lay_out_forms(course)
    return Talk(course)


def sitting(talk: Talk) -> dict[str, Any]:
    found: dict[str, Any] = talk.say("begin")[-1]
    return found


def judged(talk: Talk) -> dict[str, Any]:
    found: dict[str, Any] = talk.take("b", BEST | {"1": {"option": 2}, "3": {}})[-1]
    return found


def show(page: Page, now: dict[str, Any], *, mute: bool = False) -> Locator:
    page.goto(f"{ORIGIN}/practice_page/index.html")
    page.wait_for_function("window.ready === true")
    page.evaluate("([setup, mute]) => show(setup, mute)", [now, mute])
    return page.locator(".ck-practice")


def sent(page: Page, op: str) -> list[dict[str, Any]]:
    every = [each for each in page.evaluate("model.sent") if each["op"] == op]
    return [{key: value for key, value in each.items() if key != "n"} for each in every]


def test_papers_open_and_are_pointed_at_by_keyboard_alone(page: Page, talk: Talk) -> None:
    test = show(page, sitting(talk))
    head = test.get_by_role("button", name="Head").last
    head.press("Enter")
    expect(head).to_have_attribute("aria-expanded", "true")
    expect(test).to_contain_text("Kind: a log, kept daily.")
    head.press("Enter")
    head.press("Enter")
    point = test.get_by_role("button", name="Point at a sentence").first
    point.press("Enter")
    expect(page.locator(".ck-practice-pointing p")).to_be_focused()
    page.keyboard.press("Escape")
    expect(point).to_be_focused()
    expect(page.locator(".ck-practice-pointing")).to_be_hidden()
    point.press("Enter")
    test.get_by_role("button", name="Body").last.press("Enter")
    test.get_by_role("button", name="I saw the bell myself.").press("Enter")
    expect(test.get_by_role("button", name="Point at another sentence")).to_be_focused()
    expect(test).to_contain_text("A log, paragraph 2: “I saw the bell myself.”")
    opened = {"op": "open", "form": "b", "paper": "log"}
    assert sent(page, "open") == [opened | {"part": "head"}, opened | {"part": "body"}]
    answer = {"paper": "log", "paragraph": 2, "sentence": 0}
    page.wait_for_function("model.sent.some((each) => each.op === 'answer')")
    assert sent(page, "answer") == [{"op": "answer", "form": "b", "item": "b-4", "answer": answer}]
    test.get_by_role("button", name="Take it away").press("Enter")
    page.wait_for_function("model.sent.filter((each) => each.op === 'answer').length === 2")
    assert sent(page, "answer")[-1]["answer"] == {}


def test_what_is_written_is_kept_while_nothing_answers(page: Page, talk: Talk) -> None:
    now = sitting(talk)
    test = show(page, now, mute=True)
    test.get_by_role("textbox").fill("For whom?")
    test.get_by_label("Answer K").first.check()
    page.wait_for_function("model.sent.length")
    again = show(page, now)
    expect(again.get_by_role("textbox")).to_have_value("For whom?")
    expect(again.get_by_label("Answer K").first).to_be_checked()
    page.wait_for_function("model.sent.some((each) => each.answer?.text === 'For whom?')")


def test_blanks_are_asked_about_once_and_lead_back(page: Page, talk: Talk) -> None:
    test = show(page, sitting(talk))
    test.get_by_role("button", name="Hand it over").click()
    expect(test).to_contain_text("6 questions left blank. Blank is not wrong; it only does not count.")
    test.get_by_role("button", name="Go back to them").click()
    expect(test.get_by_label("Answer K").first).to_be_focused()
    assert sent(page, "hand-over") == []
    test.get_by_role("button", name="Hand it over").click()
    test.get_by_role("button", name="Hand over all the same").click()
    page.wait_for_function("model.sent.some((each) => each.op === 'hand-over')")


def test_a_rating_leaves_the_page_as_it_is(page: Page, talk: Talk) -> None:
    test = show(page, judged(talk))
    expect(test).to_contain_text("A guess")
    page.evaluate("window.before = document.querySelector('.ck-practice-form')")
    test.get_by_label("1 A guess.").check()
    page.wait_for_function("model.sent.some((each) => each.op === 'rate')")
    assert sent(page, "rate") == [{"op": "rate", "form": "b", "item": "b-6", "level": 1}]
    page.evaluate("model.say", talk.say("rate", form="b", item="b-6", level=1)[-1])
    assert page.evaluate("window.before === document.querySelector('.ck-practice-form')")


def test_hostile_words_are_words(page: Page, talk: Talk) -> None:
    for now in (sitting(talk), judged(talk)):
        form = now["forms"][0]
        form["title"] = form["event"] = HOSTILE
        form["papers"][1] |= {"title": HOSTILE, "head": [HOSTILE], "opened": ["head"]}
        form["items"][0]["prompt"] = form["items"][0]["options"][0]["text"] = HOSTILE
        form["answers"]["b-6"] = {"text": HOSTILE}
        test = show(page, now)
        expect(test.get_by_text("<img src=x").first).to_be_visible()
        expect(test.locator("img, script, iframe")).to_have_count(0)
    assert page.evaluate("window.hurt") is None


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 320])
def test_axe_finds_nothing_and_nothing_runs_off_the_page(started: Browser, talk: Talk, look: Any, width: int) -> None:
    if not (FRONTEND / "node_modules" / "axe-core").is_dir():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = open_page(started, viewport={"width": width, "height": 800}, color_scheme=look)
    for now in (sitting(talk), judged(talk)):
        test = show(page, now)
        for button in test.get_by_role("button", name="Body").all():
            button.click()
        if now["stage"] == "sitting":
            test.get_by_role("button", name="Point at a sentence").first.click()
        page.add_script_tag(url="/node_modules/axe-core/axe.min.js")
        found = page.evaluate("axe.run('.ck')")["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()
