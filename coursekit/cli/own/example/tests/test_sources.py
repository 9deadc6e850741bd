"""The sources can be read, and everything that the course needs of them stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.sources import Library

LIBRARY = Library(Path(__file__).resolve().parent.parent)


@pytest.mark.parametrize("siglum", LIBRARY.sigla)
def test_every_paragraph_of_the_record_can_be_read(siglum: str) -> None:
    source = LIBRARY.source(siglum)
    assert [each.id for each in source.guide.paragraphs] == list(source.record.ids)
    assert all(each.text.strip() for each in source.guide.paragraphs)
