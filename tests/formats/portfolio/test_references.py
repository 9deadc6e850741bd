"""Sources for programs that keep references."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pybtex.database import parse_bytes
from pybtex.plugin import find_plugin

from coursekit.course import Course
from coursekit.formats.portfolio.references import bibtex, csl_json
from coursekit.sources.citing import Cited, Person, citation

if TYPE_CHECKING:
    from pathlib import Path

PAPER = Cited(
    "BOX",
    "Harbour master, letter, 1893",
    "Harbour master, letter",
    "manuscript",
    "1893-02-28",
    {
        "title": "Letter on 50 % of the lamps & {oil}",
        "archive": "Town",
        "archive_location": "H_1",
        "URL": "https://a.b/c_d",
    },
    {"author": (Person("", "", "The Harbour"),), "translator": (Person("Lamb", "Ida", ""),)},
)
ARTICLE = Cited(
    "LOG",
    "note",
    "short",
    "article-journal",
    "1971-22",
    {"title": "Lamps", "container-title": "Lights", "page": "5-16", "issue": "3"},
    {"author": (Person("Ost", "Per", ""), Person("West", "", ""))},
)


def test_csl_json_has_names_dates_and_variables() -> None:
    box, log = json.loads(csl_json([PAPER, ARTICLE]))
    assert box["author"] == [{"literal": "The Harbour"}]
    assert box["issued"] == {"date-parts": [[1893, 2, 28]]}
    assert box["archive_location"] == "H_1"
    assert log["issued"] == {"literal": "1971-22"}
    assert log["type"] == "article-journal"


def test_what_nobody_has_said_how_to_cite_is_called_no_manuscript() -> None:
    entry = bibtex([Cited("MAP", "A map", "A map", "document", "", {"title": "A map"}, {})]).decode()
    assert entry.startswith("@misc{MAP,")
    assert "note" not in entry


def test_bibtex_escapes_what_it_takes_for_its_own() -> None:
    box, log = bibtex([PAPER, ARTICLE]).decode().split("\n\n")
    assert box.splitlines()[0] == "@unpublished{BOX,"
    assert "  author = {{The Harbour}}," in box
    assert r"  title = {{Letter on 50 \% of the lamps \& \{oil\}}}," in box
    assert "  url = {https://a.b/c_d}," in box
    assert "  month = feb," in box
    assert r"  note = {H\_1, Town}," in box
    assert "  author = {Ost, Per and West}," in log
    assert "  journal = {Lights}," in log
    assert "  pages = {5--16}," in log
    assert "  year = {1971}," in log
    assert "month" not in log, "a season is no month"


def bibliography(file: bytes) -> dict[str, str]:
    """Each entry as a BibTeX program sets it, in its plainest style."""
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    plain = find_plugin("pybtex.backends", "plaintext")()
    return {each.key: each.text.render(plain) for each in style.format_bibliography(parse_bytes(file, "bibtex"))}


def test_a_bibtex_program_makes_a_bibliography_of_it() -> None:
    texts = bibliography(bibtex([PAPER, ARTICLE]))
    assert texts["BOX"].startswith("The Harbour. Letter on 50 % of the lamps & ")
    assert texts["BOX"].endswith("H_1, Town, February 1893. URL: https://a.b/c_d.")
    assert texts["LOG"] == "Per Ost and West. Lamps. Lights, pages 5–16, 1971."


def test_a_bibtex_program_reads_the_sources_of_the_course(this_course: Path) -> None:
    course = Course(this_course)
    library = course.library
    cited = [citation(course.folders.record(each).parent, library.record(each)) for each in library.sigla]
    assert cited
    assert set(bibliography(bibtex(cited))) == {each.siglum for each in cited}
