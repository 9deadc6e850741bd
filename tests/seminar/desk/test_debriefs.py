"""What rooms have left, on the desk: listed by when and of what, shown, and never while names are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.desk.teaching import Teaching

NAMES = ("2026-11-30-101500-04-ab12", "2026-12-01-090000-room-cd34", "2026-12-01-090000-room-cd34-compared")


@pytest.fixture
def left(work: Path) -> Path:
    """Three debriefs, and what is none."""
    rooms = work / "rooms"
    rooms.mkdir()
    for name in (*NAMES, "notes", "2026-99-30-101500-04-ab12"):
        (rooms / f"{name}.html").write_text(f"<p>{name}", encoding="utf-8")
    (rooms / f"{NAMES[0]}.json").write_text("{}", encoding="utf-8")
    return rooms


def test_they_are_listed_the_latest_first_and_shown(desk: Teaching, left: Path) -> None:
    assert [each["words"] for each in desk.now()["debriefs"]] == [
        "1 December 2026, 09:00, no lesson",
        "1 December 2026, 09:00, no lesson, beside another class",
        "30 November 2026, 10:15, lesson 04",
    ]
    made = desk.debrief(NAMES[0])
    assert (made.name, made.type, made.content) == (f"{NAMES[0]}.html", "text/html", f"<p>{NAMES[0]}".encode())


def test_while_names_are_hidden_there_are_none(desk: Teaching, left: Path) -> None:
    desk.hide(hidden=True)
    assert desk.now()["debriefs"] == []
    with pytest.raises(CourseError, match="show names first"):
        desk.debrief(NAMES[0])


@pytest.mark.parametrize("session", ["", "notes", "../notes", f"../rooms/{NAMES[0]}", f"{NAMES[0]}\n", "x" * 9_000])
def test_what_is_no_debrief_is_not_read(desk: Teaching, left: Path, session: str) -> None:
    with pytest.raises(CourseError, match="no debrief"):
        desk.debrief(session)


def test_one_that_has_gone_meanwhile_is_told(desk: Teaching, left: Path) -> None:
    (left / f"{NAMES[0]}.html").unlink()
    with pytest.raises(CourseError, match="cannot be read"):
        desk.debrief(NAMES[0])
