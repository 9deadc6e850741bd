"""What a marker gives is on the disk at once, and is read back whatever else lies in the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal
from coursekit.seminar import levels
from tests.seminar.handed import QUESTION, gave, question

if TYPE_CHECKING:
    from pathlib import Path

ONE, OTHER = "a" * 64, "b" * 64


def test_the_last_line_about_an_answer_holds(seminar: Path, work: Path) -> None:
    gave(seminar, work, "AB", ONE, 1)
    gave(seminar, work, "AB", OTHER, 3, 3)
    file = gave(seminar, work, "AB", ONE, 2, 0, comment="Fair.")
    book = levels.read(file)
    assert file == work / "marking" / "levels-AB.jsonl"
    assert book.marker == "AB"
    assert {name: (each.levels, each.comment) for name, each in book.given.items()} == {
        (ONE, QUESTION): ({"claim": 2, "limits": 0}, "Fair."),
        (OTHER, QUESTION): ({"claim": 3, "limits": 3}, ""),
    }


def test_nobody_is_named_in_it(seminar: Path, work: Path) -> None:
    line = json.loads(gave(seminar, work, "AB", ONE, 1).read_text())
    assert set(line) == {"v", "id", "at", "session", "event", "content", "question", "version", "levels", "comment"}


def test_levels_are_whole_when_every_row_has_one_of_this_version(seminar: Path, work: Path) -> None:
    gave(seminar, work, "AB", ONE, 1)
    gave(seminar, work, "AB", OTHER, 1, 0)
    given = levels.read(levels.file_of(work, "AB")).given
    assert not given[ONE, QUESTION].whole(question(seminar))
    assert given[OTHER, QUESTION].whole(question(seminar))
    toml = seminar / "solutions" / "00-log" / "exercise.toml"
    asked = 'id = "x00-why"\n'
    toml.write_text(toml.read_text().replace(asked, f"{asked}version = 2\n"))
    assert not given[OTHER, QUESTION].whole(question(seminar))


@pytest.mark.parametrize("given", [{"claim": 4}, {"claim": -1}, {"claim": True}, {"claim": "2"}, {"nobody": 1}])
def test_a_level_that_is_none_is_not_kept(seminar: Path, work: Path, given: dict[str, Any]) -> None:
    file = levels.file_of(work, "AB")
    with pytest.raises(CourseError, match="0 to 3"):
        levels.keep(Journal(file), ONE, question(seminar), given, "")
    assert not file.exists()


def test_a_comment_without_end_is_not_kept(seminar: Path, work: Path) -> None:
    with pytest.raises(CourseError, match="shorten"):
        levels.keep(Journal(levels.file_of(work, "AB")), ONE, question(seminar), {}, "x" * 4001)


FOREIGN: list[dict[str, Any]] = [
    {"content": "../../etc/passwd"},
    {"question": ["x"]},
    {"version": "1"},
    {"levels": {"claim": 9}},
    {"levels": [1, 2]},
    {"comment": {"a": 1}},
]


@pytest.mark.parametrize("change", FOREIGN)
def test_a_strange_line_costs_that_line_only(seminar: Path, work: Path, change: dict[str, Any]) -> None:
    file = gave(seminar, work, "AB", ONE, 1, 1)
    line = json.loads(file.read_text())
    with file.open("a") as more:
        more.write(json.dumps(line | {"id": "0" * 32} | change) + "\nnot JSON\n")
    book = levels.read(file)
    assert list(book.given) == [(ONE, QUESTION)]
    assert book.aside == 2


def test_another_file_is_no_file_of_levels(work: Path) -> None:
    with pytest.raises(CourseError, match="no such file"):
        levels.read(work / "levels-XY.jsonl")
    (work / "levels-XY.jsonl").write_text("learner,points\nAda,3\n")
    with pytest.raises(CourseError, match="holds no levels"):
        levels.read(work / "levels-XY.jsonl")


@pytest.mark.parametrize("marker", ["", "../AB", "A B", "A/B", "x" * 41, "A.B"])
def test_a_marker_has_a_name_that_can_be_a_files(work: Path, marker: str) -> None:
    with pytest.raises(CourseError, match="say who reads"):
        levels.file_of(work, marker)
