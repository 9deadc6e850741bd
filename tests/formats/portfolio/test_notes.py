"""References in a text as notes in Chicago form."""

from __future__ import annotations

import pytest

from coursekit.formats.portfolio.notes import Mark, Notes, located
from coursekit.sources.citing import Cited

SOURCES = {
    "BOX": Cited("BOX", "Ost, letter, 1893", "Ost, letter", "manuscript", "", {}, {}),
    "LOG": Cited("LOG", "“The Log”", "“Log”", "webpage", "", {}, {}),
}


def taken(text: str) -> tuple[str, list[str]]:
    notes = Notes(SOURCES)
    pieces = [f"[{each.number}]" if isinstance(each, Mark) else each for each in notes.taken_out(text)]
    return "".join(pieces), notes.notes


@pytest.mark.parametrize(
    ("text", "left", "notes"),
    [
        ("It burned (BOX p1).", "It burned.[1]", ["Ost, letter, 1893, par. 1."]),
        ("As BOX p1 says, it burned.", "As BOX p1[1] says, it burned.", ["Ost, letter, 1893, par. 1."]),
        (
            "So (BOX p1, p3) and (LOG p2-p4, e1.d)",
            "So[1] and[2]",
            ["Ost, letter, 1893, pars. 1, 3.", "“The Log,” pars. 2–4, e1.d."],
        ),
        (
            "First (LOG p1), then (LOG p2; BOX p1).",
            "First,[1] then.[2]",
            ["“The Log,” par. 1.", "“Log,” par. 2; Ost, letter, 1893, par. 1."],
        ),
        ("(as BOX p1 has it)", "(as BOX p1[1] has it)", ["Ost, letter, 1893, par. 1."]),
        ("NIX p1 (ABC p2), BOX, p1, LOG p", "NIX p1 (ABC p2), BOX, p1, LOG p", []),
        ("", "", []),
    ],
)
def test_a_reference_becomes_a_note(text: str, left: str, notes: list[str]) -> None:
    assert taken(text) == (left, notes)


def test_a_long_hostile_text_takes_no_long_time() -> None:
    text = "(BOX p1, " * 4_000 + "BOX p1 and p2, " * 4_000
    assert len(taken(text)[1]) > 1_000


def test_places_are_named_as_in_a_note() -> None:
    assert located(["p7"]) == "par. 7"
    assert located(["p7", "m1", "p9-p11"]) == "pars. 7, 9–11, m1"
