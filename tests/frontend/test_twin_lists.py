"""Lists of terms in a static twin, under the rules that JupyterLab has for them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.frontend.browsing import FRONTEND

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# As in JupyterLab 4: terms float at the left of their words.
NOTEBOOK = """
.jp-RenderedHTMLCommon dl dt, .jp-RenderedHTMLCommon dt { float: left; width: 20%; }
.jp-RenderedHTMLCommon dl dd, .jp-RenderedHTMLCommon dd { float: left; width: 80%; margin: 0; }
"""
ENTRY = "<div><dt><strong>A board with a name that takes three lines or more</strong></dt><dd>{}</dd></div>"


def test_no_term_stands_in_the_words_of_another(browser: Browser) -> None:
    entries = "".join(ENTRY.format(words) for words in ("Kept the lamp.", "Paid for the oil. " * 20))
    sheet = (FRONTEND / "dist" / "twin.css").read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": 500, "height": 800})
    page.set_content(
        f"<style>{NOTEBOOK}{sheet}</style><div class='jp-OutputArea'><div class='jp-RenderedHTMLCommon'>"
        f"<div class='ck-twin'><dl>{entries}</dl></div></div></div>"
    )
    boxes = [each.bounding_box() for each in page.locator("dt, dd").all()]
    page.close()
    tops = [(round(box["y"]), round(box["y"] + box["height"])) for box in boxes if box]
    assert len(tops) == 4
    assert all(above[1] <= below[0] + 1 for above, below in pairwise(tops))
