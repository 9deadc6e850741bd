"""What people give by mistake where a text or a hand-in is wanted, known by its bytes and called by its name."""

from __future__ import annotations

import re

PICTURE, PACKED, PAGE = "a picture", "a packed file of a kind that is not opened", "a web page"
_BEGINNINGS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"{\\rtf", "a rich-text file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"bplist0", "a web archive or other file of a Mac"),
    (b"SQLite format 3\x00", "a data base"),
    (b"Rar!", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"\x1f\x8b", PACKED),
    (b"BZh", PACKED),
    (b"\xfd7zXZ", PACKED),
    (b"<", PAGE),
)
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
# In an office document the archive's list of names tells its kind.
_DOCUMENTS = (
    (b"word/document.xml", "a Word document"),
    (b"xl/workbook.xml", "an Excel table"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "a LibreOffice document"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a LibreOffice table"),
    (b"Index/Document.iwa", "a Pages document"),
    (b"[Content_Types].xml", "an office file"),
)
_MEDIA = re.compile(rb"(?s).{4}ftyp(heic|heix|mif1|msf1|avif|....)")
_PICTURES = (b"heic", b"heix", b"mif1", b"msf1", b"avif")


def guise(raw: bytes) -> str:
    """Return what a file is that is neither; "" if its first bytes do not say."""
    if raw.startswith(_ARCHIVES):
        archive = "an archive whose name does not end in .zip"
        return next((what for sign, what in _DOCUMENTS if sign in raw), archive)
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return PICTURE
    if media := _MEDIA.match(raw):
        return PICTURE if media[1] in _PICTURES else "a film or recording"
    return next((what for begin, what in _BEGINNINGS if raw.startswith(begin)), "")
