"""A worked table: key and reason stand in the row they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.questions import best_answer, solved
from coursekit.questions.base import Mark
from coursekit.questions.loading import load_quiz
from tests.tables import block, column, listed, row

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = (
    block("question", id="00-lamp", kind="table", prompt="Who saw the *lamp*?", rows_name="Paper")
    + listed("l", {"saw": "saw it", "heard": "heard of it <b>", "none": "neither"})
    + column("kept", "Kept in", "given")
    + column("way", "Way", "choice", list="l")
    + column("ways", "All ways", "choices", list="l")
    + column("oil", "Oil", "number", unit="gallons")
    + column("sure", "How sure", "number", own=True)
    + row(
        "log",
        "the log",
        given={"kept": "the tower"},
        key={"way": ["saw", "heard"], "ways": ["saw", "(heard)"], "oil": "4.6 ± 0.1"},
        feedback={"way": "He stood *there*.", "oil": "So the log."},
    )
    + row(
        "report",
        "the report",
        given={"kept": "the office"},
        key={"way": "none"},
        feedback={"way": "It was written <later>."},
    )
)
RIGHT = Mark("right", 1.0, 1.0)


def rows(tmp_path: Path, quiz: str = QUIZ) -> list[list[str]]:
    path = tmp_path / "00-lamp.toml"
    path.write_text(quiz, encoding="utf-8")
    question = load_quiz(path)[0]
    html = solved(question, best_answer(question), RIGHT)
    return [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in html.split("<tr>")[1:]]


def test_every_row_has_what_the_key_accepts_and_why(tmp_path: Path) -> None:
    head, log, report = rows(tmp_path)
    assert head == ["Paper", "Kept in", "Way", "All ways", "Oil", "Why"]  # one's own column has no key
    assert log[:5] == [
        "the log",
        "the tower",
        "saw it, or heard of it &lt;b&gt;",
        "saw it; (heard of it &lt;b&gt;)",
        "4.6 ± 0.1 gallons",
    ]
    assert log[5] == "<div><em>Way</em>: He stood <em>there</em>.</div><div><em>Oil</em>: So the log.</div>"
    # An only entry needs no name for its reason; what is not asked in a row stays empty.
    assert report == ["the report", "the office", "neither", "", "", "<div>It was written &lt;later&gt;.</div>"]


def test_without_reasons_there_is_no_column_for_them(tmp_path: Path) -> None:
    plain = "\n".join(line for line in QUIZ.splitlines() if not line.startswith("feedback"))
    assert rows(tmp_path, plain)[0][-1] == "Oil"


def test_a_table_without_a_key_is_shown_as_it_was_filled_in(tmp_path: Path) -> None:
    head = block("question", id="00-own", kind="table", prompt="Your list.")
    quiz = head + column("w", "Words", "text") + row("a", "one")
    path = tmp_path / "00-lamp.toml"
    path.write_text(quiz, encoding="utf-8")
    question = load_quiz(path)[0]
    assert "Some words." in solved(question, {"cells": {"a": {"w": "Some words."}}}, Mark("human", 0.0, 1.0))
