"""Facts from outside, as a lesson shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.lesson import facts
from tests.lesson.conftest import WIDGET

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page

MORE = """
[[fact]]
id = "F2"
title = "The pier <burns>"
statement = "It *burned* twice."
checked = "the harbour's book"
certainty = "web copy"
"""


def test_facts_are_named_and_folded_with_how_sure_they_are(page: Page, course: Path) -> None:
    path = course / "sources" / "context.toml"
    path.write_text(path.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    facts("F2", "F1", "F2")
    (output,) = page.outputs
    assert WIDGET not in output.data
    assert output.words.splitlines()[0] == "From outside the documents: F2, The pier <burns>; F1"
    assert output.html.count("<details>") == 1
    assert 'data-fact="F2"' in output.html  # by which it opens where prose cites it
    assert "It <em>burned</em> twice." in output.html
    assert "Web copy: the harbour's book" in output.words
    assert "F1, 3 May 1893" in output.words
    assert output.words.count("Conjecture: made up") == 1


def test_a_strange_id_is_one_plain_line(page: Page) -> None:
    facts("F7")
    assert "F7: no such outside fact" in page.last.words
    facts(["a list"])  # type: ignore[arg-type]
    assert "['a list']: no such outside fact" in page.last.words
    facts()
    assert "expected the ids of outside facts" in page.last.words
    assert len(page.last.words.splitlines()) == 1
