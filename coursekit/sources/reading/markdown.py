"""What Markdown adds to a text: taken away again for reading."""

from __future__ import annotations

import html
import re

_LINK = re.compile(r"(!?)\[([^\[\]\n]{1,500})\]\((?:<[^<>\n]{0,2000}>|[^()\s]{1,2000})(?:\s+\"[^\"\n]{0,300}\")?\)")
_EMPHASIS = re.compile(r"(?<![^\W_])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1(?![^\W_])")
_LINE = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[\u2022\u25aa\u25cf\u25e6][ \t]*|\*[ \t]+)", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|={3,}[ \t]*)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,2000})>")


def without_links(text: str) -> str:
    """Return a Markdown file with the words of its links, without pictures, and with character references read."""
    text = _LINK.sub(lambda found: "" if found[1] else found[2], text)
    return re.sub(
        r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});", lambda found: html.unescape(found[0]), text
    )


def without_line_signs(text: str) -> str:
    """Return text without headings' signs, bullets and rules."""
    return _LINE.sub("", _RULE.sub("", text))


def without_signs(text: str) -> str:
    """Return text, its lines joined already, without emphasis, escapes and brackets of addresses."""
    text = _AUTOLINK.sub(r"\1", _ESCAPE.sub(r"\1", text))
    return _EMPHASIS.sub(r"\2", text)
