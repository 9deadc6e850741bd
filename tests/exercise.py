"""A small exercise on the small course: one table, one date, one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tables import VERDICT, column, near, row

if TYPE_CHECKING:
    from pathlib import Path

NAME = "00-log"
_TABLE = """
id = "00-log"
version = 1
title = "The log"
about = "Says what the log bears out."
minutes = 10
[[question]]
id = "x00-grid"
kind = "table"
prompt = "Fill in what the log bears out."
points = 4
hints = ["Look at the second entry.", "Ask who saw it.", "The gallery decides."]
"""
_DATE_AND_TEXT = """[[question]]
id = "x00-day"
kind = "date"
prompt = "When was it written?"
points = 2
accept = ["1871-11-03"]
feedback = "The secret entry is of the third."
wrong_feedback = "Look at the head of the entry."
[[question]]
id = "x00-why"
kind = "text"
prompt = "Say whom you would believe."
points = 3
words = [5, 60]
[[question.row]]
id = "claim"
name = "Says what is claimed"
levels = ["no claim", "a claim", "with limits", "with limits and grounds"]
[[question.sample]]
level = "high"
text = "The secret keeper, who stood there."
comment = "Names him."
"""
TOML = (
    _TABLE
    + VERDICT
    + column("lamp", "The lamp burned", "choice", list="verdict")
    + column("oil", "Oil", "number")
    + row(
        "log",
        "the log",
        key={"lamp": "says", "oil": "4.6 ± 0.05"},
        feedback={"lamp": "So it stands in the secret entry."},
    )
    + row("report", "the report", key={"lamp": "silent", "oil": 0})
    + near("log", "oil", "4.58", "Copied, where the figures bear less.")
    + _DATE_AND_TEXT
)
HEAD = "---\nkernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\ntitle: The log\n---\n\n"
CELL = "```{{code-cell}} ipython3\n---\njupyter:\n  source_hidden: true\ntags: [{tags}]\n---\n{code}\n```\n\n"


def cell(verb: str, name: str, tags: str = "hide-input") -> str:
    """Return a cell that calls a verb."""
    return CELL.format(tags=tags, code=f'from coursekit.lesson import {verb}\n{verb}("{name}")')


NOTEBOOK = (
    f"{HEAD}# Exercise 0: The log\n\nFill it in.\n\n"
    + "".join(cell("ask", name) for name in ("x00-grid", "x00-day", "x00-why"))
    + '+++ {"tags": ["solution"]}\n\nThe secret reason why.\n\n+++\n\n'
    + cell("worked", "x00-grid", "hide-input, solution")
    + "".join(cell(verb, NAME) for verb in ("results", "hand_in", "solution"))
)


def lay_out_exercise(course: Path) -> Path:
    """Put the exercise's master into a course and return its folder."""
    folder = course / "solutions" / NAME
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text(TOML, encoding="utf-8")
    (folder / f"{NAME}.md").write_text(NOTEBOOK, encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "log.csv").write_text("row,lamp,oil\nlog,,\n", encoding="utf-8")
    return folder
