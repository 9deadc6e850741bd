"""What is handed in by mistake is called by its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from coursekit.errors import CourseError
from coursekit.files.guises import guise
from coursekit.marking.hand_in import parse, read_hand_in
from tests.marking.handing import made, raw


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            content = "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x"
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(90), "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(90), "a picture"),
        (b"\x00\x00\x00\x18ftypqt  " + bytes(90), "a film or recording"),
        (packed("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "an Excel table"),
        (packed("mimetype", "content.xml"), "a LibreOffice document"),
        (packed("a.json"), "an archive whose name does not end in .zip"),
        (b"{\\rtf1 x}", "a rich-text file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08", "a packed file of a kind that is not opened"),
    ],
)
def test_what_it_is_stands_in_the_row(content: bytes, what: str) -> None:
    with pytest.raises(CourseError, match=f"^{what}, not a hand-in; ask for the file again$"):
        parse(content)


def test_what_could_be_a_hand_in_has_no_other_name() -> None:
    assert guise(raw(made())) == guise(b"words") == guise("\ufeff{".encode()) == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_hand_in_that_an_editor_saved_again_is_read(encoding: str) -> None:
    assert read_hand_in(raw(made("Zoë")).decode().encode(encoding)).learner == "Zoë"


def test_big_endian_too() -> None:
    assert read_hand_in(b"\xfe\xff" + raw(made("Zoë")).decode().encode("utf-16-be")).learner == "Zoë"
