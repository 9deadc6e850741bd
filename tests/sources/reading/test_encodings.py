"""From bytes to characters: what is broken costs itself only."""

from __future__ import annotations

import pytest

from coursekit.sources.reading.encodings import decode
from tests.sources.forms import ENCODINGS

TEXT = "The keeper’s log — “a régime of snow”, 20 °F; nobody came.\n" * 3


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_are_told_apart_by_content(encoding: str) -> None:
    assert decode(ENCODINGS[encoding](TEXT)) == TEXT


@pytest.mark.parametrize("stray", [b"\x92", b"\xff", b"\xe2\x80", b"\xa0", b"\xed\xa0\x80"])
def test_a_stray_byte_costs_one_sign(stray: bytes) -> None:
    text = decode(TEXT.encode() + b"an odd " + stray + b" here\n" + TEXT.encode())
    before, odd, after = text.partition("an odd ")
    assert (before, after.partition(" here\n")[2]) == (TEXT, TEXT)
    assert set(after.partition(" here")[0]) == {"\ufffd"}
    assert odd


@pytest.mark.parametrize("cut", [1, 2])
def test_a_last_sign_that_was_cut_costs_itself(cut: int) -> None:
    assert decode(f"{TEXT}the end…".encode()[:-cut]) == f"{TEXT}the end\ufffd"
    assert decode("the end…".encode()[:-1]) == "the end\ufffd"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_that_is_missing_at_the_end_of_utf_16_costs_one_sign(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)[:-1]) == f"{TEXT[:-1]}\ufffd"


def test_utf_16_without_a_mark_is_known_in_other_scripts_by_its_spaces() -> None:
    text = "Смотритель маяка ничего не видел, и никто не пришел.\n" * 4
    assert decode(text.encode("utf-16-le")) == text
    assert decode(text.encode("utf-16-be")) == text


@pytest.mark.parametrize(
    "line", ["“No,” he said — “the keeper’s cat”…", "le phare d’été, où la neige tombait déjà", "Mühe für Österreich"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_windows_and_old_mac_texts_are_told_apart_by_what_makes_words(line: str, encoding: str) -> None:
    assert decode(f"{line}\n".encode(encoding) * 2) == f"{line}\n" * 2


def test_a_declared_encoding_is_read_in_its_larger_form_and_past_a_stray_byte() -> None:
    head = '<meta charset="{}">'
    assert "燈塔" in decode(head.format("gb2312").encode() + "燈塔".encode("gb18030"))
    page = head.format("windows-1251").encode() + "Маяк стоял".encode("cp1251") + b"\x98" + "пустой".encode("cp1251")
    assert decode(page).endswith("Маяк стоял\ufffdпустой")
    assert decode(head.format("utf-7").encode() + "the keeper’s log".encode("utf-7")).endswith("the keeper’s log")


def test_a_declared_encoding_is_not_believed_against_the_bytes() -> None:
    page = b'<meta charset="windows-1251">' + TEXT.encode() + b"\xff"
    assert decode(page).endswith(f"{TEXT}\ufffd")


def test_what_was_encoded_twice_is_read_once() -> None:
    assert decode(TEXT.encode().decode("cp1252", "replace").encode()) == TEXT
    assert decode(TEXT.encode().decode("latin-1").encode()) == TEXT


def test_a_text_about_such_signs_stays_as_it_is() -> None:
    text = "In “Ã©” one sees é — twice encoded; “â€™” was ’, “naïve” “café” stay."
    assert decode(text.encode()) == text
