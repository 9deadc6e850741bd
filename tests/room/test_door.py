"""Where people join, as the screen shows it, and what an instructor can choose from."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from coursekit.room.door import door, scanned
from coursekit.room.offered import offered

if TYPE_CHECKING:
    import pytest

    from coursekit.course import Course

DRAWN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
FINDER = [(4, 4, 7), (4, 5, 1), (4, 6, 1), (4, 7, 1), (4, 8, 1), (4, 9, 1), (4, 10, 7)]


def test_the_picture_has_its_corners_and_its_quiet_edge() -> None:
    made = door("http://192.168.1.7:8890/", "key", "network")["code"]
    drawn = [tuple(map(int, found)) for found in DRAWN.findall(made["path"])]
    assert "".join(f"M{x} {y}h{n}v1h-{m}z" for x, y, n, m in drawn) == made["path"]
    assert all(x >= 4 and y >= 4 and x + n <= made["size"] - 4 and n == m for x, y, n, m in drawn)
    assert all(any((x, y, n) == run[:3] for run in drawn) for x, y, n in FINDER)


def test_without_an_address_there_is_no_picture_and_without_its_package_a_room_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert door("", "key", "proxy") == {"address": "", "reach": "proxy", "code": None}
    monkeypatch.setitem(sys.modules, "segno", None)
    assert scanned("http://127.0.0.1:1/#made-without") is None
    assert scanned("x" * 10_000) is None


def test_every_closed_question_and_every_paragraph_can_be_chosen(there: Course) -> None:
    found = offered(there)
    assert [each["siglum"] for each in found["sources"]] == sorted(there.library.sigla)
    assert found["questions"]
    box = next(each for each in found["sources"] if each["siglum"] == "BOX")
    assert [pid for pid, _ in box["paragraphs"]] == [each.id for each in there.library.source("BOX").guide.paragraphs]
    assert all(len(words) < 60 for _, words in box["paragraphs"])
