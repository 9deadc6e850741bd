"""The text layer of a PDF.

A PDF can be made to keep its reader busy for hours or fill the memory, so it is read by a process of its
own, which is stopped after a while; where there are no processes (in a browser) it is read in place.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from coursekit.sources.reading.found import MOST_SIGNS, Unreadable

MOST_PAGES = 500
SECONDS = 60
MEMORY = 2_000_000_000  # bytes
FEWEST_WORDS = 3
_LOCKED = "a PDF that asks for a password; open it, and print it to a new PDF or copy its text to a .txt file"
_STRANGE = "a PDF that cannot be read (damaged?); open it, and print it to a new PDF or copy its text to a .txt file"
_SLOW = "could not be read in a minute; print the pages you need to a new PDF"


def read_pdf(data: bytes) -> str:
    """Return the text of a PDF, pages parted by form feeds.

    Raises
    ------
    Unreadable
        When it asks for a password, is damaged, too long, without text, or takes too long.
    """
    if sys.platform == "emscripten":
        return _in_place(data)
    package = Path(__file__).resolve().parents[3]
    paths = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "coursekit.sources.reading.pdf"],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(_SLOW) from error
    try:
        answer: Any = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable(_STRANGE) from error
    if answer["error"]:
        raise Unreadable(answer["error"])
    return str(answer["text"])


def extract(data: bytes) -> str:
    """Read a PDF here and now.

    Raises
    ------
    Unreadable
        When it asks for a password, is too long or has no text; pypdf raises errors of its own for a damaged one.
    """
    import pypdf
    import pypdf.errors

    if b"/Encrypt" in data:
        from coursekit.sources.reading.pdf_ciphers import lend

        lend()
    reader = pypdf.PdfReader(io.BytesIO(data))
    try:
        count = len(reader.pages)
    except pypdf.errors.FileNotDecryptedError as error:  # opening it, pypdf tried it without a password
        raise Unreadable(_LOCKED) from error
    if count > MOST_PAGES:
        raise Unreadable(
            f"a PDF of {count} pages, at most {MOST_PAGES} are read; print the pages you need to a new PDF"
        )
    pages: list[str] = []
    signs = 0
    for page in reader.pages:
        pages.append(page.extract_text().replace("\f", "\n"))
        signs += len(pages[-1])
        if signs > MOST_SIGNS:
            raise Unreadable("a PDF with too much text; print the pages you need to a new PDF")
    if sum(len(page.split()) for page in pages) < FEWEST_WORDS:
        raise Unreadable("a PDF without a text layer (a scan?); let a program recognise its text first (OCR)")
    return "\f".join(pages)


def _in_place(data: bytes) -> str:
    try:
        return extract(data)
    except Unreadable:
        raise
    except Exception as error:  # whatever pypdf stumbles over
        raise Unreadable(_STRANGE) from error


def main() -> None:
    """Read a PDF from standard input, write its text or an error as JSON."""
    import logging

    logging.disable(logging.CRITICAL)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    except (ImportError, ValueError, OSError):  # not on Windows; the time is bounded all the same
        pass
    answer = {"text": "", "error": ""}
    try:
        answer["text"] = _in_place(sys.stdin.buffer.read()).encode("utf-8", "replace").decode("utf-8")
    except Unreadable as error:
        answer["error"] = str(error)
    except MemoryError:
        answer["error"] = "a PDF with too much in it; print the pages you need to a new PDF"
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
