"""What a disk answers is read for what it is."""

from __future__ import annotations

import errno
import os

import pytest

from coursekit.files import disks


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EDQUOT, "make room"),
        (errno.EACCES, "a folder of your own"),
        (errno.EROFS, "can only be read"),
        (errno.ESTALE, "connect it again"),
        (errno.EIO, "connect it again"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EISDIR, "rename that folder"),
    ],
)
def test_each_refusal_has_its_own_advice(number: int, words: str) -> None:
    said = disks.told(OSError(number, os.strerror(number)))
    assert said.startswith(f"({os.strerror(number)}); ")
    assert words in said


@pytest.mark.parametrize("error", [OSError(errno.EXDEV, "odd"), OSError("odd"), OSError()])
def test_no_cause_is_named_that_is_not_known(error: OSError) -> None:
    assert disks.told(error).endswith("); try again")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_disk_that_cannot_sync_has_written_all_the_same(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    disks.sync(0)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_a_sync_that_failed_is_a_failure(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match=os.strerror(number)):
        disks.sync(0)
