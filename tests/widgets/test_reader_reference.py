"""A reference leads to its paragraph, however long the way to it is and however low the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.waiting import settled, still
from tests.widgets.reading import beside_a_pane, edition, setup

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SENTENCE = "It was said that the lamp had been lit and that somebody saw it. "
LONG = {f"p{n}": SENTENCE * (4 + n % 9) for n in range(1, 41)}
AT = """(pid) => {
  const box = (which) => document.querySelector(which).getBoundingClientRect();
  const [slot, row] = [box(".ck-pane-slot"), box(`.ck-pane [data-p="${pid}"] .ck-words`)];
  return [row.top - slot.top, slot.height - (row.bottom - slot.top)];
}"""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("height", [800, 420])
def test_the_paragraph_is_in_sight(browser: Browser, height: int, motion: Literal["no-preference", "reduce"]) -> None:
    reading = beside_a_pane(browser, viewport={"width": 1280, "height": height}, reduced_motion=motion)
    reading.page.evaluate("(setup) => mount(setup)", setup(editions=[edition("guide", LONG)], task=None))
    settled(reading.page)
    for pid in ("p33", "p7", "p20", "p21"):
        reading.page.evaluate("(paragraph) => lesson.show({ source: 'LET', paragraph })", pid)
        still(reading.page)
        above, under = reading.page.evaluate(AT, pid)
        assert above >= 0, pid
        assert under >= 0, pid
        assert {words for _, words in reading.painted("ck-flash")} == {LONG[pid]}
    assert reading.errors == []


def test_of_a_paragraph_higher_than_the_pane_the_beginning_is_in_sight(browser: Browser) -> None:
    reading = beside_a_pane(browser, viewport={"width": 700, "height": 300})
    reading.page.evaluate("(setup) => mount(setup)", setup(editions=[edition("guide", LONG)], task=None))
    reading.page.evaluate("lesson.show({ source: 'LET', paragraph: 'p17' })")
    settled(reading.page)
    still(reading.page)
    above, under = reading.page.evaluate(AT, "p17")
    assert under < 0  # so low it is
    assert above >= 0


POINT = """async ([ids, late]) => {
  const { createPointedText } = await import("/src/kinds/parts/pointed-text.js");
  const { createText } = await import("/src/spans/codepoints.js");
  const text = createPointedText({ siglum: "LET" }, () => {}, { boxed: false });
  const paragraphs = ids.map(([id, text]) => ({ id, text, voice: "", quotes: [] }));
  const units = new Map(ids.map(([id, text]) => [id, createText(text)]));
  const draw = () => text.draw({ op: "text", paragraphs, locked: "" }, units);
  const mount = (slot) => {
    const root = document.createElement("section");
    root.className = "ck";
    root.append(text.text);
    slot.append(root);
    late ? setTimeout(draw, 50) : draw();
    return { show() {}, begin: text.begin, destroy: () => root.remove() };
  };
  const anchor = document.getElementById("main");
  const about = { siglum: "LET", title: "the letter", label: "Point", about: "", ids: ids.map(([id]) => id) };
  lesson.add({ ...about, id: "point:q", kind: "point", anchor, ready: () => true, mount });
  lesson.open("point:q");
}"""


@pytest.mark.parametrize("late", [False, True], ids=["the text is here", "the text comes later"])
def test_whoever_comes_from_the_same_text_to_point_at_words_goes_on_where_they_were(
    browser: Browser, *, late: bool
) -> None:
    reading = beside_a_pane(browser)
    reading.page.evaluate("(setup) => mount(setup)", setup(editions=[edition("guide", LONG)], task=None))
    reading.page.evaluate("lesson.show({ source: 'LET', paragraph: 'p25' })")
    settled(reading.page)
    still(reading.page)
    reading.page.evaluate(POINT, [list(LONG.items()), late])
    settled(reading.page)
    still(reading.page)
    tops = [reading.page.evaluate(AT, pid)[0] for pid in ("p22", "p26")]
    assert tops[0] < 757
    assert tops[1] > 0  # what was in sight is
    assert reading.errors == []


@pytest.mark.parametrize("first", [0, 20])
def test_whoever_was_at_the_top_of_a_text_goes_on_with_its_first_paragraph(browser: Browser, first: int) -> None:
    reading = beside_a_pane(browser)
    part = dict(list(LONG.items())[first:])
    reading.page.evaluate("(setup) => mount(setup)", setup(editions=[edition("guide", part)], task=None))
    settled(reading.page)
    reading.page.evaluate(POINT, [list(LONG.items()), False])
    settled(reading.page)
    still(reading.page)
    above, under = reading.page.evaluate(AT, f"p{first + 1}")
    assert above >= 0
    assert under >= 0
