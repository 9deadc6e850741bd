"""A file is the old one or the new one, never half of it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from coursekit.files.whole import replaced, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_replaced_and_nothing_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for content in (b"one", b"two"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_old_one_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def half() -> None:
        with replaced(path) as file:
            file.write(b"ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_several_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with replaced(path) as one, replaced(path) as other:
        one.write(b"one")
        other.write(b"other")
    assert path.read_bytes() == b"one"


def test_it_can_be_read_by_whom_any_new_file_can(tmp_path: Path) -> None:
    usual, path = tmp_path / "usual", tmp_path / "a.json"
    usual.touch()
    write_whole(path, b"")
    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize(("number", "kept"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.ENOSPC, False)])
def test_a_drive_without_fsync_keeps_files_and_a_full_one_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, kept: bool
) -> None:
    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    path = tmp_path / "a.json"
    if kept:
        write_whole(path, b"new")
    else:
        with pytest.raises(OSError, match="space"):
            write_whole(path, b"new")
    assert path.exists() == kept


def test_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"
