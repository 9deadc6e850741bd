"""HTML built from parts, escaped by construction.

A page here shows words from documents, learners and authors; none of them may become markup.
"""

from __future__ import annotations

import html as _html
import re
from dataclasses import dataclass

VOID = frozenset({"br", "hr", "img", "input", "col"})
# Control characters are shown as the replacement character: browsers drop or misread them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Safe:
    """Markup that is already escaped."""

    markup: str

    def __str__(self) -> str:
        return self.markup


def text(value: str) -> Safe:
    """Escape plain text."""
    return Safe(_html.escape(_CONTROL.sub("\ufffd", value), quote=True))


def tag(name: str, *children: str | Safe, **attributes: str | bool | None) -> Safe:
    """Return one element; a child that is a string is text.

    Attribute names lose a trailing underscore (``class_``) and turn other underscores into hyphens.
    ``None`` and ``False`` leave an attribute out; ``True`` writes it bare.
    """
    written = ""
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        written += f" {label}" if value is True else f' {label}="{text(str(value))}"'
    if name in VOID:
        return Safe(f"<{name}{written}>")
    return Safe(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str | Safe) -> Safe:
    """Put pieces one after another."""
    return Safe("".join(child.markup if isinstance(child, Safe) else text(child).markup for child in children))


EMPHASIS = re.compile(r"\*([^*\s](?:[^*]{0,200}[^*\s])?)\*")


def prose(value: str) -> Safe:
    """Escape author's prose and honour its one piece of markup, ``*emphasis*``."""
    return Safe(EMPHASIS.sub(r"<em>\1</em>", text(value).markup))
