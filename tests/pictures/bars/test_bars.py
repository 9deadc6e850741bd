"""Bars: what an author is told, and what a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.pictures.bars.amounts import check_bars, load_bars
from coursekit.pictures.bars.figure import bars
from coursekit.pictures.kinds import check_picture, draw
from tests.pictures.test_pictures import HOSTILE, Reader

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'kind = "bars"\ntitle = "Exports"\nsummary = "They fell."\nunit = "million roubles"\n'
SERIES = (
    '[[series]]\nname = "Machinery"\nlook = "full"\nwhose = ["KLO p15"]\nsays = "from journals"\n'
    '[[series.bar]]\nlabel = "1959"\nvalue = 537.8\n'
    '[[series.bar]]\nlabel = "1960"\nnote = "no figure"\n'
    '[[series.bar]]\nlabel = "1962"\nvalue = 24.6\nnote = "a twentieth"\n'
)
OTHER = '[[series]]\nname = "The rest"\nlook = "half"\nsays = "worked out"\n[[series.bar]]\nlabel = "1959"\nvalue = 0\n'
WHOLE = HEAD + SERIES + OTHER


def written(folder: Path, text: str = WHOLE) -> Path:
    path = folder / "00-x.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_bars_share_one_scale_and_a_missing_figure_has_no_bar(tmp_path: Path) -> None:
    page = bars(load_bars(written(tmp_path)))
    widths = [float(width) for width in re.findall(r'<rect[^>]*width="([\d.]+)"', page)]
    assert widths == [1000, pytest.approx(1000 * 24.6 / 537.8, abs=0.1)]  # the zero has none either
    assert page.count('class="ck-bars-none"') == 1
    assert page.count("<svg") == 3


def test_figures_stand_beside_the_bars_and_say_whose_they_are(tmp_path: Path) -> None:
    words = Reader(bars(load_bars(written(tmp_path)))).words
    assert words.count("537.8") == 2  # beside the bar, and as text
    assert "24.6 (a twentieth)" in words
    assert words.count("no figure") == 2
    assert "KLO p15 (from journals)" in words
    assert "worked out" in words
    assert words.count("million roubles") == 2


def test_series_differ_by_filling_and_by_name(tmp_path: Path) -> None:
    page = bars(load_bars(written(tmp_path, WHOLE.replace("value = 0", "value = 9"))))
    assert page.count('class="ck-amount ck-look-full"') == 2
    assert page.count('class="ck-amount ck-look-half"') == 1
    assert not re.search(r'(?:fill|stroke|color)="', page)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    bad = HOSTILE.replace("\x00", "").replace("\ud800", "").replace("\\", "").replace('"', '\\"')
    page = bars(load_bars(written(tmp_path, WHOLE.replace("They fell.", bad).replace("from journals", bad))))
    read = Reader(page)
    assert read.open == []
    assert not {"script", "img"} & set(read.tags)
    assert "<script>alert(1)</script>" in read.words
    assert page == bars(load_bars(tmp_path / "00-x.toml"))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('unit = "million roubles"\n', "", r"00-x\.toml:1: unit: expected a text"),
        ("value = 24.6", 'value = "24.6"', r":18: value: expected a number"),
        ("value = 24.6", "value = -1", r":18: value: expected a number from 0 up"),
        ('note = "no figure"\n', "", r":13: note: expected a value, or a note"),
        ('look = "half"', 'look = "hatched"', r":22: look: expected one of full"),
        ("KLO p15", "p15", r":8: whose: expected paragraphs as LOG p15"),
        ('says = "worked out"\n', "", r":20: whose: expected the paragraphs"),
        ('name = "Machinery"', 'name = "Machinery"\ncolour = "red"', r":7: colour: expected no such key"),
        (SERIES + OTHER, "", r":1: series: expected at least 1"),
        (OTHER, OTHER * 6, r"at most 6 series"),
        ("value = 0\n", "value = 0\n" + '[[series.bar]]\nlabel = "1"\nvalue = 1\n' * 12, r"at most 12 bars"),
        ("value = 0", 'note = "unknown"', r":20: bar: expected at least one bar with a value"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(tmp_path: Path, was: str, now: str, said: str) -> None:
    path = written(tmp_path, WHOLE.replace(was, now))
    with pytest.raises(CourseError, match=said):
        load_bars(path, "00-x.toml")
    assert check_bars(path, "00-x.toml")


def test_a_file_of_bars_is_known_by_its_kind(tmp_path: Path) -> None:
    assert check_picture(written(tmp_path)) == []
    assert 'class="ck-picture ck-bars"' in draw("bars", tmp_path / "00-x.toml")
    with pytest.raises(CourseError, match="expected “timeline”, found “bars”"):
        draw("timeline", tmp_path / "00-x.toml")
