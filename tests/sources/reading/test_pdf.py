"""The text layer of a PDF."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

import pypdf
import pytest
from fpdf import FPDF

from coursekit.sources.reading import pdf
from coursekit.sources.reading.found import Unreadable
from coursekit.sources.reading.pdf import read_pdf
from coursekit.sources.reading.pdf_ciphers import lend
from tests.sources.forms import as_pdf

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_are_parted_by_form_feeds() -> None:
    text = read_pdf(as_pdf("\n\n".join(["A paragraph of some words, which is printed."] * 40)))
    assert text.count("\f") >= 2
    assert text.count("A paragraph of some words") == 40


def locked(text: str, password: str, algorithm: str) -> bytes:
    """Print a text and lock it: with a password for reading, or ("") with one for its owner only."""
    lend()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(as_pdf(text)))
    writer.encrypt(password, owner_password="owner", algorithm=algorithm)  # noqa: S106
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_a_file_that_opens_without_a_password_is_read(algorithm: str) -> None:
    assert "Words of a small page" in read_pdf(locked("Words of a small page", "", algorithm))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256-R5"])
def test_a_file_that_asks_for_a_password_is_told_so(algorithm: str) -> None:
    with pytest.raises(Unreadable, match="a PDF that asks for a password; open it, and print it to a new PDF"):
        read_pdf(locked("Words of a small page", "secret", algorithm))


def test_a_file_in_a_cipher_that_is_not_known_here_is_told_without_a_cause_nobody_knows() -> None:
    entry = b"<</Filter/Another.House/V 9/R 9>>"
    data = as_pdf("Words").replace(b"trailer\n<<", b"trailer\n<<\n/Encrypt " + entry)
    assert b"/Encrypt" in data
    with pytest.raises(Unreadable, match="a PDF that cannot be read"):
        read_pdf(data)


def test_a_scan_without_text_is_told() -> None:
    blank = FPDF()
    blank.add_page()
    with pytest.raises(Unreadable, match="without a text layer"):
        read_pdf(bytes(blank.output()))


def test_a_long_file_is_told() -> None:
    long = FPDF()
    for _ in range(501):
        long.add_page()
    with pytest.raises(Unreadable, match="501 pages, at most 500"):
        read_pdf(bytes(long.output()))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing more", b"%PDF-1.4\n" + bytes(range(256)) * 20])
def test_a_damaged_file_is_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"damaged PDF|PDF that cannot be read"):
        read_pdf(data)


def test_a_truncated_file_is_read_as_far_as_it_goes_or_told() -> None:
    whole = as_pdf("\n\n".join(["A paragraph of some words."] * 60))
    with contextlib.suppress(Unreadable):
        assert "paragraph" in read_pdf(whole[: len(whole) // 2])


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "python"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setattr(pdf.sys, "executable", str(slow))
    monkeypatch.setattr(pdf, "SECONDS", 0.3)
    with pytest.raises(Unreadable, match="could not be read in a minute"):
        read_pdf(as_pdf("Words"))


def test_where_there_are_no_processes_it_is_read_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.sys, "platform", "emscripten")
    monkeypatch.setattr(pdf.subprocess, "run", lambda *_, **__: pytest.fail("a process was started"))
    assert "Words of a small page" in read_pdf(as_pdf("Words of a small page"))
    with pytest.raises(Unreadable, match="damaged"):
        read_pdf(b"%PDF-1.4\nnothing")
