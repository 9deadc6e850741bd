"""Grid files: what an author is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.pictures.grid.cells import check_grid, load_grid

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'kind = "grid"\ntitle = "T"\nsummary = "S"\ncolumns = ["LOG", "REP"]\n'
CODES = '[[code]]\nid = "A"\nname = "says so"\nlook = "full"\n[[code]]\nid = "S"\nname = "silent"\nlook = "void"\n'
ROW = '[[row]]\nclaim = "It burned."\n'
LOG = '[[row.cell]]\nof = "LOG"\ncode = "A"\nat = ["LOG p2"]\n'
REP = '[[row.cell]]\nof = "REP"\ncode = "S"\n'
WHOLE = HEAD + CODES + ROW + REP + LOG


def written(folder: Path, text: str) -> Path:
    path = folder / "00-x.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_grid_is_read_and_its_cells_stand_in_the_order_of_the_columns(tmp_path: Path) -> None:
    found = load_grid(written(tmp_path, WHOLE))
    assert [cell.code.name for cell in found.rows[0].cells] == ["says so", "silent"]
    assert found.rows[0].cells[0].at == ("LOG p2",)
    assert found.corner == "Claim"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('kind = "grid"', 'kind = "stemma"', r"00-x\.toml:1: kind: expected one of grid"),
        ('columns = ["LOG", "REP"]', 'columns = ["LOG", "LOG"]', r":4: columns: expected at most 8 columns, each once"),
        ('code = "S"', 'code = "Z"', r":17: code: expected one of A, S, found “Z”"),
        ('of = "REP"', 'of = "RPE"', r":16: of: expected one of LOG, REP, found “RPE” \(did you mean “REP”"),
        ('of = "REP"', 'of = "LOG"', r":19: of: expected each column once"),
        (REP, "", r":13: cell: expected a cell for each column; there is none for REP"),
        ("LOG p2", "p2", r":21: at: expected paragraphs as LOG p15"),
        ('look = "void"', 'look = "pink"', r":12: look: expected one of full"),
        ('id = "S"', 'id = "A"', r":10: id: expected a letter of its own"),
        ('id = "S"', 'id = "SSS"', r":10: id: expected at most 2"),
        ('claim = "It burned."', 'clam = "It burned."', r":13: claim: expected a text"),
        (ROW + REP + LOG, "", r":1: row: expected at least 1"),
        (ROW + REP + LOG, (ROW + REP + LOG) * 31, r"at most 30 rows"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(tmp_path: Path, was: str, now: str, said: str) -> None:
    path = written(tmp_path, WHOLE.replace(was, now))
    with pytest.raises(CourseError, match=said):
        load_grid(path, "00-x.toml")
    assert check_grid(path, "00-x.toml")


def test_check_finds_the_faults_of_all_rows(tmp_path: Path) -> None:
    bad = ROW + LOG
    found = check_grid(written(tmp_path, HEAD + CODES + bad + ROW + REP + LOG + bad))
    assert [problem.line for problem in found] == [13, 28]
    assert check_grid(written(tmp_path, WHOLE)) == []
