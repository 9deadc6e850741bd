"""A heat map: words of a text, the stronger the more marked them, and the same as a table."""

from __future__ import annotations

import re

from coursekit.pictures.heat.figure import Heat, Hot, HotPassage, Layer, heat
from tests.pictures.test_pictures import HOSTILE, Reader

TEXT = "The lamp, burned out."


def drawn(*words: Hot, text: str = TEXT, name: str = "Silence") -> str:
    return heat(Heat("Marks", "What is seen.", (HotPassage("LOG p1", text, "2 of 4", (Layer(name, words),)),))).markup


def runs(html: str) -> list[tuple[str, str]]:
    shown = html[html.index("<dl>") : html.index("</dl>")]
    return re.findall(r'<span class="ck-hot ck-hot-(\d)">([^<]*)</span>', shown)


def test_the_stronger_the_more_marked_a_word() -> None:
    shares = (Hot(0, 3, 0.0, "few"), Hot(4, 8, 0.25, "1 of 4"), Hot(10, 16, 0.6, "3 of 5"), Hot(17, 20, 1.0, "4 of 4"))
    assert runs(drawn(*shares)) == [("1", "The"), ("1", "lamp"), ("3", "burned"), ("4", "out")]


def test_words_side_by_side_that_are_equally_hot_are_one_run() -> None:
    both = drawn(Hot(4, 8, 0.5, "2 of 4"), Hot(10, 16, 0.5, "2 of 4"))
    assert runs(both) == [("2", "lamp, burned")]
    assert "‘lamp, burned’: 2 of 4" in Reader(both).words
    apart = drawn(Hot(0, 3, 0.5, "2 of 4"), Hot(10, 16, 0.5, "2 of 4"))
    assert runs(apart) == [("2", "The"), ("2", "burned")]


def test_the_text_is_whole_and_a_layer_may_be_empty() -> None:
    html = drawn()
    assert TEXT in Reader(html).words
    assert not runs(html)


def test_hostile_words_come_out_as_text() -> None:
    html = drawn(Hot(0, len(HOSTILE), 1.0, HOSTILE), text=HOSTILE, name=HOSTILE)
    page = Reader(html)
    assert not page.open
    assert not {"script", "img"} & set(page.tags)
    assert "<script>alert(1)</script>" in page.words
