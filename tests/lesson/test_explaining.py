"""Who and what, as a lesson shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.lesson import explain, glossary
from tests.lesson.conftest import WIDGET

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


def test_entries_are_named_and_folded(page: Page) -> None:
    explain("keeper", "pier")
    (output,) = page.outputs
    assert WIDGET not in output.data
    assert output.words.splitlines()[0] == "Who and what: Maris, Anna; East pier"  # names have commas
    assert output.html.count("<details>") == 1
    assert "She &lt;wrote&gt; a <em>note</em>." in output.html


def test_an_entry_says_how_the_documents_spell_it_and_how_sure_it_is(page: Page) -> None:
    explain("keeper")
    words = page.last.words
    assert "Maris, Anna, 1861 to 1911" in words
    assert "“keeper” (BOX p1, p3)" in words
    assert "Outside the documents (from memory): Told in the town" in words
    explain("pier")
    assert "Outside the documents" not in page.last.words
    explain("lamp-boy")
    assert "Unidentified. No list of the pier's people was found." in page.last.words


def test_an_id_given_twice_is_shown_once(page: Page) -> None:
    explain("pier", "pier")
    assert page.last.words.count("Where the lamp stood.") == 1


def test_the_whole_glossary_is_folded_by_kind(page: Page) -> None:
    glossary()
    lines = page.last.words.splitlines()
    assert [line for line in lines if line.endswith(")") and line[-3] == "("] == ["People (2)", "Places (1)"]
    assert page.last.html.count("<details>") == 2


def test_a_strange_id_is_one_plain_line(page: Page) -> None:
    explain("keper")
    assert "keper: no such entry in the glossary; did you mean keeper?" in page.last.words
    explain(["a list"])  # type: ignore[arg-type]
    assert "['a list']: no such entry in the glossary" in page.last.words
    explain()
    assert "expected the ids of entries" in page.last.words
    assert len(page.last.words.splitlines()) == 1


def test_a_course_without_a_glossary_says_where_to_write_one(page: Page, course: Path) -> None:
    (course / "sources" / "glossary.toml").unlink()
    glossary()
    assert "sources/glossary.toml: this course has no glossary yet" in page.last.words
