"""Files behind paths: each is read or named with one line, and the next one goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coursekit.sources.reading import gather as gathering
from coursekit.sources.reading.gather import gather
from tests.sources.reading.test_archive import packed


def told(*paths: Path) -> dict[str, str]:
    return {found.name.removeprefix(f"{paths[0].parent}/"): found.error or found.text for found in gather(paths)}


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("A")
    (folder / "deep" / "b.txt").write_text("B")
    (folder / ".DS_Store").write_text("x")
    assert told(folder) == {"in/a.txt": "A", "in/deep/b.txt": "B"}


def test_what_a_browser_puts_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "page_files").mkdir(parents=True)
    (folder / "my_files").mkdir()
    (folder / "page.html").write_text("<p>Page</p>")
    (folder / "page_files" / "x.css").write_text("p{}")
    (folder / "my_files" / "a.txt").write_text("A")
    assert set(told(folder)) == {"in/my_files/a.txt", "in/page.html"}


def test_an_archive_is_read_like_a_folder_and_refused_as_one_line(tmp_path: Path) -> None:
    (tmp_path / "good.dat").write_bytes(packed({"in/a.txt": b"A", "b.bin": bytes(99)}))
    (tmp_path / "evil.zip").write_bytes(packed({"a.txt": b"A", "../evil.txt": b"B"}))
    (tmp_path / "none.zip").write_bytes(packed({}))
    found = told(tmp_path / "good.dat", tmp_path / "evil.zip", tmp_path / "none.zip")
    assert found["good.dat/in/a.txt"] == "A"
    assert "binary" in found["good.dat/b.bin"]
    assert found["evil.zip"] == "a zip archive with a path that leads out of it; not opened"
    assert found["none.zip"] == "a zip archive with no file in it"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["evil.zip", "good.dat", "none.zip"]


def test_an_office_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))
    assert "not a text but a Word document" in told(tmp_path / "a.docx")["a.docx"]


def test_a_file_of_a_gigabyte_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(1_000_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    assert told(big) == {"big.txt": "1000 MB, at most 20 MB are read; cut out what you need"}


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    found = told(tmp_path / "nowhere.txt", tmp_path / "pipe", tmp_path / "empty")
    assert found == {
        "nowhere.txt": "not found; check the name",
        "pipe": "not an ordinary file",
        "empty": "a folder with no file in it",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="not run: root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "shut.txt").write_text("A")
    (tmp_path / "shut.txt").chmod(0)
    assert "cannot be read (Permission denied)" in told(tmp_path / "shut.txt")["shut.txt"]


def test_links_are_followed_within_the_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text("secret")
    (folder / "a.txt").write_text("A")
    (folder / "inner.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "loop").symlink_to(".", target_is_directory=True)
    (folder / "self.txt").symlink_to("self.txt")
    found = told(folder)
    assert found["in/inner.txt"] == "A"
    assert "leads out of the folder" in found["in/out.txt"]
    assert "a folder that" in found["in/loop"]
    assert "secret" not in str(found)
    assert found["in/self.txt"]


def test_a_folder_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_FILES", 3)
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text("A")
    found = told(folder)
    assert list(found) == ["in/0.txt", "in/1.txt", "in/2.txt", "in"]
    assert "more than 3 files" in found["in"]


def test_a_name_cannot_write_on_the_terminal(tmp_path: Path) -> None:
    odd = tmp_path / "a\x1b[31m\nb.txt"
    odd.write_text("A")
    assert list(told(odd)) == ["a\ufffd[31m\ufffdb.txt"]
