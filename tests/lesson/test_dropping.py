"""A file dropped onto a reader: the learner's own copy stands there at once, or one line says what the file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import course as here
from coursekit.lesson import annotate, read
from coursekit.sources.reading.found import MOST_BYTES
from coursekit.spans import make_span
from tests.lesson.marks import mark
from tests.sources.reading.test_archive import packed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


@pytest.fixture
def copy(course: Path) -> bytes:
    """A whole copy of the one source of the small course."""
    return (course / "as-it-was.txt").read_bytes()


def drop(page: Page, widget: Any, data: bytes, name: str = "mine.txt", length: int = 100) -> list[dict[str, Any]]:
    """Drop a file as the front end does, piece by piece; return what came back."""
    heard = page.said[widget.model_id]
    heard.clear()
    for at in range(0, max(1, len(data)), length):
        content = {"n": 5, "op": "copy", "name": name, "size": len(data), "at": at}
        widget._handle_custom_msg(content, [memoryview(data[at : at + length])])
    return list(heard)


def names(widget: Any) -> list[str]:
    return [edition["name"] for edition in widget.session.setup["editions"]]


def test_the_full_text_is_there_at_once_and_then_it_is_told(page: Page, copy: bytes, work: Path) -> None:
    annotate("00-marks")
    widget = page.widget()
    assert names(widget) == ["guide"]
    state, copied = drop(page, widget, copy)
    assert (state["op"], [each["name"] for each in state["editions"]]) == ("state", ["guide", "text"])
    assert state["links"]["m1"]
    assert copied == {
        "op": "copied", "n": 5,
        "lines": ["“mine.txt” is the letter: all 4 paragraphs are there, word for word."],
    }  # fmt: skip
    assert (work / "texts" / "BOX.json").is_file()
    assert names(widget) == ["guide", "text"]
    assert "Copied by hand" not in page.last.html


def test_every_reader_of_that_source_shows_it(page: Page, copy: bytes) -> None:
    read("BOX", "p1-p2")
    first = page.widget()
    annotate("00-marks")
    drop(page, page.widget(), copy)
    assert [message["op"] for message in page.said[first.model_id]] == ["state"]
    assert names(first) == ["guide", "text"]
    assert [each["id"] for each in first.session.setup["editions"][1]["paragraphs"]] == ["p1", "p2"]


def test_marks_can_be_made_in_it(page: Page, copy: bytes) -> None:
    annotate("00-marks")
    widget = page.widget()
    drop(page, widget, copy)
    text = here().library.source("BOX").text
    assert text
    made = {**mark("box 12, leaf 4", "m1"), "spans": [make_span(text, "m1", 0, 7).to_json()]}
    assert [each["op"] for each in page.tell(widget, n=6, op="add", annotation=made)] == ["changed", "ack"]


def test_a_changed_paragraph_is_named_and_flagged(page: Page, copy: bytes) -> None:
    annotate("00-marks")
    widget = page.widget()
    copied = drop(page, widget, copy.replace(b"box 12", b"box 13"))[-1]
    assert copied["lines"] == ["“mine.txt” is the letter: 3 of 4 paragraphs exact, 1 changed (m1)."]
    assert next(each["status"] for each in widget.session.setup["editions"][1]["paragraphs"]) == "changed"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Nothing of ours. " * 30, "unknown: text, 510 bytes, 90 words, none of the sources of this course"),
        (b"", "empty"),
        (bytes(range(256)) * 20, "not a text (binary data)"),
        (b"\x89PNG\r\n" + bytes(100), "not a text but a picture; a text is needed"),
        (packed({"zeros.txt": bytes(12_000_000)}), "swells more than a text can"),
        (packed({"../../out.txt": b"x"}), "a path that leads out of it"),
        (b"%PDF-1.7\n" + b"junk " * 20, "a PDF that cannot be read (damaged?)"),
    ],
)
def test_what_is_no_copy_is_one_line_and_nothing_is_written(page: Page, work: Path, data: bytes, said: str) -> None:
    annotate("00-marks")
    (copied,) = drop(page, page.widget(), data, "x\u202e\ud800.txt", 4000)
    (line,) = copied["lines"]
    assert line.startswith("“x\ufffd\ufffd.txt” was not added: ")
    assert said in line
    assert "\n" not in line
    assert not (work / "texts").exists()


def test_an_encrypted_pdf_is_one_line(page: Page, work: Path) -> None:
    from io import BytesIO

    from pypdf import PdfWriter

    made, written = PdfWriter(), BytesIO()
    made.add_blank_page(200, 200)
    made.encrypt("secret", algorithm="RC4-128")
    made.write(written)
    annotate("00-marks")
    (copied,) = drop(page, page.widget(), written.getvalue(), "a.pdf", 4000)
    assert "a PDF that asks for a password" in copied["lines"][0]
    assert not (work / "texts").exists()


def test_what_is_too_large_is_one_line(page: Page) -> None:
    annotate("00-marks")
    widget = page.widget()
    content = {"n": 5, "op": "copy", "name": "big", "size": MOST_BYTES + 10**6, "at": 0}
    widget._handle_custom_msg(content, [b"x"])
    (copied,) = page.said[widget.model_id]
    assert copied["lines"] == ["“big” was not added: 21 MB, at most 20 MB are read; cut out what you need."]


def test_a_copy_that_cannot_be_kept_is_told(page: Page, copy: bytes, work: Path) -> None:
    (work / "texts").write_text("a file in the way")
    annotate("00-marks")
    copied = drop(page, page.widget(), copy)[-1]
    assert "It was not added: " in copied["lines"][0]
    assert "your copy could not be kept" in copied["lines"][0]
    assert names(page.widget()) == ["guide"]
