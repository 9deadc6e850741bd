"""A learner's full text in a lesson: beside the guide, marked, gone again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.course import course as here
from coursekit.lesson import annotate
from coursekit.sources.add import add
from coursekit.sources.normal import WORD
from coursekit.spans import make_span
from tests.lesson.marks import mark

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


def test_a_learners_full_text_stands_beside_the_guide_and_out_of_the_twin(page: Page, course: Path) -> None:
    assert not next(iter(add(here().library, [course / "as-it-was.txt"]))).error
    annotate("00-marks")
    setup = page.widget().session.setup
    assert [edition["name"] for edition in setup["editions"]] == ["guide", "text"]
    assert {each["status"] for each in setup["editions"][1]["paragraphs"]} == {"exact"}
    start, end, text_start, text_end = setup["links"]["m1"][0]
    assert setup["editions"][0]["paragraphs"][0]["text"][start:end] == "box 12, leaf 4"
    assert setup["editions"][1]["paragraphs"][0]["text"][text_start:text_end] == "box 12, leaf 4"
    assert "Copied by hand" not in page.last.html


def test_a_mark_in_a_full_text_that_is_gone_is_listed(page: Page, course: Path, work: Path, restart: Any) -> None:
    list(add(here().library, [course / "as-it-was.txt"]))
    annotate("00-marks")
    text = here().library.source("BOX").text
    assert text
    made = {**mark("box 12, leaf 4", "m1"), "spans": [make_span(text, "m1", 0, 7).to_json()]}
    page.tell(page.widget(), n=1, op="add", annotation=made)
    (work / "texts" / "BOX.json").unlink()
    restart()
    annotate("00-marks")
    (lost,) = page.widget().session.setup["unplaced"]
    assert lost["reason"] == "it was made in the full text, which is not here"


def test_a_mark_in_the_full_text_meets_a_key_in_the_calendars_own_words(page: Page, course: Path) -> None:
    list(add(here().library, [course / "as-it-was.txt"]))
    text = here().library.source("BOX").text
    assert text
    words = [match.span() for match in WORD.finditer(text.paragraph("p1").text)]
    key = course / "lessons" / "keys" / "00-marks.toml"
    own = f'paragraph = "p1"\nquote = "an evening in May 1893"\nin_text = "2-3 of {len(words)}"'
    key.write_text(key.read_text("utf-8").replace('paragraph = "m1"\nquote = "box 12, leaf 4"', own), "utf-8")
    annotate("00-marks")
    span = make_span(text, "p1", words[1][0], words[2][1]).to_json()
    page.tell(page.widget(), n=1, op="add", annotation={**mark("box 12, leaf 4", "m1"), "spans": [span]})
    _, told = page.tell(page.widget(), n=2, op="commit")
    assert told["agreement"]["found"] == 1
