"""Every file that could be a hand-in is found once, wherever it lies, and none of them stops the search."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from coursekit.marking import finding
from coursekit.marking.finding import count, find
from coursekit.marking.hand_in import MOST_BYTES
from tests.marking.handing import made, put, raw
from tests.marking.test_archive import packed


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def notes(*paths: str, leave: Any = ()) -> dict[str, str]:
    """Return each name with “read”, or why it was not."""
    return {f.name: "read" if f.raw is not None else f.note for f in find([Path(path) for path in paths], leave)}


def test_folders_archives_and_single_files_are_read(place: Path) -> None:
    put(place, "class/ada.json", made())
    put(place, "class/group 2/bob.json", made())
    put(place, "class/export.zip", packed({"x/cy.json": raw(made())}))
    put(place, "dora.json", made())
    assert notes("class", "dora.json") == {
        "class/ada.json": "read",
        "class/group 2/bob.json": "read",
        "class/export.zip/x/cy.json": "read",
        "dora.json": "read",
    }


def test_names_are_as_they_were_typed(place: Path) -> None:
    put(place, "class/ada.json", made())
    assert list(notes(".")) == ["class/ada.json"]
    assert list(notes(str(place / "class"))) == [f"{place.as_posix()}/class/ada.json"]
    assert list(notes("./class/")) == ["class/ada.json"]


def test_what_is_named_twice_is_read_once(place: Path) -> None:
    put(place, "class/ada.json", made())
    assert list(notes("class", "class/ada.json", "class", ".")) == ["class/ada.json"]


def test_every_file_has_its_row_whatever_its_name(place: Path) -> None:
    for name in ("ada.JSON", "ada.docx", "ada", "hand-in.json.txt", "Archive.ZIP"):
        put(place, name, b"x")
    assert set(notes(".")) == {"ada.JSON", "ada.docx", "ada", "hand-in.json.txt", "Archive.ZIP"}


def test_what_marking_writes_and_what_machines_leave_is_passed_over(place: Path) -> None:
    for name in ("marks.csv", ".DS_Store", "__MACOSX/._a.json", ".ipynb_checkpoints/a.json", "ada.json"):
        put(place, name, made())
    assert list(notes(".", leave=[(place / "marks.csv").resolve()])) == ["ada.json"]


def test_a_file_of_200_mb_is_not_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with put(place, "big.json", b"").open("r+b") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(Path, "open", None)  # not even opened
    assert notes("big.json") == {"big.json": "200 MB; no hand-in is larger than 2 MB"}


def test_a_file_that_grows_while_it_is_read_is_cut(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(place, "a.json", b" " * (MOST_BYTES + 100))
    real = Path.stat
    small = put(place, "small", b"x").stat()
    monkeypatch.setattr(Path, "stat", lambda self, **how: small if self.name == "a.json" else real(self, **how))
    (found,) = find([Path("a.json")])
    assert found.raw is not None
    assert len(found.raw) == MOST_BYTES + 1


def test_links_in_a_folder_are_told_and_loops_end(place: Path) -> None:
    put(place, "class/ada.json", made())
    put(place, "secret.json", made())
    (place / "class" / "loop").symlink_to(place / "class")
    (place / "class" / "out.json").symlink_to(place / "secret.json")
    (place / "class" / "gone.json").symlink_to(place / "nowhere")
    (place / "class" / "self.json").symlink_to(place / "class" / "self.json")
    found = notes("class")
    assert found.pop("class/ada.json") == "read"
    assert set(found) == {"class/loop", "class/out.json", "class/gone.json", "class/self.json"}
    assert set(found.values()) == {"a link, which is not followed; name what it leads to"}


def test_a_link_that_is_named_itself_is_followed(place: Path) -> None:
    put(place, "class/ada.json", made())
    (place / "term").symlink_to(place / "class")
    assert notes("term") == {"term/ada.json": "read"}


def test_a_pipe_is_not_waited_for(place: Path) -> None:
    os.mkfifo(place / "pipe.json")
    assert notes(".") == {"pipe.json": "not an ordinary file"}


def test_what_cannot_be_opened_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(place, "class/ada.json", made())
    put(place, "class/closed.zip", b"x")
    put(place, "shut/bob.json", made())

    def refuse(self: Path, *_how: Any) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    real = os.scandir
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "scandir", lambda folder: refuse(folder) if Path(folder).name == "shut" else real(folder))
    assert notes(".") == {
        "class/ada.json": "cannot be opened (Permission denied)",
        "class/closed.zip": "cannot be opened (Permission denied)",
        "shut": "a folder that cannot be opened (Permission denied)",
    }


def test_a_name_that_is_no_text_is_found(place: Path) -> None:
    (Path(os.fsdecode(os.fsencode(place) + b"/\xff.json"))).write_bytes(raw(made()))
    assert list(notes(".").values()) == ["read"]


def test_folders_in_folders_end_somewhere(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "DEEPEST", 3)
    put(place, "a/b/c/d/e.json", made())
    assert notes("a") == {"a/b/c/d": "more than 3 folders in each other; name this one by itself"}


def test_the_number_is_known_beforehand(place: Path) -> None:
    put(place, "class/ada.json", made())
    put(place, "class/export.zip", packed({"a.json": b"", "b.json": b""}))
    assert count([Path("class")]) == 3
