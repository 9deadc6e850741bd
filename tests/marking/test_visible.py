"""Words from outside are shown in one line, and no spreadsheet takes them for a formula."""

from __future__ import annotations

import csv
import io

import pytest

from coursekit.marking.visible import bare, cell, visible


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("Ada  Lovelace", "Ada Lovelace"),
        ("Ada\nmarks,100\r", "Ada marks,100"),
        ("\x1b[31mAda\x07", "[31mAda"),
        ("Ada\u202eecalevoL\u2066", "AdaecalevoL"),
        ("A\u200bda\ufeff", "Ada"),
        ("Ada\ud800", "Ada\ufffd"),
        ("\u2028Ada\u2029", "Ada"),
        ("نامه‌ها", "نامه‌ها"),  # written with a joiner that cannot be left out
        ("李 明", "李 明"),
        ("\u200b\x00", ""),
    ],
)
def test_what_cannot_be_seen_goes(given: str, seen: str) -> None:
    assert visible(given) == seen


def test_a_long_text_is_cut_and_says_so() -> None:
    assert visible("a" * 500, 10) == "a" * 9 + "…"
    assert visible("a" * 10, 10) == "a" * 10
    assert len(visible("a " * 5_000_000, 100)) <= 100


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(1)", "  =1", "＝1+1", "Ada;=1+1", "Ada; @x", "=cmd|' /C calc'!A0"]
)
def test_no_cell_begins_a_formula(formula: str) -> None:
    shown = cell(formula)
    for part in shown.split(";"):
        assert part.strip()[0] not in "=+-@＝"
    assert bare(shown) == formula


@pytest.mark.parametrize("plain", ["Ada", "O'Neill", "a=b", "a-b", "Ada; Bob", "", "'quoted'"])
def test_plain_words_stay_as_they_are(plain: str) -> None:
    assert cell(plain) == plain
    assert bare(plain) == plain


def test_a_spreadsheet_that_reads_the_file_sees_one_cell() -> None:
    file = io.StringIO()
    csv.writer(file).writerow([cell('=HYPERLINK("http://x","a")'), "b"])
    assert next(csv.reader(io.StringIO(file.getvalue())))[0].startswith("'=")


@pytest.mark.parametrize("text", ["'=1", "''=1", " '-2", "a;'=b", "'tis", "'", "=''=", ";;=", "'\n=1"])
def test_what_a_cell_was_given_comes_back_whatever_apostrophes_it_has(text: str) -> None:
    assert bare(cell(text)) == text
