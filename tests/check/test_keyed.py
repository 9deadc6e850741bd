"""Keys and a calendar's quotations, counted on an invented calendar."""

from __future__ import annotations

import re

from coursekit.check.keyed import ENOUGH, Keyed, keyed
from coursekit.sources.editions import Edition, Paragraph

TEXT = "The keeper “saw the lamp” before four. He “knew nothing” of the boat, and the log has “no entry” of it."


def paragraph(pid: str, text: str) -> Paragraph:
    return Paragraph(pid, "the log", text, tuple(match.span(1) for match in re.finditer("“([^”]*)”", text)))


GUIDE = Edition("LOG", "guide", (paragraph("p1", TEXT), paragraph("p2", "A page “left blank”.")))


def counted(*passages: tuple[str, str]) -> Keyed:
    return keyed({"LOG": GUIDE}, [("LOG", pid, words) for pid, words in passages])["LOG"]


def test_a_passage_is_a_quotation_when_most_of_it_is_quoted() -> None:
    assert counted(("p1", "saw the lamp")) == Keyed(quoted=1, own=0, carrying=1, idle=3)
    assert counted(("p1", "before four")) == Keyed(quoted=0, own=1, carrying=0, idle=4)
    assert counted(("p1", "of the boat, and the log has “no entry” of it")) == Keyed(0, 1, 1, 3)


def test_shared_whole_and_unknown_passages_count_once_or_not_at_all() -> None:
    assert counted(("p1", "saw the lamp"), ("p1", "“saw the lamp”")) == Keyed(1, 0, 1, 3)
    assert counted(("p1", ""), ("p1", "a whale"), ("p9", "saw the lamp")) == Keyed(0, 0, 0, 4)


def test_what_is_out_of_balance_is_said_with_its_counts() -> None:
    assert Keyed(quoted=5, own=5, carrying=5, idle=5).faults == []
    assert Keyed(quoted=6, own=5, carrying=6, idle=5).faults == [
        "6 keyed passages are quotations, 5 are the calendar's own words",
        "6 quotations carry a key, 5 carry none",
    ]
    assert Keyed(quoted=ENOUGH - 1, own=0, carrying=ENOUGH - 1, idle=0).faults == []


def test_each_calendar_has_its_line() -> None:
    assert counted(("p1", "before four")).line("LOG") == (
        "LOG: keys rest on 1 passages in the calendar's own words and on 0 quotations; "
        "4 quotations carry no key, 0 carry one"
    )
