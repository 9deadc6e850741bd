"""The reader with words of every script, hostile ones, without colours, in every width; and what it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.widgets.reading import Reading, edition, mark, setup

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_every_sign_counts_once_in_every_script(browser: Browser) -> None:
    text = "a\U0001f600 e\u0301t المذكرة\r\nend 😀 last"
    reading = Reading.open(browser, setup(editions=[edition("guide", {"p1": text})]))
    for words in ("e\u0301t", "المذكرة", "last"):
        reading.page.get_by_role("searchbox").fill(words)
        reading.press("Enter")
        reading.page.get_by_role("button", name="Mark this").click()
        reading.press("1")
    for message, words in zip(reading.sent("add"), ("e\u0301t", "المذكرة", "last"), strict=True):
        (span,) = message["annotation"]["spans"]
        assert text[span["start"] : span["end"]] == span["quote"] == words


def test_hostile_words_are_shown_and_never_run(browser: Browser) -> None:
    bad = "<img src=x onerror=alert(1)> javascript:alert(1) <script>alert(1)</script>\x00\x1b end"
    tags = [
        {
            "id": "X",
            "name": "<b onclick=alert(2)>tag</b>",
            "definition": bad,
            "example": bad,
            "colour": "1;}",
            "line": "solid",
        }
    ]
    own = mark(1, "p1", "javascript:alert(1)", "X", text=bad, comment=bad)
    lost = {"annotation": {**own, "id": f"{2:032x}"}, "reason": bad}
    given = setup(
        source={"siglum": bad, "title": bad, "short": bad},
        editions=[edition("guide", {"p1": bad})],
        tags=tags,
        task={"id": "01", "prompt": f"*{bad}*", "about": 1, "committed": False},
        annotations=[own],
        unplaced=[lost],
    )
    reading = Reading.open(browser, given)
    shown = reading.words("p1").inner_text()
    assert shown == bad.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
    reading.page.locator(".ck-go").click()
    reading.page.get_by_text("What the tags mean").click()
    reading.drag("p1", "end")
    reading.press("1")
    assert reading.quotes() == [["end"]]
    assert reading.sent("add")[0]["annotation"]["spans"][0]["start"] == bad.index("end")
    assert reading.page.locator(".ck img, .ck script, .ck b[onclick]").count() == 0
    assert reading.errors == []


@pytest.mark.parametrize("theme", ["true", "false"])
@pytest.mark.parametrize("width", [320, 1100])
def test_nothing_serious_for_axe_and_nothing_wider_than_the_window(browser: Browser, theme: str, width: int) -> None:
    marks = [mark(1, "p2", "many", comment="Hm"), mark(2, "p2", "a great many people", "TURN")]
    reading = Reading.open(browser, setup(annotations=marks), viewport={"width": width, "height": 700})
    reading.page.evaluate("(light) => { document.body.dataset.jpThemeLight = light }", theme)
    reading.page.get_by_text("Three ways to mark").click()
    reading.page.locator(".ck-go").first.click()
    assert reading.violations() == []
    assert reading.page.evaluate("document.documentElement.scrollWidth") == width


def test_what_can_be_pressed_is_large_enough_to_be_hit(browser: Browser) -> None:
    reading = Reading.open(browser, setup(annotations=[mark(1, "p2", "many")]), viewport={"width": 320, "height": 700})
    reading.page.locator(".ck-go").click()
    script = """[...document.querySelectorAll('.ck :is(button, select, summary, textarea)')]
        .filter((each) => each.offsetHeight && each.offsetHeight < 24).map((each) => each.outerHTML)"""
    assert reading.page.evaluate(script) == []


def test_taken_away_it_leaves_no_colour_and_no_listener_behind(browser: Browser) -> None:
    reading = Reading.open(browser, setup(annotations=[mark(1, "p2", "many")]))
    reading.drag("p1", "letter")
    assert reading.page.evaluate("painted().length") >= 2
    reading.page.evaluate("unmount()")
    assert reading.page.evaluate("painted()") == []
    reading.press("1", "Control+z")
    assert reading.page.evaluate("sent") == []
    assert reading.errors == []


def test_without_coloured_words_the_marks_are_listed_all_the_same(browser: Browser) -> None:
    reading = Reading.open(browser, setup(annotations=[mark(1, "p2", "many")]), before="delete window.Highlight")
    reading.drag("p1", "letter")
    reading.press("1")
    assert reading.notes() == ["QUANTITY letter", "QUANTITY many"]
    assert reading.errors == []


def test_a_text_that_is_only_shown_offers_no_marking(browser: Browser) -> None:
    reading = Reading.open(browser, setup(readonly=True, task=None, annotations=[mark(1, "p2", "many")]))
    assert reading.page.locator(".ck-palette").count() == 0
    reading.drag("p1", "letter")
    reading.press("1", "Control+z")
    assert reading.page.evaluate("sent") == []
    assert reading.notes() == ["QUANTITY many"]
