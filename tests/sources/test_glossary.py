"""Glossary: who and what is named, and how the documents spell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.check import check_sources
from coursekit.sources.editions import Edition, Paragraph
from coursekit.sources.glossary import UNIDENTIFIED, check_glossary, load_glossary
from tests.sources.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.library import Library
    from coursekit.sources.record import Record

ENTRY = """\
[[entry]]
id = "keeper"
name = "Maris, Anna"
kind = "person"
text = "Keeper of the lamp."
dates = "1861/1911"
certainty = "from memory"
checked = "From memory."
spellings = [
  {source = "OWL", form = "A. Maris", paragraphs = ["e1.a"]},
]
"""


@pytest.fixture
def records(library: Library) -> dict[str, Record]:
    return {"OWL": library.record("OWL")}


def edition(**texts: str) -> Edition:
    paragraphs = tuple(Paragraph(pid, "", text, (), "exact") for pid, text in texts.items())
    return Edition("OWL", "text", paragraphs)


def told(tmp_path: Path, text: str, records: dict[str, Record], **texts: str) -> list[str]:
    path = tmp_path / "glossary.toml"
    path.write_text(text, encoding="utf-8")
    full = {"OWL": edition(**texts)} if texts else {}
    return [f"{problem.line}: {problem.message}" for problem in check_glossary(path, "g.toml", records, full)]


def test_an_entry_without_faults(tmp_path: Path, records: dict[str, Record]) -> None:
    assert told(tmp_path, ENTRY, records) == []
    assert told(tmp_path, ENTRY, records, **{"e1.a": "The lamp, writes A. Maris, went out."}) == []
    entry = load_glossary(tmp_path / "glossary.toml")["keeper"]
    assert (entry.name, entry.dates, entry.spellings[0].form) == ("Maris, Anna", "1861/1911", "A. Maris")


def test_a_course_without_a_glossary_has_no_entries(tmp_path: Path) -> None:
    assert load_glossary(tmp_path / "glossary.toml") == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"keeper"', '"the keeper"', "2: id: expected a short name"),
        ('kind = "person"', 'kind = "ghost"', "4: kind: expected one of person, body"),
        ("1861/1911", "long ago", "6: dates: expected dates in EDTF"),
        ('"from memory"', '"hearsay"', "7: certainty: expected one of print"),
        ('certainty = "from memory"\n', "", "certainty: expected with “checked” one of"),
        ('checked = "From memory."\n', "", "checked: expected a text"),
        ('["e1.a"]', '["p9"]', "spellings: OWL has no paragraph p9"),
        ('["e1.a"]', "[]", "paragraphs: expected at least one paragraph"),
        ('source = "OWL"', 'source = "EEL"', "spellings: “EEL” is no source of this course"),
    ],
)
def test_faults_are_told_with_their_line(
    tmp_path: Path, records: dict[str, Record], old: str, new: str, said: str
) -> None:
    assert old in ENTRY
    assert any(said in each for each in told(tmp_path, ENTRY.replace(old, new, 1), records))


def test_an_id_stands_once_whatever_its_capitals(tmp_path: Path, records: dict[str, Record]) -> None:
    twice = ENTRY + ENTRY.replace('"keeper"', '"Keeper"')
    assert told(tmp_path, twice, records) == ["13: id: “Keeper” stands twice"]
    with pytest.raises(CourseError, match="stands twice"):
        load_glossary(tmp_path / "glossary.toml")


@pytest.mark.parametrize("text", ["The lamp, writes Maris, went out.", "The lamp, writes A. Marist, went out."])
def test_a_spelling_that_the_full_text_does_not_have_is_told(
    tmp_path: Path, records: dict[str, Record], text: str
) -> None:
    (said,) = told(tmp_path, ENTRY, records, **{"e1.a": text})
    assert "“A. Maris” does not stand in OWL e1.a" in said


def test_it_is_checked_with_the_sources(library: Library) -> None:
    path = library.root / "sources" / "glossary.toml"
    path.write_text(ENTRY.replace('["e1.a"]', '["p99"]'), encoding="utf-8")
    told = [str(problem) for problem in check_sources(library.root, library.texts)]
    assert told == ["sources/glossary.toml:9: spellings: OWL has no paragraph p99"]


@pytest.mark.usefixtures("this_course")
def test_this_course_names_whom_nobody_could_identify() -> None:
    entries = load_glossary(ROOT / "sources" / "glossary.toml")
    unknown = {each.id for each in entries.values() if each.certainty == UNIDENTIFIED}
    assert {"liu-ta-kang", "lu-chen-yi", "liang-hsue-chiang", "zhang-weile"} <= unknown
    assert all(each.checked for each in entries.values() if each.certainty)
