"""What questions look up in the library."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from coursekit.errors import CourseError
from coursekit.questions.shelf import LibraryShelf
from coursekit.sources import Edition, Fact, Paragraph

GUIDE = Edition("LOG", "guide", (Paragraph("p1", "keeper", "A “b” c.", ((3, 4),)), Paragraph("p2", "keeper", "D.")))


class Library:
    def source(self, siglum: str) -> Any:
        if siglum != "LOG":
            raise CourseError(f"{siglum}: no such source")
        return SimpleNamespace(record=SimpleNamespace(short="the log"), guide=GUIDE, text=None)


SHELF = LibraryShelf(Library(), {"F1": Fact("F1", "1871-11", "The moon was new.", "an almanac", "print")})


def test_text_is_none_where_it_is_not_at_hand() -> None:
    assert SHELF.text("LOG", "guide", "p1") == "A “b” c."
    assert SHELF.text("LOG", "text", "p1") is None
    assert SHELF.text("LOG", "guide", "p9") is None
    assert SHELF.text("REP", "guide", "p1") is None


def test_paragraphs_come_as_the_front_end_wants_them() -> None:
    first = {"id": "p1", "voice": "", "text": "A “b” c.", "quotes": [[3, 4]]}
    assert SHELF.paragraphs("LOG", "guide", "p1") == [first]
    assert [paragraph["id"] for paragraph in SHELF.paragraphs("LOG", "guide", "")] == ["p1", "p2"]
    assert SHELF.paragraphs("LOG", "text", "p1") == []


def test_a_fact_comes_with_its_certainty_and_an_unknown_one_with_its_id_alone() -> None:
    assert SHELF.fact("F1") == {
        "id": "F1",
        "date": "1871-11",
        "statement": "The moon was new.",
        "certainty": "print",
        "checked": "an almanac",
    }
    assert SHELF.fact("F9") == {"id": "F9"}


def test_titles() -> None:
    assert SHELF.title("LOG") == "the log"
    assert SHELF.title("REP") == "REP"
