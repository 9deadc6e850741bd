"""Sources for programs that keep references."""

from __future__ import annotations

import json

from coursekit.formats.portfolio.references import bibtex, csl_json
from coursekit.sources.citing import Cited, Person

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
