"""Choices in the order of the rows that choose from them are told; shuffled ones are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.in_step import in_step
from coursekit.check.items import Known, question_findings
from coursekit.questions.loading import load_quiz
from tests.tables import column, listed, row

if TYPE_CHECKING:
    from pathlib import Path

MATCH = 'id = "00-lamp"\nkind = "match"\nprompt = "Which goes with which?"\n'
TABLE = 'id = "00-lamp"\nkind = "table"\nprompt = "Which goes with which?"\n'
NEVER, NEARLY = [0, 1, 2, 2], [0, 1, 2, 3, 2]
CASES = [
    (NEVER, 1),
    (NEVER[::-1], 1),
    (NEARLY, 1),
    (NEARLY[::-1], 1),
    ([0, 0, 1, 1], 1),
    ([1, 1, 1, 1], 0),  # one choice for all: nothing to run in step with
    ([0, 1, 2], 0),  # too few
    ([0, 1, 3, 2], 0),  # too few for one that is out of step
    ([0, 1, 1, 2, 0], 0),  # too few choices for one that is out of step
    ([2, 0, 3, 1], 0),
]


def told(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "00-lamp.toml"
    path.write_text(f"[[question]]\n{text}", encoding="utf-8")
    return list(in_step(load_quiz(path)[0]))


def match(places: list[int]) -> str:
    right = "".join(f'[[question.right]]\nid = "r{n}"\ntext = "keeper {n}"\n' for n in range(max(places) + 2))
    left = [
        f'[[question.left]]\nid = "l{n}"\ntext = "lamp {n}"\nright = ["r{place}"]\nfeedback = "The log has it so."\n'
        for n, place in enumerate(places)
    ]
    return MATCH + "".join(left) + right


def table(places: list[int]) -> str:
    keepers = listed("l", {f"r{n}": f"keeper {n}" for n in range(max(places) + 2)})
    rows = [row(f"l{n}", f"lamp {n}", key={"c": f"r{place}"}) for n, place in enumerate(places)]
    return TABLE + keepers + column("c", "Kept by", "choice", list="l") + "".join(rows)


@pytest.mark.parametrize(("places", "found"), CASES)
def test_two_sides_in_step(tmp_path: Path, places: list[int], found: int) -> None:
    words = "the choices stand in the order of the rows they belong to; shuffle the one or the other"
    assert told(tmp_path, match(places)) == [words] * found


@pytest.mark.parametrize(("places", "found"), CASES)
def test_a_tables_list_in_step_with_its_rows(tmp_path: Path, places: list[int], found: int) -> None:
    words = "the choices of “Kept by” stand in the order of the rows they belong to; shuffle the one or the other"
    assert told(tmp_path, table(places)) == [words] * found


def test_what_has_no_lists_is_not_blamed(tmp_path: Path) -> None:
    text = 'id = "00-why"\nkind = "number"\nprompt = "How many?"\nanswer = 3\nfeedback = "a"\nwrong_feedback = "b"\n'
    assert told(tmp_path, text) == []


def test_it_is_among_the_findings_of_a_question(tmp_path: Path) -> None:
    path = tmp_path / "00-lamp.toml"
    path.write_text(f"[[question]]\n{match(NEVER)}", encoding="utf-8")
    assert any("in the order of the rows" in each.message for each in question_findings(load_quiz(path)[0], Known()))
