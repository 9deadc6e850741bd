"""The guide: one block a paragraph, quotations marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.guide import load_guide, read_guide

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
# OWL: a calendar

An introduction, which is no paragraph.

## p1 · the keeper

He counts “bread for
eleven days” and oil.

## p2 · the keeper

The lamp was dark, “for 20 minutes”, and then “lit”.
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "guide.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_block_is_a_paragraph_with_its_quotations(tmp_path: Path) -> None:
    guide = load_guide(written(tmp_path, GOOD), "OWL")
    assert [paragraph.id for paragraph in guide.paragraphs] == ["p1", "p2"]
    first, second = guide.paragraphs
    assert first.text == "He counts “bread for eleven days” and oil."
    assert [first.text[start:end] for start, end in first.quotes] == ["bread for eleven days"]
    assert [second.text[start:end] for start, end in second.quotes] == ["for 20 minutes", "lit"]
    assert second.voice == "the keeper"


def test_quotation_marks_may_be_german(tmp_path: Path) -> None:
    guide = load_guide(written(tmp_path, GOOD.replace("“", "„").replace("”", "“")), "OWL")
    found = [[each.text[start:end] for start, end in each.quotes] for each in guide.paragraphs]
    assert found == [["bread for eleven days"], ["for 20 minutes", "lit"]]


FAULTS = [
    ("“lit”", "“lit", "12: p2: “lit.…: opened and not closed"),
    ("“lit”", "lit”", "12: p2: "),
    ("“lit”", "“lit … again”", "12: p2: “lit … again”: no ellipsis inside a quotation; make it two"),
    ("“lit”", "“" + "lit " * 21 + "”", "21 words quoted, at most 20"),
    ("“lit”", "“”", "12: p2: “”: expected words"),
    ("“lit”", "„lit", "12: p2: „lit.…: opened and not closed"),
    ("“lit”", "„lit”", "12: p2: „lit…: opened and not closed"),
    ("“lit”", "„" + "lit " * 21 + "“", "21 words quoted, at most 20"),
    ("“lit”", "„“", "12: p2: „“: expected words"),
    ("“lit”", "**lit**", "12: p2: expected plain text, found markup"),
    ("“lit”", "<b>lit</b>", "12: p2: expected plain text, found markup"),
    ("## p2 · the keeper", "## p1 · the keeper", "10: p1: stands twice"),
    ("## p2 · the keeper", "## p2 the keeper", "10: heading: expected “## p7 · who speaks”"),
    ("The lamp was dark,", "The lamp\n\nwas dark,", "10: p2: expected one paragraph, found several"),
]


@pytest.mark.parametrize(("old", "new", "told"), FAULTS)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    _, problems = read_guide(written(tmp_path, GOOD.replace(old, new)), "guide.md")
    assert any(told in str(problem) for problem in problems), problems


def test_loading_raises_the_first_fault(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r":12: p2: "):
        load_guide(written(tmp_path, GOOD.replace("“lit”", "“lit")), "OWL")


def test_a_guide_without_blocks_is_told(tmp_path: Path) -> None:
    _, problems = read_guide(written(tmp_path, "# Nothing\n"), "guide.md")
    assert "found none" in problems[0].message
