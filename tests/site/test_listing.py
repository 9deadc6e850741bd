"""What a site consists of: its list, its version, and what goes when a new one takes its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.site.listing import SIGN, sum_of, version_of, write_site

if TYPE_CHECKING:
    from pathlib import Path


def write(out: Path, version: str, **pages: str) -> None:
    kept = {f"{name}.html": text.encode() for name, text in pages.items()}
    write_site(out, "The lamp", version, kept | {f"_/{version}/kit.zip": version.encode()}, {"offline.js": b"//"})


def there(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_a_version_is_that_of_the_content() -> None:
    assert version_of({"a": b"1", "b": b"2"}) == version_of({"b": b"2", "a": b"1"})
    assert len({version_of(files) for files in ({"a": b"12"}, {"a": b"1", "b": b"2"}, {"a1": b"2"}, {})}) == 4


def test_the_list_names_what_a_browser_keeps_with_its_hash(tmp_path: Path) -> None:
    write(tmp_path, "one", index="Welcome")
    found = json.loads((tmp_path / SIGN).read_bytes())
    assert found["files"] == {"_/one/kit.zip": sum_of(b"one"), "index.html": sum_of(b"Welcome")}
    assert (found["course"], found["version"], found["bytes"]) == ("The lamp", "one", 10)


def test_a_page_of_the_site_before_finds_what_it_needs_and_older_things_go(tmp_path: Path) -> None:
    write(tmp_path, "one", index="1", lamp="1")
    write(tmp_path, "two", index="2", wick="2")
    both = {"index.html", "wick.html", "offline.js", SIGN, "_/one/kit.zip", "_/two/kit.zip"}
    assert there(tmp_path) == both
    write(tmp_path, "two", index="2", wick="2")  # built once more: nothing is older than before
    assert there(tmp_path) == both
    write(tmp_path, "three", index="3")
    assert there(tmp_path) == {"index.html", "offline.js", SIGN, "_/two/kit.zip", "_/three/kit.zip"}


def test_notebooks_go_with_the_site_that_had_them_and_their_python_a_site_later(tmp_path: Path) -> None:
    def with_lab(version: str, *names: str) -> None:
        lab = {f"lab/{name}": b"" for name in names} | {f"_/lab-{version}/kit.zip": b""}
        write_site(tmp_path, "The lamp", version, {f"_/{version}/a": b""}, lab)

    with_lab("one", "lab/index.html", "files/old/a.ipynb")
    with_lab("two", "lab/index.html")
    assert {"lab/lab/index.html", "_/lab-one/kit.zip", "_/lab-two/kit.zip"} <= there(tmp_path)
    assert not (tmp_path / "lab" / "files").exists()
    write(tmp_path, "three", index="3")
    assert not (tmp_path / "lab").exists()
    assert "_/lab-one/kit.zip" not in there(tmp_path)


def test_what_else_lies_in_the_folder_stays(tmp_path: Path) -> None:
    write(tmp_path, "one", index="1")
    (tmp_path / "CNAME").write_text("course.example.org")
    write(tmp_path, "two", index="2")
    assert (tmp_path / "CNAME").read_text() == "course.example.org"


def test_a_file_that_the_system_has_put_among_the_folders_stays(tmp_path: Path) -> None:
    write(tmp_path, "one", index="1")
    (tmp_path / "_" / ".DS_Store").write_bytes(b"\0")
    write(tmp_path, "two", index="2")
    assert "_/.DS_Store" in there(tmp_path)


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    write(tmp_path, "one", index="1")
    (tmp_path / "index.html").unlink()
    (tmp_path / "index.html").mkdir()
    with pytest.raises(CourseError, match=r"index\.html") as told:
        write(tmp_path, "two", index="2")
    assert "\n" not in str(told.value)


def test_a_list_that_names_a_file_elsewhere_takes_nothing_away_there(tmp_path: Path) -> None:
    mine = tmp_path / "mine.html"
    mine.write_text("mine")
    out = tmp_path / "site"
    write(out, "one", index="1")
    found = json.loads((out / SIGN).read_bytes())
    (out / SIGN).write_text(json.dumps(found | {"files": {"../mine.html": "", str(mine): ""}}))
    write(out, "two", index="2")
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("sign", ["", "{", "[]", '{"format": "another/1"}'])
def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path, sign: str) -> None:
    (tmp_path / SIGN).write_text(sign)
    with pytest.raises(CourseError, match="no site of a course"):
        write(tmp_path, "one", index="1")
    assert there(tmp_path) == {SIGN}
