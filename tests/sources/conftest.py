"""A small library of one invented source, and the four real documents by their sigla."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursekit.sources.recognise import recognise
from coursekit.sources.record import load_record
from tests.sources import invented

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.sources.library import Library
    from coursekit.sources.recognise import Match
    from coursekit.sources.record import Record

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "LET": "000_fce2d69f46582c59.txt",
    "KLO": "002_e2f6fc2a23032e51.txt",
    "CAT": "003_6eb77311a36d0a28.txt",
    "YUD": "004_478c3a4154068c2d.txt",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A course with one invented source; the learner's copies go to ``work/texts``."""
    return invented.lay_out(tmp_path / "course")


@pytest.fixture
def owl(library: Library) -> Record:
    """The record of the invented source."""
    return library.record("OWL")


@pytest.fixture
def find(owl: Record) -> Callable[[str], Match | None]:
    """Look for the invented source in a text."""

    def look(text: str) -> Match | None:
        return next(iter(recognise(text, [owl]).matches), None)

    return look


@pytest.fixture(scope="session")
def records(this_course: Path) -> list[Record]:
    """The records of the four sources of this course."""
    return [load_record(ROOT / "sources" / siglum / "record.toml") for siglum in FILES]


@pytest.fixture(scope="session")
def texts(documents: Path) -> dict[str, str]:
    """The four documents."""
    return {siglum: (documents / name).read_bytes().decode("utf-8") for siglum, name in FILES.items()}
