"""Marking where there is little room, as in the pane beside a lesson: small tools, notes at their words, one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.waiting import settled
from tests.widgets.reading import FRONTEND, Reading, edition, mark, setup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

WIDTH = 545  # what the pane has of a window of 1280 px
HEIGHT = 820
LEAST = 2 / 3  # of it are the text's
LONG = {f"p{n}": f"Paragraph {n}. " + "The keeper counts the ships that pass. " * 12 for n in range(1, 6)}
NAMES = ("Saw or heard it", "Done by or to him", "Did not meet it", "Inferred", "Generalised", "No source given")
TAGS = [
    {"id": f"T{n}", "name": name, "definition": f"It is {name}.", "example": "", "colour": n, "line": "solid"}
    for n, name in enumerate(NAMES, start=1)
]
# The last line of the words that are in hand, and the note that is open.
STANDS = """() => {
  const [range] = CSS.highlights.get("ck-active"), note = document.querySelector(".ck-note.ck-open");
  const lines = document.createRange();
  lines.setStart(range.startContainer, range.startOffset);
  lines.setEnd(range.endContainer, range.endOffset);
  return [[...lines.getClientRects()].at(-1).bottom, note.getBoundingClientRect().top];
}"""


@pytest.fixture
def reading(browser: Browser) -> Iterator[Reading]:
    marks = [
        mark(1, "p2", "ships", "T1", text=LONG["p2"]),
        mark(2, "p1", "keeper", "T2", text=LONG["p1"], comment="Who?"),
    ]
    given = setup(editions=[edition("guide", LONG)], tags=TAGS, annotations=marks)
    found = Reading.open(browser, given, viewport={"width": WIDTH, "height": HEIGHT})
    found.page.add_style_tag(path=FRONTEND / "src" / "style" / "pane.css")  # JupyterLab's extension brings it along
    found.page.evaluate("document.querySelector('#main').classList.add('ck-pane')")
    settled(found.page)
    yield found
    assert found.errors == []


def test_the_text_has_two_thirds_of_the_height(reading: Reading) -> None:
    tools = reading.page.locator(".ck-tools")
    assert tools.evaluate("node => node.offsetHeight") < (1 - LEAST) * HEIGHT / 2
    line = tools.locator("> .ck-foot")
    tops = line.locator("button, .ck-status").evaluate_all(
        "all => all.filter(node => node.offsetHeight).map(node => Math.round(node.getBoundingClientRect().top / 12))"
    )
    assert len(tops) == 5
    assert max(tops) - min(tops) <= 1, "one line"


def test_a_note_opens_at_its_words(reading: Reading) -> None:
    assert reading.page.locator(".ck-row .ck-note:visible").count() == 0
    reading.click_words("p2", "ships")
    settled(reading.page)
    words, note = reading.page.evaluate(STANDS)
    assert 0 <= note - words < 20
    reading.page.set_viewport_size({"width": 400, "height": HEIGHT})
    settled(reading.page)
    words, note = reading.page.evaluate(STANDS)
    assert 0 <= note - words < 20, "when the lines break elsewhere, too"


def test_the_list_of_marks_is_folded_and_leads_to_each(reading: Reading) -> None:
    count = reading.page.get_by_role("button", name="2 of about 4 marks")
    listed = reading.page.locator(".ck-mark-list > li")
    assert listed.count() == 0
    count.press("Enter")
    assert [" ".join(text.split()) for text in listed.all_inner_texts()] == [
        "p1 DONE BY OR TO HIM keeper Who?",
        "p2 SAW OR HEARD IT ships",
    ]
    listed.nth(1).get_by_role("button").press("Enter")
    assert not listed.first.is_visible()
    assert reading.page.locator(".ck-note.ck-open .ck-tagname").inner_text() == "SAW OR HEARD IT"
    assert reading.page.locator("textarea:focus").count() == 1


def test_what_a_tag_means_is_told_while_one_points_at_it(reading: Reading) -> None:
    tip = reading.page.locator(".ck-tag-tip")
    palette = reading.page.locator(".ck-palette")
    palette.scroll_into_view_if_needed()
    before = palette.bounding_box()
    palette.get_by_role("button", name="Inferred").hover()
    assert tip.inner_text() == "Inferred: It is Inferred."
    assert palette.bounding_box() == before, "nothing moves"
    reading.page.mouse.move(10, 10)
    assert not tip.is_visible()
    palette.get_by_role("button", name="Generalised").focus()
    assert tip.inner_text() == "Generalised: It is Generalised."
    reading.press("Escape")
    assert not tip.is_visible()
    reading.drag("p2", "counts")
    palette.get_by_role("button", name="Generalised").click()
    assert not tip.is_visible(), "it would stand over the note"


def test_the_question_whether_one_has_finished_goes_when_one_marks_on(reading: Reading) -> None:
    reading.page.get_by_role("button", name="I have finished").click()
    no = reading.page.get_by_role("button", name="Not yet")
    assert no.is_visible()
    reading.drag("p1", "keeper")
    reading.press("1")
    assert not no.is_visible()
    assert reading.sent("commit") == []
