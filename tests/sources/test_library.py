"""The sources of a course, with the learner's own texts beside the guides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.library import Library
from coursekit.sources.texts import write_copy
from tests.sources.invented import PARAGRAPHS

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.record import Record


def test_a_source_has_record_and_guide_and_no_text_before_one_is_added(library: Library) -> None:
    assert library.sigla == ("OWL",)
    source = library.source("OWL")
    assert source.record.short == "the log"
    assert [paragraph.id for paragraph in source.guide.paragraphs] == list(PARAGRAPHS)
    assert source.text is None
    assert library.source("OWL") is source


def test_a_text_that_is_added_later_is_seen(library: Library, owl: Record) -> None:
    library.source("OWL")
    write_copy(library.copy_path("OWL"), owl, PARAGRAPHS)
    text = library.source("OWL").text
    assert text is not None
    assert {paragraph.status for paragraph in text.paragraphs} == {"exact"}
    assert text.paragraph("p1").voice == "the keeper"


def test_a_damaged_copy_costs_the_copy_not_the_lesson(library: Library) -> None:
    library.copy_path("OWL").parent.mkdir(parents=True)
    library.copy_path("OWL").write_text("torn", encoding="utf-8")
    source = library.source("OWL")
    assert source.text is None
    assert "damaged" in source.trouble
    assert source.guide.paragraphs


def test_an_unknown_siglum_is_one_line(library: Library) -> None:
    with pytest.raises(CourseError, match="ELK: no such source; this course has OWL"):
        library.source("ELK")
    with pytest.raises(CourseError, match="no such source"):
        library.source("../OWL")


def test_texts_lie_in_the_learners_folder(library: Library, work: Path) -> None:
    assert Library(library.root).copy_path("OWL") == work.resolve() / "texts" / "OWL.json"
