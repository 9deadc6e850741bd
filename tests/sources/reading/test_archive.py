"""Zip archives, within bounds."""

from __future__ import annotations

import io
import stat
import struct
import zipfile

import pytest

from coursekit.sources.reading import archive
from coursekit.sources.reading.archive import members
from coursekit.sources.reading.found import Unreadable


def packed(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def read(data: bytes) -> dict[str, str]:
    return {
        name: str(content) if isinstance(content, Unreadable) else content.decode() for name, content in members(data)
    }


def test_files_are_read_folders_and_housekeeping_are_not() -> None:
    data = packed({"a.txt": b"A", "in/b.txt": b"B", "in/": b"", "__MACOSX/a.txt": b"x", "in/.DS_Store": b"x"})
    assert read(data) == {"a.txt": "A", "in/b.txt": "B"}


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../up.txt", "in/../../up.txt", "C:/x.txt", "..\\up.txt", "\\\\host\\x"]
)
def test_a_path_that_leads_out_refuses_the_whole_archive(name: str) -> None:
    with pytest.raises(Unreadable, match="a path that leads out"):
        read(packed({"good.txt": b"good", name: b"evil"}))


def test_a_bomb_is_refused_unopened() -> None:
    with pytest.raises(Unreadable, match="swells more than a text can"):
        read(packed({"good.txt": b"good", "zeros.txt": bytes(15_000_000)}))


def test_too_much_in_all_is_refused() -> None:
    with pytest.raises(Unreadable, match="unpacks to 63 MB, at most 60 MB"):
        read(packed({f"{n}.txt": bytes(900_000) for n in range(70)}))


def test_too_many_files_are_refused() -> None:
    with pytest.raises(Unreadable, match="201 files, at most 200"):
        read(packed({f"{n}.txt": b"x" for n in range(201)}))


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(packed({"a.txt": b"word " * 400}))
    head = data.index(b"PK\x01\x02")
    data[head + 24 : head + 28] = struct.pack("<I", 10)  # the size in the directory
    assert "damaged" in read(bytes(data))["a.txt"]


def test_one_file_too_big_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    found = read(packed({"a.txt": b"A", "big.txt": b"words " * 200}))
    assert found["a.txt"] == "A"
    assert "at most" in found["big.txt"]


def test_links_archives_and_passwords_inside_are_told() -> None:
    out = io.BytesIO(packed({"inner.zip": packed({"a.txt": b"A"}), "odd.txt": b"odd"}))
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(out, "a") as made:
        made.writestr(link, "/etc/passwd")
    data = bytearray(out.getvalue())
    head = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)  # the second entry of the directory
    data[head + 8] |= 1
    found = read(bytes(data))
    assert found["inner.zip"] == "an archive in an archive; unpack it first"
    assert found["link.txt"] == "a symbolic link in an archive; not followed"
    assert found["odd.txt"] == "encrypted; pack it without a password"


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_told(compression: int) -> None:
    assert "unusual way" in read(packed({"a.txt": b"words " * 90}, compression))["a.txt"]


@pytest.mark.parametrize("cut", [30, 100])
def test_a_damaged_archive_is_one_line(cut: int) -> None:
    data = packed({"a.txt": b"some words, which are not many " * 9})
    with pytest.raises(Unreadable, match="a damaged zip archive"):
        read(data[:cut])


def test_what_a_browser_saves_beside_a_page_is_passed_over_in_an_archive_too() -> None:
    for folder in ("Log_files", "Log-Dateien", "log.files", "Log_fichiers"):
        assets = {f"in/{folder}/{n}.js": b"x" for n in range(230)}
        assert list(read(packed({"in/Log.html": b"<p>Words", **assets, f"in/{folder}/deep/ad.html": b"y"}))) == [
            "in/Log.html"
        ]
    assert len(read(packed({"a.html": b"x", "Log_files/b.txt": b"y"}))) == 2


def test_names_that_are_utf_8_and_do_not_say_so_are_read_as_such() -> None:
    assert list(read(unflagged("Wärter.txt", b"x"))) == ["Wärter.txt"]


def unflagged(name: str, content: bytes) -> bytes:
    """Pack a file as programs do that write UTF-8 and do not say so."""
    plain = "".join(sign if sign.isascii() else "?" * len(sign.encode()) for sign in name)
    return packed({plain: content}).replace(plain.encode(), name.encode())
