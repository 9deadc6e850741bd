"""The record of a source, and how its faults are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.sources.record import check_record, load_record

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.library import Library


@pytest.fixture
def path(library: Library) -> Path:
    return library.folder("OWL") / "record.toml"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_complete_record_is_read_and_has_no_faults(path: Path) -> None:
    record = load_record(path)
    assert record.ids[:3] == ("m1", "h1", "e1.d")
    assert record.transmission[0].evidence == ("OWL p1",)
    assert check_record(path) == []


FAULTS = [
    ('when = "1911-03"', 'when = "March 1911"', "7: when: expected a date in EDTF"),
    ('genre = "A log"\n', "", "1: genre: expected a text, found nothing"),
    ('grade = "none"', "grade = 3", "10: grade: expected a text, found a number"),
    ('short = "the log"', 'short = ""', "3: short: expected a text, found nothing in it"),
    ('siglum = "OWL"', 'siglum = "ELK"', "1: siglum: expected “OWL” as the folder is called, found “ELK”"),
    (
        'certainty = "documented"',
        'certainty = "sure"',
        "27: certainty: expected one of documented, inferred, conjecture",
    ),
    ('lost = ""', 'lost = ""\nlots = ""', "26: lots: expected no such key (did you mean “lost”?)"),
    ('address = ""', 'address = "http://x"', "16: address: expected an address that begins with https://"),
    ('evidence = ["OWL p1"]', 'evidence = "OWL p1"', "26: evidence: expected a list of texts, found a text"),
    ('"h1" = {', '"The head" = {', "31: The head: expected an id as p7, m12 or e3.t"),
]


@pytest.mark.parametrize(("old", "new", "told"), FAULTS)
def test_a_fault_is_told_with_file_line_key_and_what_was_expected(path: Path, old: str, new: str, told: str) -> None:
    text = path.read_text(encoding="utf-8").replace("h1 = {", '"h1" = {')
    path.write_text(text, encoding="utf-8")
    change(path, old, new)
    assert any(str(problem).startswith(f"{path}:{told}") for problem in check_record(path)), check_record(path)


def test_loading_raises_one_line(path: Path) -> None:
    change(path, 'short = "the log"\n', "")
    with pytest.raises(CourseError, match=r"record\.toml:1: short: expected a text, found nothing$"):
        load_record(path)


def test_a_file_that_is_no_toml_is_named_with_its_line(path: Path) -> None:
    change(path, 'genre = "A log"', 'genre = "A log')
    assert [problem.line for problem in check_record(path)] == [4]
    assert "not TOML" in check_record(path)[0].message


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    (problem,) = check_record(tmp_path / "record.toml")
    assert "cannot be read" in problem.message


def test_a_paragraph_without_fingerprint_is_loaded_but_named_by_the_check(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    start = text.index("f2 = {")
    path.write_text(text[:start] + 'f2 = {begins = "Copied 1912"}\n', encoding="utf-8")
    assert load_record(path).paragraphs[-1].words == 0
    assert "no fingerprint yet" in check_record(path)[0].message


def test_a_broken_fingerprint_is_told(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('sha256 = "', 'sha256 = "zz', 1), encoding="utf-8")
    assert any("sha256: expected 64 hexadecimal figures" in str(problem) for problem in check_record(path))
