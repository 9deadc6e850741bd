"""Paragraphs by id, and selections such as p1-p5 m7."""

from __future__ import annotations

import pytest

from coursekit.errors import CourseError
from coursekit.sources.editions import Edition, Paragraph

IDS = "m1 m2 p0 p1 p2 p9 p10 m3 e1.d e1.t e1.a e2.d e2.t e12.d".split()  # noqa: SIM905
EDITION = Edition("OWL", "guide", tuple(Paragraph(pid, "keeper", f"Text of {pid}") for pid in IDS))


def selected(wanted: str) -> str:
    return " ".join(paragraph.id for paragraph in EDITION.select(wanted))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("p1", "p1"),
        ("p1-p10", "p1 p2 p9 p10"),
        ("m1-m3 p0", "m1 m2 p0 m3"),
        ("p2, m1", "m1 p2"),
        ("e1", "e1.d e1.t e1.a"),
        ("e1-e2", "e1.d e1.t e1.a e2.d e2.t"),
        ("e1.t-e2.d", "e1.t e1.a e2.d"),
        ("", " ".join(IDS)),
    ],
)
def test_a_selection_comes_in_document_order(wanted: str, found: str) -> None:
    assert selected(wanted) == found


@pytest.mark.parametrize("wanted", ["p3", "p1-p99", "q1", "p1-m2", "everything", "p2-p1"])
def test_a_selection_that_names_nothing_is_refused_in_one_line(wanted: str) -> None:
    with pytest.raises(CourseError, match=f"OWL {wanted}: no such paragraphs; this source has m1 to m3, p0 to p10"):
        EDITION.select(wanted)


def test_one_paragraph_is_had_by_its_id() -> None:
    assert EDITION.paragraph("p10").text == "Text of p10"
    with pytest.raises(CourseError, match="OWL p77: no such paragraph"):
        EDITION.paragraph("p77")
