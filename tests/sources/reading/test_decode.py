"""From bytes to text, whatever the file is called."""

from __future__ import annotations

import pytest

from coursekit.sources.clean import clean
from coursekit.sources.reading.decode import read_bytes
from coursekit.sources.reading.found import Unreadable


def test_bytes_without_a_meaning_in_windows_1252_do_not_stop_the_reading() -> None:
    kind, text = read_bytes(b"caf\xe9 \x93quoted\x94 \x81 end of it", "a.txt")
    assert (kind, text) == ("text", "café “quoted” \x81 end of it")


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><meta charset="windows-1251"><p>Нота</p></html>'.encode("windows-1251")
    assert "Нота" in read_bytes(page, "a.html")[1]
    assert read_bytes(b"<html><meta charset='hex'><p>\xe9</p></html>", "a.html")[1].strip() == "é"


def test_line_ends_become_one_kind_and_letters_are_composed() -> None:
    assert read_bytes("a\r\nb\rc\u2028re\u0301gime".encode(), "a")[1] == "a\nb\nc\nrégime"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"<html><body><p>Words</p></body></html>", "web page"),
        ("noname", b"  <!-- saved --><!DOCTYPE html><p>Words</p>", "web page"),
        ("a.html", b"<p>Words</p>", "web page"),
        ("a.txt", b"if a <b> c then", "text"),
        ("a.md", b"# Words", "Markdown"),
    ],
)
def test_the_kind_is_known_by_content_first(name: str, content: bytes, kind: str) -> None:
    assert read_bytes(content, name)[0] == kind


def test_markdown_links_are_their_words() -> None:
    assert (
        read_bytes(b'See [the *note*](https://e.org/a "t") ![pic](x.png)&amp; on', "a.md")[1] == "See the *note* & on"
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 40, "binary data"),
        (b"\x00" * 500, "binary data"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(90), "a picture"),
        (b"{\\rtf1 words}", "a rich-text file"),
        (b"\xd0\xcf\x11\xe0" + bytes(90), "an old office file"),
        (b"\x1f\x8b\x08" + bytes(90), "a packed file of a kind that is not opened; unpack it first"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(90), "a picture"),
        (b"PK\x03\x04[Content_Types].xml word/document.xml", "a Word document; save it as .txt, .html or .pdf"),
        (b"From: a\nMIME-Version: 1.0\n\nwords", "a web archive"),
        (b"bplist00" + bytes(90), "a web archive"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        read_bytes(content, "a.txt")


def test_a_word_broken_with_any_sign_at_a_line_end_is_whole_again() -> None:
    for sign in "\u00ac\u00ad=\u2e17\u2027-\u2010\u2212":
        text = read_bytes(f"many keep{sign}\ners came".encode(), "a.txt")[1]
        assert clean(text) == "many keepers came"
    assert clean(read_bytes("the keep¬ ers, the watch¬men".encode(), "a.txt")[1]) == "the keepers, the watchmen"


def test_such_a_sign_anywhere_else_stays() -> None:
    text = "¬p and x = y, a=b\n===\nNord=\nSee, 7¬\n8 and a ⸗ b"
    assert read_bytes(text.encode(), "a.txt")[1] == text.replace("=\nSee", "-\nSee")
