"""A student may do anything to an exercise's notebook: marks hang on the hand-in, and never on cells."""

from __future__ import annotations

import copy
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli.lab.copies import read_cells, refresh
from coursekit.marking.batch import mark_all
from coursekit.marking.found import Candidate
from coursekit.marking.ledger import opened
from coursekit.marking.row import MARKED, NONE
from tests.exercise import HEAD, NOTEBOOK
from tests.marking.handing import made, raw

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.marking.keys import Keys

SEED, EDITS = 1960, 1000
Cells = list[dict[str, Any]]


def notebook(tmp_path: Path) -> dict[str, Any]:
    from coursekit.build.notebook import from_lesson, written

    text = tmp_path / "00-log.md"
    text.write_text(NOTEBOOK, encoding="utf-8")
    assert NOTEBOOK.startswith(HEAD)
    found: dict[str, Any] = json.loads(written(from_lesson(text)))
    return found


def words(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def edited(cells: Cells, chance: random.Random) -> Cells:  # noqa: PLR0911 - one return an edit
    """Return the cells after one edit: copied, split, merged, deleted, reordered or retyped."""
    at = chance.randrange(len(cells))
    cell = copy.deepcopy(cells[at])
    edit = chance.choice(("copy", "split", "merge", "delete", "reorder", "retype", "type"))
    if edit == "copy":
        return [*cells[:at], cell, *cells[at:]]
    if edit == "split":
        cut = chance.randint(0, len(words(cell)))
        first, second = ({**cell, "source": part} for part in (words(cell)[:cut], words(cell)[cut:]))
        return [*cells[:at], first, second, *cells[at + 1 :]]
    if edit == "merge" and at:
        merged = {**cells[at - 1], "source": f"{words(cells[at - 1])}\n{words(cell)}"}
        return [*cells[: at - 1], merged, *cells[at + 1 :]]
    if edit == "delete" and len(cells) > 1:
        return [*cells[:at], *cells[at + 1 :]]
    if edit == "reorder":
        return chance.sample(cells, len(cells))
    if edit == "retype":
        kind = "markdown" if cell["cell_type"] == "code" else "code"
        extra = {"outputs": [], "execution_count": None} if kind == "code" else {}
        kept = {key: value for key, value in cell.items() if key not in ("outputs", "execution_count")}
        return [*cells[:at], {**kept, "cell_type": kind, **extra}, *cells[at + 1 :]]
    typed = words(cell) + chance.choice(("\n1/0", "\nimport os; os._exit(1)", "\u202e", "'", "{{", "\x00"))
    return [*cells[:at], {**cell, "source": typed}, *cells[at + 1 :]]


def edits(tmp_path: Path, count: int) -> list[dict[str, Any]]:
    chance, given = random.Random(SEED), notebook(tmp_path)  # noqa: S311 - the same edits every time
    found = []
    for _ in range(count):
        cells = given["cells"]
        for _ in range(chance.randint(1, 6)):
            cells = edited(cells, chance)
        found.append({**given, "cells": cells})
    return found


def test_an_edited_notebook_handed_in_by_mistake_has_its_row_and_touches_nobody(keys: Keys, tmp_path: Path) -> None:
    honest = Candidate("honest.json", raw(made("Honest")))
    books = [Candidate(f"{n}.ipynb", json.dumps(book).encode()) for n, book in enumerate(edits(tmp_path, EDITS))]
    with opened(tmp_path / "alone") as ledger:
        mark_all([honest], keys, ledger)
        (alone,) = [row for row, _ in ledger.rows()]
    with opened(tmp_path / "among") as ledger:
        outcome = mark_all([*books[: EDITS // 2], honest, *books[EDITS // 2 :]], keys, ledger)
        rows = {row.file: row for row, _ in ledger.rows()}
    assert len(rows) == outcome.found == EDITS + 1
    assert rows["honest.json"] == alone
    assert alone.status == MARKED
    others = [row for name, row in rows.items() if name != "honest.json"]
    assert {row.status for row in others} == {NONE}
    assert {row.note for row in others} == {"a notebook, not the file that handing in writes; ask for the file again"}


@pytest.mark.parametrize("n", range(0, 100, 4))
def test_an_edited_copy_is_kept_when_a_newer_exercise_arrives(tmp_path: Path, n: int) -> None:
    shipped, own = tmp_path / "exercises", tmp_path / "work"
    shipped.mkdir()
    given = notebook(tmp_path)
    (shipped / "00-log.ipynb").write_text(json.dumps(given), encoding="utf-8")
    refresh(shipped, own)
    mine = edits(tmp_path, n + 1)[n]
    (own / "00-log.ipynb").write_text(json.dumps(mine), encoding="utf-8")
    said = read_cells(own / "00-log.ipynb")
    given["cells"][0]["source"] = "# A newer one"
    (shipped / "00-log.ipynb").write_text(json.dumps(given), encoding="utf-8")
    (change,) = refresh(shipped, own)
    if change.did == "kept earlier":
        assert change.earlier is not None
        assert read_cells(change.earlier) == said
    else:  # the edits undid each other
        assert change.did == "replaced"
