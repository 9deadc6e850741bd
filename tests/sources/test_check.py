"""Everything that can be wrong between a course's sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.sources.check import check_sources
from coursekit.sources.texts import write_copy
from tests.sources.conftest import ROOT
from tests.sources.invented import PARAGRAPHS

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.library import Library
    from coursekit.sources.record import Record


def change(library: Library, name: str, old: str, new: str) -> list[str]:
    path = library.root / "sources" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(problem) for problem in check_sources(library.root, library.texts)]


def test_the_sources_of_this_course_have_no_faults(tmp_path: Path) -> None:
    assert check_sources(ROOT, tmp_path) == []


@pytest.mark.usefixtures("this_course")
def test_every_quotation_of_this_course_stands_in_its_document_once(
    records: list[Record], texts: dict[str, str], tmp_path: Path
) -> None:
    from coursekit.sources.recognise import recognise

    for text in texts.values():
        for match in recognise(text, records).matches:
            write_copy(
                tmp_path / f"{match.record.siglum}.json",
                match.record,
                {pid: taken.text for pid, taken in match.taken.items()},
            )
    assert len(list(tmp_path.iterdir())) == 4
    assert check_sources(ROOT, tmp_path) == []


def test_a_small_course_has_no_faults(library: Library) -> None:
    assert check_sources(library.root, library.texts) == []


def test_a_block_that_is_missing_strange_or_out_of_order_is_told(library: Library) -> None:
    told = change(library, "OWL/guide.md", "## e2.d · the keeper", "## e9.d · the keeper")
    assert "sources/OWL/guide.md:19: e9.d: no such paragraph in record.toml [paragraphs]" in told
    assert any("e2.d: expected a block “## e2.d · who speaks”" in problem for problem in told)


def test_blocks_out_of_order_are_told(library: Library) -> None:
    path = library.root / "sources" / "OWL" / "guide.md"
    text = path.read_text(encoding="utf-8").replace("## e1.d", "## swap").replace("## e2.d", "## e1.d")
    path.write_text(text.replace("## swap", "## e2.d"), encoding="utf-8")
    told = [str(problem) for problem in check_sources(library.root, library.texts)]
    assert told == ["sources/OWL/guide.md:11: e2.d: expected e1.d here, in document order"]


def test_a_voice_that_the_record_does_not_know_is_told(library: Library) -> None:
    told = change(library, "OWL/guide.md", "## p1 · the keeper", "## p1 · a gull")
    assert told == ["sources/OWL/guide.md:27: voice: “a gull” is not in record.toml: the keeper"]


def test_evidence_that_no_source_has_is_told(library: Library) -> None:
    for strange in ("OWL p77", "ELK p1", "OWL p1-p77", "the log"):
        told = change(library, "OWL/record.toml", 'evidence = ["OWL p1"]', f'evidence = ["{strange}"]')
        assert told == [
            f"sources/OWL/record.toml:26: evidence: “{strange}” is no paragraph of this course; write it as “LOG p7”"
        ]
        change(library, "OWL/record.toml", f'evidence = ["{strange}"]', 'evidence = ["OWL p1"]')


def test_a_fact_that_rests_on_no_paragraph_is_told(library: Library) -> None:
    fact = '[[fact]]\nid = "F1"\nstatement = "s"\nchecked = "c"\ncertainty = "print"\nrests = ["OWL p99"]\n'
    (library.root / "sources" / "context.toml").write_text(fact, encoding="utf-8")
    (problem,) = check_sources(library.root, library.texts)
    assert str(problem).startswith("sources/context.toml:6: rests: “OWL p99” is no paragraph of this course")


def test_a_quotation_is_compared_with_the_learners_text(library: Library, owl: Record) -> None:
    write_copy(library.copy_path("OWL"), owl, PARAGRAPHS)
    assert check_sources(library.root, library.texts) == []
    told = change(library, "OWL/guide.md", "never meant to land", "never meant to sail")
    assert told == ["sources/OWL/guide.md:25: e2.a: “never meant to sail” does not stand in it word for word"]
    told = change(library, "OWL/guide.md", "never meant to sail", "to")
    assert "e2.a: “to” stands in it 2 times; quote more words" in told[0]


def test_a_quotation_is_not_compared_with_a_changed_text(library: Library, owl: Record) -> None:
    copy = PARAGRAPHS | {"e2.a": PARAGRAPHS["e2.a"].replace("never", "always")}
    write_copy(library.copy_path("OWL"), owl, copy)
    assert check_sources(library.root, library.texts) == []


def test_a_missing_guide_is_told_and_the_rest_is_still_checked(library: Library) -> None:
    (library.root / "sources" / "OWL" / "guide.md").unlink()
    told = change(library, "tags.toml", "colour = 1", "colour = 9")
    assert any(problem.startswith("sources/OWL/guide.md:1: cannot be read") for problem in told)
    assert any(problem.startswith("sources/tags.toml:9: colour") for problem in told)
