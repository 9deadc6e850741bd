"""What copies do to a text without changing its words."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def blocks(text: str) -> list[str]:
    """Return what stands between empty lines."""
    return [block for block in re.split(r"\n[ \t\u00a0]*\n", text) if block.strip()]


def wrapped(text: str, width: int = 60) -> str:
    """Break lines anew, with a hyphen wherever a long word does not fit."""
    lines: list[str] = []
    for block in blocks(text):
        for part in block.split("\n"):
            lines += _broken(part.split(), width)
        lines.append("")
    return "\n".join(lines)


def _broken(words: list[str], width: int) -> list[str]:
    lines, line = [], ""
    for word in words:
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width or not line:
            line = f"{line} {word}".strip()
        elif re.fullmatch(r"[A-Za-z]{7,}", word) and 3 <= room <= len(word) - 2:
            lines.append(f"{line} {word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def paged(text: str, lines: int = 12) -> str:
    """Set the text in pages: a running title above, a page number below, paragraphs cut where the page ends."""
    rows = wrapped(text).split("\n")
    pages = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return "\n".join(
        "\n".join(["A Reader in Quarrels", "", *page, "", f"{number}", ""]) for number, page in enumerate(pages, 7)
    )


def downloaded(text: str, lines: int = 20) -> str:
    """Put a cover sheet before the text and a platform's stamp under each page."""
    rows = wrapped(text).split("\n")
    stamp = (
        "This content downloaded from 192.0.2.{n} on Tue, 07 Aug 2018 12:05:{n:02} UTC\nAll use subject to the terms"
    )
    pages = ["\n".join([*rows[at : at + lines], stamp.format(n=at % 60)]) for at in range(0, len(rows), lines)]
    return "\n\f".join(["A Library\nCover sheet of the platform\nPrepared for A. Reader\n", *pages])


def unparted(text: str) -> str:
    """Take the empty lines out: paragraphs follow each other as lines do."""
    return re.sub(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+", "\n", text)


def extracted(text: str, lines: int = 25) -> str:
    """Give what programs get out of a print: no empty line, a number and running title over each page."""
    rows = unparted(wrapped(text, 64)).split("\n")
    pages = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return "\f".join("\n".join([f"{number} A Reader in Quarrels", *page]) for number, page in enumerate(pages, 7))


def as_page(text: str) -> str:
    """Return a saved web page, with a menu before and a line about cookies after."""
    paragraphs = "".join(f"<p>{html.escape(block).replace('“', '&ldquo;')}</p>\n" for block in blocks(text))
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>Saved</title><style>p { color: red }</style>'
        "<script>document.write('<p>not text</p>')</script></head><body><nav><a href='/'>Home</a></nav>"
        f"<main>{paragraphs}</main><footer><p>We use cookies.</p></footer></body></html>"
    )


def curly(text: str) -> str:
    """Turn straight quotation marks and apostrophes into curly ones."""
    return re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("'", "’")


def straight(text: str) -> str:
    """Turn curly quotation marks into straight ones, and dashes into what a typewriter has."""
    return text.translate(str.maketrans("“”‘’", "\"\"''")).replace("—", "--")


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "60 columns, hyphenated": wrapped,
    "36 columns, hyphenated": lambda text: wrapped(text, 36),
    "pages with titles and numbers": paged,
    "stamped pages and a cover sheet": downloaded,
    "every line end single": unparted,
    "60 columns, no empty line": lambda text: unparted(wrapped(text)),
    "pages without an empty line": extracted,
    "curly quotation marks": curly,
    "straight quotation marks": straight,
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "dashes with spaces": lambda text: text.replace("—", " – "),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "all in one line": lambda text: " ".join(text.split()),
    "web page": as_page,
}

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 with byte order mark": lambda text: text.encode("utf-16"),
    "UTF-16 little-endian": lambda text: text.encode("utf-16-le"),
    "UTF-16 big-endian": lambda text: text.encode("utf-16-be"),
    "Windows-1252": lambda text: text.encode("cp1252"),
}


def as_pdf(text: str) -> bytes:
    """Print the text: small pages, a header, a footer with page numbers, paragraphs cut over pages."""
    from fpdf import FPDF

    class Printed(FPDF):
        def header(self) -> None:
            self.set_font("Times", size=8)
            self.cell(0, 8, "A Reader in Quarrels", align="C")
            self.ln(10)

        def footer(self) -> None:
            self.set_y(-12)
            self.set_font("Times", size=8)
            self.cell(0, 8, f"Page {self.page_no()} of {{nb}}", align="C")

    pdf = Printed(format=(110, 150))
    pdf.core_fonts_encoding = "cp1252"
    pdf.add_page()
    for block in blocks(text):
        pdf.set_font("Times", size=10)
        pdf.multi_cell(0, 5, " ".join(block.split()), align="J", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(2)
    return bytes(pdf.output())
