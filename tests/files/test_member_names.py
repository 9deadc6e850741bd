"""What members of zip archives are called."""

from __future__ import annotations

from zipfile import ZipInfo

import pytest

from coursekit.files.member_names import member_name


def seen(name: str, *, flag: bool = False) -> str:
    """Return the name of a member as a reader of archives has it."""
    info = ZipInfo(name if flag else name.encode().decode("cp437"))
    info.flag_bits = 0x800 if flag else 0
    return member_name(info)


@pytest.mark.parametrize("name", ["müllerjan_1.json", "a/ไทย.json", "e\u0301va.json", "plain.json"])
def test_names_in_utf_8_are_read_whether_the_archive_says_so_or_not(name: str) -> None:
    assert seen(name) == seen(name, flag=True) == name


def test_a_name_of_an_old_system_stays() -> None:
    assert member_name(ZipInfo("Übung.json")) == "Übung.json"
