"""A block of cells: quotation marks stay, rows stay apart. `paste.test.mjs` reads the same cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coursekit.questions.block import rows_of

CASES = json.loads(Path(__file__).with_name("data").joinpath("blocks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_copied_block_is_read_as_it_was_written(case: dict[str, object]) -> None:
    assert rows_of(str(case["text"])) == case["rows"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('row,lamp\n"a, b","c"\n', [["row", "lamp"], ["a, b", "c"]]),
        ('"""true lamp""",b', [['"true lamp"', "b"]]),
        ('"true lamp" for whom,b\nc,d', [['"true lamp" for whom', "b"], ["c", "d"]]),
        ('"true lamp,b\nc,d', [['"true lamp', "b"], ["c", "d"]]),
        ('"two\nlines",b', [["two\nlines", "b"]]),
        ("a;b", [["a;b"]]),
    ],
)
def test_in_a_file_with_commas_marks_round_a_whole_cell_are_the_files(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text, ",") == rows
