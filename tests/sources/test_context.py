"""Outside facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.sources.context import check_context, load_context
from tests.sources.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FACT = """\
[[fact]]
id = "F1"
date = "1911-03-05"
statement = "The relief boat sank."
checked = "A newspaper of the next day, on the library's page"
certainty = "archive page"
rests = ["OWL e1.a"]
"""


def check(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "context.toml"
    path.write_text(text, encoding="utf-8")
    return [f"{problem.line}: {problem.message}" for problem in check_context(path)]


def test_the_facts_of_this_course_say_where_they_were_checked() -> None:
    facts = load_context(ROOT / "sources" / "context.toml")
    assert facts
    assert all(fact.statement and fact.checked and fact.certainty for fact in facts.values())


def test_a_course_without_outside_facts_has_none(tmp_path: Path) -> None:
    assert load_context(tmp_path / "context.toml") == {}


def test_faults_are_told_with_their_line(tmp_path: Path) -> None:
    assert check(tmp_path, FACT) == []
    assert check(tmp_path, FACT.replace("1911-03-05", "5 March"))[0].startswith("3: date: expected a date in EDTF")
    assert check(tmp_path, FACT.replace("archive page", "hearsay"))[0].startswith("6: certainty: expected one of")
    assert check(tmp_path, FACT + FACT) == ["9: id: “F1” stands twice"]
    assert check(tmp_path, FACT.replace("F1", "X1")) == ["2: id: expected F and a number, found “X1”"]
