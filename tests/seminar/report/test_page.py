"""The page: whole, harmless, and on the projected view about nobody in particular."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.journal import Journal
from coursekit.marking.keys import Keys
from coursekit.seminar import levels
from coursekit.seminar.report.page import body, page
from tests.pictures.test_pictures import Reader
from tests.seminar.report.six import ANSWERS, hand_in, mark, reported, write

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> & "q" =1+1'


def shown(course: Path, folder: Path, *, projected: bool = False, files: list[Path] | None = None) -> str:
    return page(reported(course, folder, levels=files), Course(course).library, projected=projected)


def read(html: str) -> Reader:
    return Reader(html[html.index("<body>") : html.index("</html>")])


def words(html: str) -> str:
    return " ".join(read(html).words.split())


def test_the_instructor_s_view_has_everything(six: Path, handed: Path) -> None:
    said = words(shown(six, handed))
    assert "6 people, 11 hand-ins: 01-six (6), L00 (5)." in said
    assert "Cy Storm (x01-who); Dee Fog (x01-who)" in said
    assert "2 of 6" in said
    assert "0.72" in said
    assert "Brier score 0.29" in said
    assert "alpha 0.37 (n = 11 words)" in said
    assert "alpha −0.25 (n = 3 words)" in said
    assert "the keeper: 3 (the key has it)" in said
    assert "Ask who wrote it." in said


def test_its_contents_lead_to_every_section(six: Path, handed: Path) -> None:
    html = shown(six, handed)
    links = re.findall(r'<li><a href="#([^"]+)">', html)
    assert links == re.findall(r'<section id="([^"]+)">', html)
    assert len(links) == len(set(links)) == 7


def test_every_cell_of_a_table_says_what_it_is_where_it_is_narrow(six: Path, handed: Path) -> None:
    html = shown(six, handed)
    body = html[: html.index("<figure")]
    assert body.count("<td") == body.count(' data-head="') > 10
    assert body.count("<td") == body.count('role="cell"')


def test_nothing_about_a_single_person_is_on_the_projected_view(six: Path, handed: Path) -> None:
    html = shown(six, handed, projected=True)
    for name in ANSWERS:
        assert not any(part in html for part in name.split())
    assert not any(file.name in html for file in handed.iterdir())
    said = words(html)
    assert "fewer than 5 of 6" in said  # who hold a misconception
    assert "Ask who wrote it." not in said
    assert "the key has it" not in said
    # No reading that fewer than five have, no bin, no word of a text with its number.
    assert not re.search(r"the (keeper|clerk): \d", said)
    assert "How sure, and how often right" not in said
    assert not re.search(r"‘[^’]*’: [1-4] of", said)
    assert "‘Ships’: fewer than 5 of 5" in said


def test_a_group_under_five_is_told_of_in_no_way(six: Path, tmp_path: Path) -> None:
    hand_in(six, tmp_path / "in", marks=False)
    for file in sorted((tmp_path / "in").iterdir())[:2]:
        file.unlink()
    said = words(shown(six, tmp_path / "in", projected=True))
    assert "fewer than 5 people, fewer than 5 hand-ins: " in said
    assert "01-six (fewer than 5)" in said
    assert not re.search(r"x01-\w+ [1-4] ", said)
    assert "%" not in said.replace("50 %", "").replace("100 %", "")
    assert " of 4" not in said


@pytest.mark.parametrize("projected", [False, True])
def test_hostile_names_and_answers_come_out_as_text(six: Path, tmp_path: Path, projected: bool) -> None:  # noqa: FBT001
    here = Course(six)
    for number in range(6):
        answers = {"x01-why": {"text": HOSTILE}, "x01-who": {"choice": "b"}, "x01-count": {"text": HOSTILE}}
        write(tmp_path / "in", f"{HOSTILE} {number}", "01-six", answers=answers)
        marks = {"00-marks": [mark(here, number, "Ships", "XSS.script-alert")]}
        write(tmp_path / "in", f"{HOSTILE} {number}", "L00", here.assignments["L00"].version, marks=marks)
    html = shown(six, tmp_path / "in", projected=projected)
    page_ = read(html)
    assert not page_.open
    assert not {"script", "img", "iframe", "link"} & set(page_.tags)
    assert not [name for name, _ in page_.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#") for name, value in page_.attributes if name == "href")
    assert ("<script>alert(1)" in page_.words) == (not projected)


def test_every_style_is_one_that_the_page_s_policy_knows(six: Path, handed: Path) -> None:
    import base64
    import hashlib

    html = shown(six, handed)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(styles) >= 4  # the page, the report, bars, heat
    for each in styles:
        digest = base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1].replace("&#x27;", "'")


def test_every_picture_has_its_text_equivalent(six: Path, handed: Path) -> None:
    html = shown(six, handed)
    figures = re.findall(r"<figure.*?</figure>", html, re.DOTALL)
    assert len(figures) == 2
    assert all("<details" in each and "As text" in each and "<table" in each for each in figures)
    bars = re.findall(r'<svg[^>]*class="report-bar"[^>]*>.*?</svg>([^<]*)<', html)
    assert bars
    assert all(re.fullmatch(r"\d+ %", each) for each in bars)


def test_what_is_left_out_of_the_marks_is_told_and_alpha_may_not_be_defined(six: Path, tmp_path: Path) -> None:
    here = Course(six)
    for number, words_ in enumerate(("Ships", "harmed")):
        marks = [
            mark(here, 10 * number, words_, "ENCLOSURE"),
            mark(here, 10 * number + 1, "day", "ENCLOSURE", after=True),
            mark(here, 10 * number + 2, "day", "ENCLOSURE", span={"quote": "sun"}),
        ]
        write(tmp_path / "in", words_, "L00", here.assignments["L00"].version, marks={"00-marks": marks})
    said = words(shown(six, tmp_path / "in"))
    assert "2 marks stand where the calendar has no such words." in said
    assert "2 were made when the expert's could be seen, and are left out." in said
    assert "What to call it: alpha not defined (no word was marked by two)." in said
    few = "Handed in, and without a picture because fewer than 5 readers marked it: 00-marks."
    assert few in words(shown(six, tmp_path / "in", projected=True))
    assert few not in said


def test_where_nobody_handed_in_marks_it_says_what_is_missing_and_how_it_comes(six: Path, tmp_path: Path) -> None:
    hand_in(six, tmp_path / "in", marks=False)
    for projected in (False, True):
        said = words(shown(six, tmp_path / "in", projected=projected))
        assert "No marks of L00: nobody handed in a lesson in which one marks." in said
        assert "python3 course.py hand-in L00" in said


def test_of_a_single_reader_there_is_no_picture_and_that_is_told(six: Path, tmp_path: Path) -> None:
    here = Course(six)
    marks = {"00-marks": [mark(here, 1, "Ships", "ENCLOSURE")]}
    for learner, own in (("Ada", marks), ("Bob", {})):
        write(tmp_path / "in", learner, "L00", here.assignments["L00"].version, marks=own)
    said = words(shown(six, tmp_path / "in"))
    assert "Handed in, and without a picture because fewer than 2 readers marked it: 00-marks." in said
    assert "nobody handed in" not in said


def test_what_people_read_counts(six: Path, tmp_path: Path, work: Path) -> None:
    here = Course(six)
    question = here.exercises["01"].question("x01-why")
    for number in range(5):
        write(tmp_path / "in", f"Reader {number}", "01-six", answers={"x01-why": {"text": f"Because {number}."}})
    from coursekit.seminar.classwork import gather

    file = levels.file_of(work, "AB")
    for sheet, level in zip(gather([tmp_path / "in"], Keys(here)).works, (3, 3, 3, 0, 0), strict=True):
        levels.keep(Journal(file), sheet.row.content, question, {"claim": level}, "")  # type: ignore[arg-type]
    found = {each.question.id: each for each in reported(six, tmp_path / "in", levels=[file]).items}
    assert (found["x01-why"].n, found["x01-why"].share) == (5, pytest.approx(0.6))
    assert found["x01-why"].discrimination is None  # all the rest is blank


def test_an_empty_class_has_a_page(six: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notes.json").write_text(json.dumps({"no": "hand-in"}))
    said = words(shown(six, tmp_path / "in"))
    assert "0 people, 0 hand-ins: none. 1 file more does not count; grade says why" in said
    assert "Fewer than 5 people handed in, so nothing is proposed." in said
    assert "Nobody said how sure they were." in said


def test_a_notebook_gets_the_same_without_a_page(six: Path, handed: Path) -> None:
    found = body(reported(six, handed), Course(six).library, projected=True).markup
    assert found.startswith('<div class="report projected">')
    assert "<html" not in found
