"""Archives are read in place and within bounds; a hostile one costs its own rows and nobody else's."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.marking import archive
from coursekit.marking.archive import expected, members
from coursekit.marking.hand_in import MOST_BYTES
from tests.marking.handing import made, raw

if TYPE_CHECKING:
    from coursekit.marking.found import Candidate

HAND_IN = raw(made())


def packed(files: dict[str, bytes], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as made_:
        for name, content in files.items():
            made_.writestr(name, content)
    return file.getvalue()


def inside(content: bytes) -> dict[str, Candidate]:
    return {found.name: found for found in members(io.BytesIO(content), "z.zip")}


def only(content: bytes) -> Candidate:
    (found,) = inside(content).values()
    return found


def test_an_export_of_a_platform_is_read_in_place() -> None:
    name = "Ada Lovelace_123_assignsubmission_file_/00-lamp-ada.json"
    found = inside(packed({name: HAND_IN, "__MACOSX/x.json": b"", "empty/": b""}))
    assert {key: each.raw for key, each in found.items()} == {f"z.zip/{name}": HAND_IN}


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    second = packed({"b.json": HAND_IN, "third.zip": packed({"c.json": HAND_IN, "fourth.zip": packed({"d": b""})})})
    found = inside(packed({"a.json": HAND_IN, "second.zip": second}))
    assert [name for name, each in found.items() if each.raw == HAND_IN] == [
        "z.zip/a.json",
        "z.zip/second.zip/b.json",
        "z.zip/second.zip/third.zip/c.json",
    ]
    assert "3 deep" in found["z.zip/second.zip/third.zip/fourth.zip"].note


def test_an_archive_that_holds_itself_ends() -> None:
    """As of a file that unpacks to itself: each time it is opened, the same is in it."""
    inner = packed({"r.zip": b"", "a.json": HAND_IN})
    for _ in range(12):
        inner = packed({"r.zip": inner, "a.json": HAND_IN})
    found = inside(inner)
    assert sum(each.raw is not None for each in found.values()) == archive.DEEPEST
    assert sum(each.raw is None for each in found.values()) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.json", "/etc/passwd.json", "C:\\x\\passwd.json", "..\\..\\passwd.json"]
)
def test_no_name_leads_out_of_the_archive(name: str) -> None:
    found = only(packed({name: HAND_IN}))
    assert found.raw == HAND_IN
    assert found.name.startswith("z.zip/")
    assert ".." not in found.name
    assert ":" not in found.name
    assert "led out" in found.note


def test_what_is_encrypted_is_told() -> None:
    content = bytearray(packed({"a.json": HAND_IN}))
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(head) + at] |= 1
    assert "encrypted" in only(bytes(content)).note


def test_a_link_is_not_followed() -> None:
    info = zipfile.ZipInfo("a.json")
    info.external_attr = 0o120777 << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made_:
        made_.writestr(info, "/etc/passwd")
    assert "a link" in only(file.getvalue()).note


def test_large_members_and_bombs_are_not_unpacked() -> None:
    found = inside(packed({"large.json": b" " * (MOST_BYTES + 1), "bomb.json": b" " * (MOST_BYTES - 1), "b": HAND_IN}))
    assert "no hand-in is larger" in found["z.zip/large.json"].note
    assert "swells" in found["z.zip/bomb.json"].note
    assert found["z.zip/b"].raw == HAND_IN


def test_a_size_that_lies_is_not_believed() -> None:
    content = bytearray(packed({"a.json": b" " * 50_000_000}))
    for head, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = content.index(head) + at
        content[start : start + 4] = struct.pack("<L", 100)
    found = only(bytes(content))
    assert found.raw is None or len(found.raw) <= 100


def test_unusual_packing_is_refused() -> None:
    assert "unusual" in only(packed({"a.json": HAND_IN}, how=zipfile.ZIP_LZMA)).note


def test_a_damaged_member_costs_itself() -> None:
    content = bytearray(packed({"a.json": HAND_IN, "b.json": HAND_IN}, how=zipfile.ZIP_STORED))
    content[content.index(HAND_IN) + 5] ^= 0xFF
    found = inside(bytes(content))
    assert "damaged" in found["z.zip/a.json"].note
    assert found["z.zip/b.json"].raw == HAND_IN


def test_one_student_s_archive_cannot_use_up_the_class_s_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS_INSIDE", 5)
    greedy = packed({f"{n}.json": HAND_IN for n in range(6)})
    found = inside(packed({"1_greedy.zip": greedy, "2_ada.json": HAND_IN, "3_bob.zip": packed({"b.json": HAND_IN})}))
    assert "more in it" in found["z.zip/1_greedy.zip"].note
    assert found["z.zip/2_ada.json"].raw == found["z.zip/3_bob.zip/b.json"].raw == HAND_IN


def test_an_archive_with_too_much_in_it_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 5)
    assert "more than 5 files" in only(packed({f"{n}.json": b"" for n in range(6)})).note
    monkeypatch.setattr(archive, "MOST_MEMBERS", 9)
    monkeypatch.setattr(archive, "MOST_UNPACKED", 50)
    assert "more in it" in only(packed({"a.json": HAND_IN})).note


def test_a_list_of_names_that_would_fill_the_memory_is_not_read() -> None:
    content = bytearray(packed({"a.json": HAND_IN}))
    end = content.index(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<L", archive.MOST_DIRECTORY + 1)
    assert "more than" in only(bytes(content)).note


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_archive_or_has_nothing_in_it_is_one_row(content: bytes) -> None:
    found = only(content)
    assert found.raw is None
    assert found.note


def test_it_is_told_how_many_are_in_it() -> None:
    assert expected(io.BytesIO(packed({f"{n}": b"" for n in range(7)}))) == 7
    assert expected(io.BytesIO(b"nothing")) == 1


def test_no_damage_to_an_archive_is_more_than_a_row() -> None:
    chance = random.Random(1960)  # noqa: S311
    whole = packed({"a.json": HAND_IN, "b.zip": packed({"c.json": HAND_IN}), "ü.json": b"{}"})
    for _ in range(500):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        del content[chance.randrange(len(content)) :: chance.choice((1, 2, 10**6))]
        for found in members(io.BytesIO(bytes(content)), "z.zip"):
            assert found.raw is not None or found.note
