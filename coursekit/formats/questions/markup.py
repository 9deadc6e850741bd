"""Authors' prose as the HTML that platforms take, and as plain text; safe, whatever is in it."""

from __future__ import annotations

import re

from coursekit.html import EMPHASIS, join, prose, tag

# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def settled(words: str) -> str:
    """Return prose in one form: paragraphs parted by one empty line, no space round them, nothing XML forbids."""
    text = _FORBIDDEN.sub("\ufffd", re.sub(r"\r\n?", "\n", words)).replace("\x7f", "\ufffd")
    return "\n\n".join(filter(None, map(str.strip, re.split(r"\n\s*\n", text))))


def plain(words: str) -> str:
    """Return prose as plain text in one line."""
    return " ".join(EMPHASIS.sub(r"\1", settled(words)).split())


def html_of(words: str) -> str:
    """Return prose as HTML: paragraphs and emphasis, all else escaped; "" for none."""
    return join(*(tag("p", prose(part)) for part in words.split("\n\n"))).markup if words else ""


def figure(number: float) -> str:
    """Return a number in figures, without noughts that say nothing."""
    return f"{number:.7f}".rstrip("0").rstrip(".")
