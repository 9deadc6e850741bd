"""A whole class of hostile hand-ins: whatever is made of it holds their words as text, and leads nowhere."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.files.archives import leads_out
from coursekit.formats.annotations import jsonld, table
from coursekit.formats.annotations.noted import of_class
from coursekit.marking import marks_file
from coursekit.marking.hand_in import MOST_BYTES
from coursekit.marking.keys import Keys
from coursekit.seminar import register_table
from coursekit.seminar.alike import alike
from coursekit.seminar.alike.sheet import sheet
from coursekit.seminar.classwork import Classwork, gather
from coursekit.seminar.feedback.sending import send
from coursekit.seminar.register import register
from coursekit.seminar.report.page import page
from coursekit.seminar.report.report import report
from tests.pictures.test_pictures import Reader
from tests.seminar.report.six import lay_out, mark, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.seminar.feedback.packing import Platform

MARKUP = '<script>alert(1)</script><img src=x onerror="alert(1)"></style></blockquote>'
NAMES = (
    MARKUP,
    '=HYPERLINK("http://example.org","x")',
    "\u202egpj.exe\u2066 \u200f",
    "../../etc/passwd",
    "C:\\CON",
    "..",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)
PACKED: tuple[Platform, ...] = ("moodle", "plain")
RUNS = {"script", "img", "iframe", "object", "embed", "link", "form", "base"}


@pytest.fixture
def hostile(course: Path, tmp_path: Path) -> Path:
    """Each name hands in the exercise and the lesson, with texts and comments no better; two hand in far too much."""
    lay_out(course)
    here = Course(course)
    for number, name in enumerate(NAMES):
        folder = tmp_path / "in" / f"Ada {number}_{number + 1}_assignsubmission_file_"
        answers = {
            "x01-who": {"choice": "b", "confidence": 90},
            "x01-count": {"text": name},
            "x01-why": {"text": f"{name} {MARKUP} \u202e {' '.join(NAMES)}"},
            name: {"text": name},
        }
        write(folder, name, "01-six", answers=answers)
        marks = [mark(here, number, "Ships", "XSS.tag", comment=f"{name}\n{MARKUP}\u202e")]
        write(folder, name, "L00", here.assignments["L00"].version, marks={"00-marks": marks})
    long = {"x01-why": {"text": "long " * 10}, "x01-count": {"text": "9" * (MOST_BYTES // 2)}}
    folder = tmp_path / "in" / "Long_90_assignsubmission_file_"
    write(folder, "Long", "01-six", answers=long)
    write(
        tmp_path / "in" / "Vast_91_assignsubmission_file_",
        "Vast",
        "01-six",
        answers={"x01-why": {"text": "v" * MOST_BYTES}},
    )
    return tmp_path / "in"


@pytest.fixture
def found(course: Path, hostile: Path) -> Classwork:
    return gather([hostile], Keys(Course(course)))


def pages(course: Path, found: Classwork, out: Path) -> Iterator[tuple[str, str]]:
    """Yield all that is made as HTML, by its name."""
    here = Course(course)
    keys = Keys(here)
    reported = report(found, here, keys)
    for projected in (False, True):
        yield f"report {projected}", page(reported, here.library, projected=projected)
    yield "alike", sheet(alike(found, keys))
    for platform in PACKED:
        send(found, keys, here, out / f"{platform}.zip", platform, tells_keys=lambda _exercise: True)
        with zipfile.ZipFile(out / f"{platform}.zip") as archive:
            for name in archive.namelist():
                yield name, archive.read(name).decode()


def test_too_long_ones_cost_a_row_or_an_answer(found: Classwork) -> None:
    by_file = {each.row.file.split("/")[-2][:4]: each.row for each in found.works if "_9" in each.row.file}
    assert "larger than 2 MB" in by_file["Vast"].note
    assert by_file["Long"].status == "marked"
    assert "x01-count not read" in by_file["Long"].note


def test_in_every_page_their_words_are_text(course: Path, found: Classwork, tmp_path: Path) -> None:
    made = dict(pages(course, found, tmp_path))
    assert len(made) > 2 * len(NAMES)
    for name, html in made.items():
        read = Reader(html[html.index("<body>") : html.index("</html>")])
        assert not read.open, name
        assert not RUNS & set(read.tags), name
        assert not [key for key, _ in read.attributes if key.startswith("on") or key in ("src", "style")], name
        assert all((value or "").startswith("#") for key, value in read.attributes if key == "href"), name
        title = html[html.index("<title>") : html.index("</title>")]
        assert not [sign for sign in title if unicodedata.category(sign) == "Cf"], name
        assert len(html) < MOST_BYTES, name


def test_no_page_about_one_has_another_s_words(course: Path, found: Classwork, tmp_path: Path) -> None:
    back = {name: html for name, html in pages(course, found, tmp_path) if name.startswith("Ada ")}
    assert len(back) == 2 * len(NAMES)
    for name, html in back.items():
        assert len(set(re.findall(r"· file ([0-9a-f]{8})", html))) == 1, name


@pytest.mark.parametrize("platform", PACKED)
def test_no_name_in_the_zip_leads_anywhere(course: Path, found: Classwork, tmp_path: Path, platform: Platform) -> None:
    here = Course(course)
    sent = send(found, Keys(here), here, tmp_path / "back.zip", platform)
    assert len(sent.files) >= len(NAMES)
    for name in sent.files:
        assert not leads_out(name)
        assert not name.startswith(("/", "~", "=", "@"))
        assert not re.search(r'[\\:*?"<>|]', name)
        assert not [sign for sign in name if unicodedata.category(sign) in ("Cf", "Cc")]
        assert all(0 < len(part.encode()) < 255 for part in name.split("/"))
        assert not any(re.fullmatch(r"(?i)(\.+|con|prn|aux|nul)(\..*)?", part) for part in name.split("/"))


def cells(raw: bytes, separator: str = ",") -> list[str]:
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert len({len(row) for row in rows}) == 1
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("semicolon", [False, True])
def test_no_cell_of_any_table_is_a_formula(found: Classwork, tmp_path: Path, semicolon: bool) -> None:  # noqa: FBT001
    style = marks_file.Style(semicolon, semicolon)
    separator = ";" if semicolon else ","
    marks_file.write(tmp_path / "marks.csv", [(each.row, "[]") for each in found.works], style)
    tables = [
        cells((tmp_path / "marks.csv").read_bytes(), separator),
        cells(register_table.to_csv(register_table.rows(register(found)), style), separator),
    ]
    if not semicolon:
        tables.append(cells(table.write(of_class(found.counting()).noted)))
    for each in tables:
        assert len(each) > len(NAMES)
        assert not [cell for cell in each if cell.lstrip()[:1] in ("=", "+", "@") or re.match(r"\s*-\D", cell)]
    for each in tables[:2]:  # a comment in the table of annotations stays as it was written, to be read back
        assert not [cell for cell in each if any(unicodedata.category(sign) in ("Cf", "Cc") for sign in cell)]


def test_annotations_of_them_are_read_back_the_same(found: Classwork) -> None:
    noted = of_class(found.counting()).noted
    assert len(noted) == len(NAMES)
    assert jsonld.read(jsonld.write(noted)) == list(noted)
