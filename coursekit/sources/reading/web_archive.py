"""The page in a web archive: one file with a page and all that belongs to it, as browsers save it.

Most write MHTML (a message of many parts, RFC 2557), Safari a property list.
"""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from typing import Any

from coursekit.sources.reading.encodings import decode
from coursekit.sources.reading.found import Unreadable

_HEADER = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_WHAT_TO_DO = "save the page as .html, or print it to .pdf"
_NONE = f"a web archive or message in which no page was found; {_WHAT_TO_DO}"
MOST_PARTS = 2_000


def is_web_archive(data: bytes) -> bool:
    """Say whether a file is a web archive (or a saved message, which has the same form)."""
    return data.startswith(b"bplist0") or _HEADER.match(data[:4000]) is not None


def page_of(data: bytes) -> str:
    """Return the markup of the page, and of the frames in it.

    Raises
    ------
    Unreadable
        When there is none, or the file cannot be taken apart.
    """
    pages = _of_safari(data) if data.startswith(b"bplist0") else _of_message(data)
    if not pages:
        raise Unreadable(_NONE)
    return "\n".join(pages)


def _of_safari(data: bytes) -> list[str]:
    try:
        archive: Any = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
        return _resources(archive, 0)
    except (plistlib.InvalidFileException, ValueError, TypeError, LookupError, RecursionError, OverflowError) as error:
        raise Unreadable(f"a web archive that cannot be read; {_WHAT_TO_DO}") from error


def _resources(archive: Any, depth: int) -> list[str]:
    if not isinstance(archive, dict) or not isinstance(archive.get("WebMainResource"), dict):
        return []
    main = archive["WebMainResource"]
    content, kind = main.get("WebResourceData"), main.get("WebResourceMIMEType", "text/html")
    pages = [_text(content, main.get("WebResourceTextEncodingName"))] if _shown(content, kind) else []
    frames = archive.get("WebSubframeArchives")
    if isinstance(frames, list) and depth < 3:  # noqa: PLR2004 - frames in frames in frames
        pages += [page for frame in frames[:MOST_PARTS] for page in _resources(frame, depth + 1)]
    return pages


def _shown(content: object, kind: object) -> bool:
    return isinstance(content, bytes) and kind in ("text/html", "application/xhtml+xml", "text/plain")


def _of_message(data: bytes) -> list[str]:
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part, _ in zip(message.walk(), range(MOST_PARTS), strict=False)]
        pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        contents = [(part.get_payload(decode=True), part.get_content_charset()) for part in pages]
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise Unreadable(f"a web archive that cannot be read; {_WHAT_TO_DO}") from error
    return [_text(content, charset) for content, charset in contents if isinstance(content, bytes)]


def _text(content: bytes, named: object) -> str:
    """Decode a page; the encoding named beside it counts for what its own bytes leave open."""
    if isinstance(named, str) and re.fullmatch(r"[A-Za-z0-9_:.-]{2,40}", named) and b"charset" not in content[:4096]:
        content = b"<!-- charset=" + named.encode() + b" -->" + content
    return decode(content)
