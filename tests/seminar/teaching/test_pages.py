"""Teaching notes as pages: what they name can be found on them, and printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jupytext
import pytest

from coursekit.cli import main
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.seminar.teaching.pages import CARDS, MISCONCEPTIONS, write
from tests.conftest import ROOT
from tests.seminar.feedback.test_sheet import ASKS, Parts

if TYPE_CHECKING:
    from pathlib import Path

NOTES = """---
kernelspec:
  name: python3
---
# Teaching notes 0 · The lamp

Begin with `00-expect`, then `00-place` (M8, F1, M99); `00-marks` comes last (BOX p3). `x00-day` is for home, and
`00-dates` is laid beside. `nothing` and `F1` are code. [The exercise](../../solutions/00-log/00-log.md),
[a page](https://example.org/a). <b>no markup</b>
"""
FACT = """[[fact]]
id = "F1"
date = "1893-02"
title = "The storm"
statement = "There was a *great* storm."
checked = "an almanac"
certainty = "print"
rests = ["BOX p1"]
[[fact]]
id = "F2"
date = ""
statement = "The moon was <new>."
checked = "nobody"
certainty = "conjecture"
"""
LISTED = '[[misconception]]\nid = "M8"\nname = "The year on top is the year of it"\ninstead = "The year of what?"\n'


@pytest.fixture
def taught(seminar: Path) -> Path:
    """The course with notes that name something of every sort."""
    (seminar / "lessons" / "teaching" / "00-lamp.md").write_text(NOTES, encoding="utf-8")
    (seminar / "sources" / "context.toml").write_text(FACT, encoding="utf-8")
    (seminar / "lessons" / "misconceptions.toml").write_text(LISTED, encoding="utf-8")
    return seminar


def pages(course: Path, out: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in write(Course(course), out)}


def test_each_id_is_a_link_to_what_it_names(taught: Path, tmp_path: Path) -> None:
    found = pages(taught, tmp_path / "out")["00-lamp.html"]
    parts = Parts(found)
    ids, links = parts.values("id"), parts.values("href")
    named = ["00-expect", "00-place", "M8", "F1", "00-marks", "x00-day", "00-dates"]
    assert [each for each in links if each.startswith("#")] == [f"#see-{name}" for name in named]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert len(ids) == len(set(ids))
    assert "M99" in found
    assert "<code>nothing</code>" in found
    assert "&lt;b&gt;no markup" in found
    assert "kernelspec" not in found


def test_every_question_of_the_lesson_and_its_exercise_is_there_with_its_key(taught: Path, tmp_path: Path) -> None:
    found = pages(taught, tmp_path / "out")["00-lamp.html"]
    for name in ("00-where", "x00-grid", "x00-why"):
        assert f'id="see-{name}"' in found
    assert "<code>x00-day</code> · Exercise 00" in found
    assert re.search(r"<code>00-place</code> · Lesson 0(<|, sitting \d: )", found)
    assert "the copyist&#x27;s own year<strong> (right)</strong>" in found
    assert "Catches M8." in found
    assert "The secret keeper, who stood there." in found  # the sample of the text
    assert "An annotation task on BOX" in found
    assert "<dt><code>BOX p3</code>" in found


def test_links_to_files_lead_there_from_where_the_page_lies(taught: Path) -> None:
    out = taught / "work" / "teaching"
    links = Parts(pages(taught, out)["00-lamp.html"]).values("href")
    assert (out / "../../solutions/00-log/00-log.md").resolve().is_file()
    assert [each for each in links if not each.startswith("#")] == [
        "../../solutions/00-log/00-log.md",
        "https://example.org/a",
    ]


def test_fact_cards_are_a_card_each(taught: Path, tmp_path: Path) -> None:
    found = pages(taught, tmp_path / "out")[CARDS]
    assert found.count('class="card"') == 2
    assert '<section class="card" id="see-F1"><h3><code>F1</code> The storm</h3>' in found
    assert "<strong>February 1893</strong>" in found
    assert "<em>great</em>" in found
    assert "print: an almanac Bears on BOX p1." in found
    assert "The moon was &lt;new&gt;." in found


def test_misconceptions_have_names_and_say_what_catches_them(taught: Path, tmp_path: Path) -> None:
    found = pages(taught, tmp_path / "out")[MISCONCEPTIONS]
    assert "<h3><code>M8</code> The year on top is the year of it</h3><p>The year of what?</p>" in found
    assert "Caught in 00-place." in found


def test_no_page_runs_or_asks_for_anything(taught: Path, tmp_path: Path) -> None:
    for markup in pages(taught, tmp_path / "out").values():
        found = Parts(markup)
        assert found.tags.isdisjoint({"script", "link", "iframe", "object", "form", "base", "img"})
        assert not [key for key, _ in found.attributes if key in ASKS or key.startswith("on")]


def test_a_course_without_facts_or_list_has_no_such_pages(seminar: Path, tmp_path: Path) -> None:
    (seminar / "sources" / "context.toml").unlink()
    assert set(pages(seminar, tmp_path / "out")) == {"00-lamp.html"}
    (seminar / "lessons" / "teaching" / "00-lamp.md").unlink()
    with pytest.raises(CourseError, match="there are no teaching notes here"):
        write(Course(seminar), tmp_path / "out")


def test_what_cannot_be_written_is_told(taught: Path, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(CourseError, match="not written"):
        write(Course(taught), tmp_path / "out")


def test_the_verb_says_where_they_are_and_a_class_copy_has_none(
    taught: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["notes"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == str(work / "teaching" / "00-lamp.html")
    assert (work / "teaching" / "fact-cards.html").is_file()
    (taught / "class-copy.json").write_text("{}")
    assert main.main(["notes"]) == 1
    assert "teaching notes are in the instructor's course" in capsys.readouterr().err


def test_of_this_course_everything_that_notes_name_can_be_found(tmp_path: Path) -> None:
    for name, markup in pages(ROOT, tmp_path / "out").items():
        found = Parts(markup)
        ids = found.values("id")
        assert len(ids) == len(set(ids)), name
        assert [link for link in found.values("href") if link.startswith("#") and link[1:] not in ids] == [], name


@pytest.mark.usefixtures("this_course")
@pytest.mark.parametrize("notes", sorted((ROOT / "lessons" / "teaching").glob("*.md")), ids=lambda path: path.stem)
def test_notes_open_in_jupyterlab_without_a_question_which_kernel(notes: Path) -> None:
    notebook = jupytext.read(notes)
    assert notebook.metadata["kernelspec"]["name"] == "python3"
    assert notebook.metadata["jupytext"]["formats"] == "md:myst"  # no notebook is made beside it
    assert {cell.cell_type for cell in notebook.cells} == {"markdown"}
    assert notebook.cells[0].source.startswith("# ")
