"""Reading what people wrote, in a browser, with a stand-in kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND, ORIGIN, open_page
from tests.frontend.cards import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

ROWS = [
    {"id": "claim", "name": "Says what is claimed", "levels": ["no claim", "a claim", "with limits", "with grounds"]},
    {"id": "ends", "name": "Says where it ends", "levels": ["nowhere", "somewhere", "where", "where and *why*"]},
]
SAMPLES = [
    {"level": "high", "text": "The second keeper, on the gallery.", "comment": "Names him."},
    {"level": "low", "text": "Somebody.", "comment": "Names nobody."},
]
QUESTION = {"id": "x00-why", "prompt": "Whom would you believe?", "points": 3, "words": [5, 60], "rows": ROWS}
TEXTS = ("The clerk, since he wrote it down.", "The keeper: he stood there.\n\nThe clerk did not.", "Nobody.")


def answer(number: int, text: str, **given: Any) -> dict[str, Any]:
    name = {"id": f"{number:012x}", "label": f"Answer {number}", "code": f"{number:05x}", "text": text}
    return name | {"levels": {}, "comment": "", "at": ""} | given


def setup(*answers: dict[str, Any], **question: Any) -> dict[str, Any]:
    shown = answers or tuple(answer(number, text) for number, text in enumerate(TEXTS, start=1))
    asked = QUESTION | {"samples": SAMPLES} | question
    return {"question": asked, "marker": "AB", "note": "Two are blank.", "answers": list(shown)}


def show(page: Page, shown: dict[str, Any] | None = None, **kernel: Any) -> Locator:
    page.evaluate("([setup, kernel]) => show(setup, kernel)", [shown or setup(), kernel])
    return page.locator(".ck-marking")


def card(page: Page, number: int) -> Locator:
    return page.get_by_role("article", name=f"Answer {number}")


def sent(page: Page) -> list[tuple[str, dict[str, int], str]]:
    return [(each["answer"], each["levels"], each["comment"]) for each in page.evaluate("model.sent")]


def home(page: Page) -> None:
    page.goto(f"{ORIGIN}/marking_page/index.html")
    page.wait_for_function("window.ready === true")


@pytest.fixture
def desk(tab: Page) -> Iterator[Page]:
    tab.evaluate("localStorage.clear()")
    tab.errors.clear()  # type: ignore[attr-defined]
    home(tab)
    yield tab
    assert tab.errors == []  # type: ignore[attr-defined]


def test_answers_stand_side_by_side_with_their_rows_and_nothing_is_set(desk: Page) -> None:
    shown = show(desk)
    expect(shown.get_by_role("article")).to_have_count(3)
    expect(shown.locator(".ck-count")).to_have_text("0 of 3 read")
    expect(shown.get_by_text("Two are blank.")).to_be_visible()
    first, second = (card(desk, number).bounding_box() for number in (1, 2))
    assert first
    assert second
    assert (first["y"], first["x"] < second["x"]) == (second["y"], True)
    expect(card(desk, 2).locator("blockquote")).to_have_text(TEXTS[1])
    expect(card(desk, 1).get_by_text("7 words · asked for: 5 to 60")).to_be_visible()
    for row in ROWS:
        group = card(desk, 1).get_by_role("group", name=row["name"])
        expect(group.get_by_role("radio")).to_have_count(4)
        expect(group.get_by_text("no level yet")).to_be_visible()
    expect(shown.locator(":checked")).to_have_count(0)


def test_a_level_is_saved_at_once_and_its_words_are_shown(desk: Page) -> None:
    show(desk)
    card(desk, 2).get_by_role("radio", name="2 with limits").check()
    expect(card(desk, 2).get_by_text("saved 14:02")).to_be_visible()
    expect(card(desk, 2).locator(".ck-chosen").first).to_have_text("with limits")
    expect(card(desk, 2).locator(".ck-read")).to_have_text("begun")
    assert sent(desk) == [(f"{2:012x}", {"claim": 2}, "")]


def test_digits_set_levels_tab_goes_on_and_the_arrows_stay_native(desk: Page) -> None:
    shown = show(desk)
    shown.get_by_role("button", name="Next unread").first.focus()
    desk.keyboard.press("Enter")
    expect(card(desk, 1).get_by_role("radio").first).to_be_focused()
    for key in ("3", "Tab", "1"):
        desk.keyboard.press(key)
    expect(card(desk, 1).locator(".ck-read")).to_have_text("read")
    expect(shown.locator(".ck-count")).to_have_text("1 of 3 read")
    expect(desk.locator(".ck-live")).to_have_text("Answer 1 is read: 1 of 3.")
    desk.keyboard.press("ArrowRight")
    expect(card(desk, 1).get_by_role("radio", name="2 where", exact=True)).to_be_checked()
    desk.keyboard.press("Tab")
    desk.keyboard.type("Fair: 2 of 3, not more.")
    expect(card(desk, 1).get_by_role("textbox", name="Comment")).to_have_value("Fair: 2 of 3, not more.")
    expect(card(desk, 1).get_by_text("saved 14:02")).to_be_visible()
    desk.wait_for_function("model.sent.at(-1).comment.length > 5")
    assert sent(desk)[-1] == (f"{1:012x}", {"claim": 3, "ends": 2}, "Fair: 2 of 3, not more.")
    assert [key for key in desk.evaluate("stopped") if key.isdigit()] == [], "JupyterLab sees none of it"


def test_n_goes_to_the_next_answer_that_is_not_read(desk: Page) -> None:
    done = {"levels": {"claim": 1, "ends": 1}, "at": "13:00"}
    begun = {"levels": {"claim": 1}, "at": "13:00"}
    shown = show(desk, setup(answer(1, "One."), answer(2, "Two.", **done), answer(3, "Three.", **begun)))
    expect(shown.locator(".ck-count")).to_have_text("1 of 3 read")
    card(desk, 1).get_by_role("radio").first.focus()
    desk.keyboard.press("n")
    expect(card(desk, 3).get_by_role("group", name="Says where it ends").get_by_role("radio").first).to_be_focused()
    for key in ("0", "n", "0", "Tab", "0"):
        desk.keyboard.press(key)
    expect(shown.locator(".ck-count")).to_have_text("3 of 3 read")
    desk.keyboard.press("n")
    expect(desk.locator(".ck-live")).to_contain_text("All 3 are read.")


def test_delete_takes_a_level_back(desk: Page) -> None:
    show(desk, setup(answer(1, "One.", levels={"claim": 1, "ends": 1}, at="13:00")))
    card(desk, 1).get_by_role("radio", checked=True).first.focus()
    desk.keyboard.press("Delete")
    expect(card(desk, 1).locator(".ck-read")).to_have_text("begun")
    desk.wait_for_function("model.sent.length === 1")
    assert sent(desk) == [(f"{1:012x}", {"ends": 1}, "")]


def test_what_was_given_before_is_there_again(desk: Page) -> None:
    given = {"levels": {"claim": 3, "ends": 0}, "comment": "Well seen.", "at": "13:00"}
    show(desk, setup(answer(1, "One.", **given)))
    expect(card(desk, 1).get_by_role("radio", checked=True)).to_have_count(2)
    expect(card(desk, 1).get_by_role("radio", name="3 with grounds")).to_be_checked()
    expect(card(desk, 1).get_by_role("textbox")).to_have_value("Well seen.")
    expect(card(desk, 1).get_by_text("saved 13:00")).to_be_visible()
    assert sent(desk) == []


def test_what_a_dead_kernel_did_not_take_is_kept_and_sent_again(desk: Page) -> None:
    show(desk, alive=False)
    card(desk, 1).get_by_role("radio", name="2 with limits").check()
    expect(card(desk, 1).get_by_text("saving…")).to_be_visible()
    expect(card(desk, 1).get_by_text("not saved yet")).to_be_visible()
    home(desk)
    show(desk)
    expect(card(desk, 1).get_by_role("radio", name="2 with limits")).to_be_checked()
    expect(card(desk, 1).get_by_text("saved 14:02")).to_be_visible()
    assert sent(desk) == [(f"{1:012x}", {"claim": 2}, "")]


def test_what_was_refused_is_told(desk: Page) -> None:
    shown = show(desk, refuse="the disk is full")
    card(desk, 1).get_by_role("radio", name="2 with limits").check()
    expect(shown.locator(".ck-status")).to_have_text("Not saved: the disk is full")
    expect(card(desk, 1).get_by_text("not saved", exact=True)).to_be_visible()


def test_what_another_window_gave_is_shown_unless_something_is_being_typed(desk: Page) -> None:
    show(desk)
    change = {
        "op": "levels",
        "n": 7,
        "answer": f"{1:012x}",
        "levels": {"claim": 1},
        "comment": "Theirs.",
        "at": "15:00",
    }
    card(desk, 2).get_by_role("textbox").fill("Mine")
    for number in (1, 2):
        desk.evaluate("change => model.say({...change, op: 'changed'})", change | {"answer": f"{number:012x}"})
    expect(card(desk, 1).get_by_role("textbox")).to_have_value("Theirs.")
    expect(card(desk, 2).get_by_role("textbox")).to_have_value("Mine")


def test_rubric_and_samples_are_folded_until_wanted(desk: Page) -> None:
    shown = show(desk)
    expect(shown.get_by_text("The second keeper, on the gallery.")).to_be_hidden()
    shown.get_by_text("Sample answers").click()
    expect(shown.get_by_text("A strong answer")).to_be_visible()
    expect(shown.get_by_text("Names nobody.")).to_be_visible()
    shown.get_by_text("The rubric").click()
    expect(shown.locator(".ck-scale em")).to_have_text("why")


def test_hostile_answers_are_words(desk: Page) -> None:
    given = {"label": HOSTILE, "comment": HOSTILE, "levels": {"claim": HOSTILE, "<b>": 1}}
    shown = show(desk, setup(answer(1, HOSTILE, **given), answer(2, "Fine."), prompt=HOSTILE))
    expect(shown.locator(".ck-answer blockquote").first).to_contain_text("<img src=x onerror")
    expect(shown.locator("article h3").first).to_contain_text("<script>")
    expect(shown.locator("img, script")).to_have_count(0)
    assert desk.evaluate("window.hurt") is None


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 320])
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_page(started: Browser, look: Any, width: int) -> None:
    if not (FRONTEND / "node_modules" / "axe-core").is_dir():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = open_page(started, viewport={"width": width, "height": 800}, color_scheme=look)
    home(page)
    long = answer(4, "Ununterbrochenes" * 30)
    shown = show(page, setup(*setup()["answers"], long))
    card(page, 1).get_by_role("radio", name="2").first.check()
    for summary in shown.locator("summary").all():
        summary.click()
    page.add_script_tag(url="/node_modules/axe-core/axe.min.js")
    found = page.evaluate("axe.run('.ck')")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    columns = page.locator(".ck-answers").evaluate(
        "node => getComputedStyle(node).gridTemplateColumns.split(' ').length"
    )
    assert columns == (1 if width == 320 else 2)
    page.context.close()


def test_with_reduced_motion_nothing_moves(started: Browser) -> None:
    page = open_page(started, reduced_motion="reduce")
    home(page)
    show(page)
    moving = """[...document.querySelectorAll(".ck, .ck *")].filter((node) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
      return parseFloat(transitionDuration) > 0.02 || animationName !== "none" || scrollBehavior === "smooth";
    }).length"""
    assert page.evaluate(moving) == 0
    page.context.close()
