"""Which lesson is opened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import open as verb
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def lessons(work: Path) -> Path:
    (work / "lessons").mkdir()
    for name in ("00-box", "01-letter", "notes"):
        (work / "lessons" / f"{name}.ipynb").touch()
    return work


def ran(work: Path, *names: str) -> None:
    lines = [json.dumps({"v": 1, "event": "ran", "lesson": name}) for name in names]
    (work / "journal.jsonl").write_text(
        "\n".join([*lines, json.dumps({"event": "answer"}), '{"torn']), encoding="utf-8"
    )


def test_the_first_time_it_is_the_first_lesson(lessons: Path) -> None:
    assert verb.choose(lessons, None).stem == "00-box"


def test_later_it_is_the_lesson_last_worked_in(lessons: Path) -> None:
    ran(lessons, "00", "01")
    assert verb.choose(lessons, None).stem == "01-letter"


def test_a_lesson_that_is_gone_is_no_obstacle(lessons: Path) -> None:
    ran(lessons, "07")
    assert verb.choose(lessons, None).stem == "00-box"


@pytest.mark.parametrize("asked", ["01", "01-letter"])
def test_a_lesson_can_be_asked_for(lessons: Path, asked: str) -> None:
    assert verb.choose(lessons, asked).stem == "01-letter"


def test_an_unknown_lesson_is_one_line_that_names_the_others(lessons: Path) -> None:
    with pytest.raises(CourseError, match="9: no such lesson; one of 00-box, 01-letter, notes"):
        verb.choose(lessons, "9")


def test_a_course_without_lessons_says_so(work: Path) -> None:
    with pytest.raises(CourseError, match="lessons: none here"):
        verb.choose(work, None)


def test_a_port_that_is_no_port_is_wrong_use(course: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        verb.run(["--port", "99999"])
    assert stopped.value.code == 2


def test_without_a_screen_no_browser_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(verb.sys, "platform", "linux")
    assert not verb.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert verb.has_screen()


def test_a_course_with_a_home_page_opens_on_it(lessons: Path) -> None:
    (lessons / "lessons" / "index.ipynb").touch()
    ran(lessons, "01")
    assert verb.choose(lessons, None).stem == "index"
    assert verb.choose(lessons, "01").stem == "01-letter"
