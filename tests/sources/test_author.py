"""Fingerprints are made from the author's copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.author import cut, write_fingerprints
from coursekit.sources.record import load_record
from tests.sources.invented import PARAGRAPHS, TEXT, begins

if TYPE_CHECKING:
    from coursekit.sources.library import Library
    from coursekit.sources.record import Record


def test_each_paragraph_runs_to_where_the_next_begins(owl: Record) -> None:
    assert dict(cut(TEXT, owl)) == PARAGRAPHS


def test_a_paragraph_cut_by_an_empty_line_is_one(owl: Record) -> None:
    text = TEXT.replace("between the two readings", "between the\n\ntwo readings")
    assert dict(cut(text, owl))["p1"] == PARAGRAPHS["p1"]


def test_only_the_table_of_paragraphs_is_rewritten(library: Library) -> None:
    path = library.folder("OWL") / "record.toml"
    before = path.read_text(encoding="utf-8")
    head = before[: before.index("[paragraphs]")]
    rows = "".join(f'"{pid}" = {{begins = "{begins(words)}"}}\n' for pid, words in PARAGRAPHS.items())
    path.write_text(f'{head}[paragraphs]\n{rows}\n[[unsure]]\ntext = "After the table."\n', encoding="utf-8")
    write_fingerprints(path, load_record(path), TEXT)
    after = path.read_text(encoding="utf-8")
    assert after.startswith(head)
    assert after.endswith('[[unsure]]\ntext = "After the table."\n')
    assert after[len(head) :].startswith(before[len(head) :])


def test_a_paragraph_that_is_not_there_is_told(owl: Record) -> None:
    with pytest.raises(CourseError, match=r"OWL/record\.toml: p2: no line of this copy begins “\(It may be” after p1"):
        cut(TEXT.replace("(It may be", "(It might be"), owl)
