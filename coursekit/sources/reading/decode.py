"""From bytes to text, whatever the file is called: what kind it is, and in which encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import PurePath

from coursekit.sources.reading.found import MOST_SIGNS, Unreadable
from coursekit.sources.reading.markdown import without_links
from coursekit.sources.reading.page import is_page, page_text
from coursekit.sources.reading.pdf import read_pdf

# The first bytes of what people try, and what they can do about it.
_OTHERS = (
    (b"PK", "an office file or archive; save it as .txt, .html or .pdf"),
    (b"\xd0\xcf\x11\xe0", "an old office file; save it as .txt, .html or .pdf"),
    (b"{\\rtf", "a rich-text file; save it as .txt, .html or .pdf"),
    (b"\x89PNG", "a picture; a text is needed"),
    (b"\xff\xd8\xff", "a picture; a text is needed"),
    (b"GIF8", "a picture; a text is needed"),
    (b"II*\x00", "a picture; a text is needed"),
    (b"MM\x00*", "a picture; a text is needed"),
    (b"\x1f\x8b", "a packed file; unpack it first"),
    (b"7z\xbc\xaf", "a packed file; unpack it first"),
    (b"Rar!", "a packed file; unpack it first"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
# Latin-1 is left out: what is declared so is Windows-1252 in fact, as browsers know.
_DECLARED = frozenset(
    "iso-8859-2 iso-8859-5 iso-8859-15 windows-1250 windows-1251 koi8-r gb2312 gbk gb18030 big5 shift_jis "  # noqa: SIM905
    "euc-jp euc-kr macintosh".split()
)
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
    for start, what in _OTHERS:
        if data.startswith(start):
            raise Unreadable(f"not a text but {what}")
    text = decode(data)
    if len(_CONTROL.findall(text)) > BAD_SHARE * len(text):
        raise Unreadable("not a text (binary data); .txt, .md, .html, .pdf, .zip and folders can be read")
    if text.startswith("MIME-Version:") or "\nMIME-Version:" in text[:2000]:
        raise Unreadable("not a text but a web archive; save the page as .html, or print it to .pdf")
    suffix = PurePath(name).suffix.lower()
    if is_page(text, suffix):
        return "web page", tidy(page_text(text))
    if suffix in (".md", ".markdown"):
        return "Markdown", tidy(without_links(text))
    return "text", tidy(text)


def decode(data: bytes) -> str:
    """Decode a text: byte order mark, the pattern of zero bytes, what a page declares, UTF-8, Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * len(sample) / 2 and even < odd / 4:  # Latin letters in UTF-16: each second byte is zero
        return data.decode("utf-16-le", "replace")
    if even > 0.3 * len(sample) / 2 and odd < even / 4:
        return data.decode("utf-16-be", "replace")
    found = _CHARSET.search(data[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    for encoding in ("utf-8", declared if declared in _DECLARED else "utf-8"):
        try:
            return str(data, encoding)
        except UnicodeError:
            continue
    # Five bytes mean nothing in Windows-1252; Latin-1 has a control character there.
    return "".join(_cp1252(part) for part in re.split(rb"([\x81\x8d\x8f\x90\x9d]+)", data))


def _cp1252(part: bytes) -> str:
    try:
        return part.decode("cp1252")
    except UnicodeDecodeError:
        return part.decode("latin-1")


def tidy(text: str) -> str:
    """Return text in composed form, with one kind of line end and without control characters."""
    text = re.sub("\r\n?|[\u2028\x85]", "\n", text).replace("\u2029", "\n\n").replace("\v", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))
