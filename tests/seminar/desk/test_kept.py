"""What is put on the desk lies under safe names, beside and not over what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.seminar.desk import kept as module
from coursekit.seminar.desk.kept import Kept, safe_name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "work")


def names(desk: Kept) -> list[str]:
    return [each.path.name for each in desk.files("hand-ins")]


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("lanternada_LATE_55001_900_09-x.json", "lanternada_LATE_55001_900_09-x.json"),
        ("../../etc/passwd", "passwd"),
        ("D:\\marking\\class.zip", "class.zip"),
        ("Müller, Öz’s *work*?.zip", "Müller, Öz’s work .zip"),
        ("a\x00b\u202e.zip", "a b.zip"),
        (".hidden", "hidden"),
        ("..", "file"),
        ("con.csv", "x-con.csv"),
    ],
)
def test_names_are_safe_and_keep_a_platforms_ids(given: str, safe: str) -> None:
    found = safe_name(given)
    assert "/" not in found
    assert found == safe


def test_a_long_name_keeps_its_ending() -> None:
    assert len(safe_name(f"{'x' * 900}.zip")) <= 120
    assert safe_name(f"{'x' * 300}.zip").endswith("xxx.zip")
    assert set(safe_name("x" * 300)) == {"x"}


def test_two_files_of_one_name_lie_side_by_side_and_the_same_only_once(desk: Kept) -> None:
    first, was_there = desk.bring("submissions.zip", "hand-ins", b"one")
    assert (first.name, was_there) == ("submissions.zip", False)
    assert desk.bring("submissions.zip", "hand-ins", b"two")[0].name == "submissions-2.zip"
    assert desk.bring("submissions.zip", "hand-ins", b"two")[1]
    assert names(desk) == ["submissions.zip", "submissions-2.zip"]
    assert first.read_bytes() == b"one"


def test_what_is_taken_away_is_gone_and_only_that(desk: Kept) -> None:
    desk.bring("one.zip", "hand-ins", b"1")
    desk.bring("two.zip", "hand-ins", b"2")
    assert desk.leave("hand-ins/one.zip").name == "one.zip"
    assert names(desk) == ["two.zip"]
    for strange in ("hand-ins/../../desk.json", "hand-ins/one.zip", ""):
        with pytest.raises(CourseError, match="not on the desk any more"):
            desk.leave(strange)


def test_a_folder_is_named_and_stays_when_it_is_taken_away(desk: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "term"
    folder.mkdir()
    for words in (str(folder), f' "{folder}" '):
        assert desk.name_folder(words) == folder
    (each,) = desk.files("hand-ins")
    assert (each.path, each.named) == (folder, True)
    desk.leave(each.id)
    assert desk.files("hand-ins") == []
    assert folder.is_dir()


@pytest.mark.parametrize("words", ["", "nowhere", "/no/such/folder", "a\0b", "x" * 9000, "~nobody-here/x"])
def test_what_is_no_folder_is_told(desk: Kept, words: str) -> None:
    with pytest.raises(CourseError, match="no such folder"):
        desk.name_folder(words)


def test_the_desk_itself_is_no_folder_of_hand_ins(desk: Kept, tmp_path: Path) -> None:
    desk.out.mkdir(parents=True)
    for folder in (desk.out, desk.folder, tmp_path):
        with pytest.raises(CourseError, match="the desk's own files lie there"):
            desk.name_folder(str(folder))


def test_only_so_many_folders(desk: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FOLDERS", 1)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    desk.name_folder(str(tmp_path / "a"))
    with pytest.raises(CourseError, match="1 folders are named already"):
        desk.name_folder(str(tmp_path / "b"))


@pytest.mark.parametrize("words", ["{", "[]", '{"format": "other", "hidden": true}', '{"folders": 3}'])
def test_what_it_remembers_may_be_damaged(desk: Kept, words: str) -> None:
    desk.folder.mkdir(parents=True)
    (desk.folder / "desk.json").write_text(words)
    assert (desk.hidden, desk.files("hand-ins")) == (False, [])
    desk.hide(hidden=True)
    assert desk.hidden


def test_a_disk_that_takes_nothing_is_told(desk: Kept, tmp_path: Path) -> None:
    (tmp_path / "work").write_text("a file where the folder should be")
    with pytest.raises(CourseError, match=r"“x\.zip”: not kept"):
        desk.bring("x.zip", "hand-ins", b"")
    with pytest.raises(CourseError, match=r"desk\.json: not written"):
        desk.hide(hidden=True)
