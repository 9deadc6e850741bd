"""From bytes to text, whatever the file is called: what kind it is, and what is read of it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from coursekit.files.guises import PACKED, PAGE, PICTURE, guise
from coursekit.sources.reading.encodings import decode
from coursekit.sources.reading.found import MOST_SIGNS, Unreadable
from coursekit.sources.reading.hyphens import one_hyphen
from coursekit.sources.reading.markdown import without_links
from coursekit.sources.reading.page import is_page, page_text
from coursekit.sources.reading.pdf import read_pdf
from coursekit.sources.reading.web_archive import is_web_archive, page_of

_WHAT_TO_DO = {PICTURE: "a text is needed", PACKED: "unpack it first"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
BAD_SHARE = 0.01  # of control characters, above which a file is no text


def read_bytes(data: bytes, name: str) -> tuple[str, str]:
    """Return (kind, text) of one file.

    Raises
    ------
    Unreadable
        When it is empty, not text, a PDF without text, or a text too long to be a document.
    """
    kind, text = _read(data, name)
    if len(text) > MOST_SIGNS:
        raise Unreadable(
            f"{kind} of {len(text) / 1e6:.0f} million characters, at most 5 are read; cut out what you need"
        )
    return kind, text


def _read(data: bytes, name: str) -> tuple[str, str]:
    if not data.strip():
        raise Unreadable("empty")
    if b"%PDF-" in data[:1024]:
        return "PDF", tidy(read_pdf(data))
    if is_web_archive(data):
        return "web archive", tidy(page_text(page_of(data)))
    what = guise(data)
    if what and what != PAGE:
        raise Unreadable(f"not a text but {what}; {_WHAT_TO_DO.get(what, 'save it as .txt, .html or .pdf')}")
    text = decode(data)
    if len(_CONTROL.findall(text)) > BAD_SHARE * len(text):
        raise Unreadable("not a text (binary data); .txt, .md, .html, web archives, .pdf, .zip and folders can be read")
    suffix = PurePath(name).suffix.lower()
    if is_page(text, suffix):
        return "web page", tidy(page_text(text))
    if suffix in (".md", ".markdown"):
        return "Markdown", tidy(without_links(text))
    return "text", tidy(text)


def tidy(text: str) -> str:
    """Return text in composed form, with one kind of line end and without control characters."""
    text = re.sub("\r\n?|[\u2028\x85]", "\n", text).replace("\u2029", "\n\n").replace("\v", "\n")
    return one_hyphen(unicodedata.normalize("NFC", _CONTROL.sub("", text)))
