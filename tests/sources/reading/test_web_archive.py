"""Web archives: the page in them."""

from __future__ import annotations

import plistlib
from email.message import EmailMessage
from typing import Any

import pytest

from coursekit.sources.reading.decode import read_bytes
from coursekit.sources.reading.found import Unreadable

PAGE = "<html><body><p>The keeper’s log tells nothing.</p></body></html>"


def resource(content: bytes, kind: str = "text/html", encoding: str = "UTF-8") -> dict[str, Any]:
    return {"WebResourceData": content, "WebResourceMIMEType": kind, "WebResourceTextEncodingName": encoding}


def safari(**parts: Any) -> bytes:
    return plistlib.dumps(parts, fmt=plistlib.FMT_BINARY)


def message(page: str, charset: str = "utf-8", transfer: str = "quoted-printable") -> bytes:
    made = EmailMessage()
    made["From"] = "<Saved by a browser>"
    made.set_content(page, subtype="html", charset=charset, cte=transfer)
    made.add_related(b"\x89PNG", "image", "png")
    return made.as_bytes()


def test_safari_s_page_and_its_frames_are_read() -> None:
    frame = {"WebMainResource": resource(b"<p>A frame within it.</p>")}
    data = safari(
        WebMainResource=resource(PAGE.encode()),
        WebSubresources=[resource(b"no {}", "text/css")],
        WebSubframeArchives=[frame],
    )
    kind, text = read_bytes(data, "a.webarchive")
    assert kind == "web archive"
    lines = [line for line in text.split("\n") if line.strip()]
    assert lines == [
        "The keeper’s log tells nothing.",
        "A frame within it.",
    ]


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["a.mhtml", "a.html", "a.eml"])
def test_the_page_of_an_mhtml_file_is_read_whatever_it_is_called(transfer: str, charset: str, name: str) -> None:
    data = message(PAGE, charset, transfer)
    assert read_bytes(data, name)[1].strip() == "The keeper’s log tells nothing."
    assert read_bytes(data.replace(b"\n", b"\r\n"), name)[1].strip() == "The keeper’s log tells nothing."


def test_an_encoding_named_beside_the_page_counts() -> None:
    data = safari(WebMainResource=resource("<p>Маяк стоял совсем пустой</p>".encode("cp1251"), encoding="windows-1251"))
    assert "Маяк стоял" in read_bytes(data, "a")[1]


@pytest.mark.parametrize(
    "data",
    [
        b"bplist00" + bytes(40),
        b"bplist00" + b"\xff" * 400,
        safari(WebMainResource="no"),
        safari(WebMainResource=resource(b"x", "image/png")),
        plistlib.dumps([1], fmt=plistlib.FMT_BINARY),
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nnothing",
    ],
)
def test_one_without_a_page_is_told_what_to_do(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"a web archive.*; save the page as \.html, or print it to \.pdf"):
        read_bytes(data, "a.webarchive")
