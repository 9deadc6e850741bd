"""Origins files: what an author is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.pictures.origins.papers import check_origins, load_origins

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'kind = "origins"\ntitle = "T"\nsummary = "S"\n'
HANDS = '[[hand]]\nid = "keeper"\nname = "the keeper"\n[[hand]]\nid = "board"\nname = "the board"\n'
SORTS = '[[sort]]\nid = "log"\nname = "a log"\nlook = "full"\n[[sort]]\nid = "out"\nname = "a letter"\nlook = "dots"\n'
NOVEMBER = '[[stretch]]\nlabel = "November"\nedtf = "1871-11"\n'
DECEMBER = '[[stretch]]\nlabel = "December"\nedtf = "1871-12"\nnote = "fog"\n'
PAPER = (
    '[[paper]]\nid = "a1"\nlabel = "night log"\nedtf = "1871-11-03"\nhand = "keeper"\nsort = "log"\n'
    'whose = ["LOG p1"]\nground = "his hand"\n'
)
WHOLE = HEAD + HANDS + SORTS + NOVEMBER + DECEMBER + PAPER


def written(folder: Path, text: str) -> Path:
    path = folder / "00-x.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_paper_stands_under_its_hand_in_the_stretch_in_which_its_date_begins(tmp_path: Path) -> None:
    more = PAPER.replace("a1", "a2").replace("1871-11-03", "1871-12")
    found = load_origins(written(tmp_path, WHOLE + more))
    november, december = found.stretches
    keeper, board = found.hands
    assert [paper.id for paper in found.within(november, keeper)] == ["a1"]
    assert [paper.id for paper in found.within(december, keeper)] == ["a2"]  # a month alone begins in its month
    assert found.within(november, board) == ()
    assert found.papers[0].perhaps is False


def test_a_sound_file_has_nothing_to_be_told(tmp_path: Path) -> None:
    assert check_origins(written(tmp_path, WHOLE)) == []


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('kind = "origins"', 'kind = "grid"', r"00-x\.toml:1: kind: expected one of origins"),
        ('hand = "keeper"', 'hand = "keepr"', r":29: hand: expected one of keeper, board, found “keepr” \(did you"),
        ('sort = "log"', 'sort = "book"', r":30: sort: expected one of log, out"),
        ("1871-11-03", "1871-10-31", r":28: edtf: expected a date that begins in one of the stretches"),
        ("1871-11-03", "3 November", r":28: edtf: expected a date in EDTF"),
        ('edtf = "1871-12"', 'edtf = "1871-11-02/1871-12-05"', r":28: edtf: expected a date that begins in one of"),
        ('edtf = "1871-12"', 'edtf = "1871-12/.."', r":23: edtf: expected a stretch with a beginning and an end"),
        ("LOG p1", "p1", r":31: whose: expected paragraphs as LOG p15"),
        ('look = "dots"', 'look = "pink"', r":17: look: expected one of full"),
        ('id = "board"', 'id = "keeper"', r":8: id: expected an id of its own"),
        ('ground = "his hand"', 'grund = "his hand"', r":25: ground: expected a text"),
        (PAPER, PAPER + PAPER, r":34: id: expected an entry once"),
        (PAPER, "", r":1: paper: expected at least 1"),
        (PAPER, "".join(PAPER.replace("a1", f"a{n}") for n in range(61)), r"at most 60 papers"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(tmp_path: Path, was: str, now: str, said: str) -> None:
    path = written(tmp_path, WHOLE.replace(was, now))
    with pytest.raises(CourseError, match=said):
        load_origins(path, "00-x.toml")
    assert check_origins(path, "00-x.toml")
