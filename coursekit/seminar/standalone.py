"""A page in one file that opens anywhere: no script, no request to anybody, light and dark, on screen and on paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.html import Safe, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN = Path(__file__).with_name("standalone.css")
_TWIN = Path(__file__).resolve().parent.parent / "frontend" / "dist" / "twin.css"  # how questions look


def page(title: str, *body: str | Safe, styles: Iterable[str] = ()) -> str:
    """Return a whole page.

    Parameters
    ----------
    title
        What the window is called.
    body
        What stands in it; strings are text.
    styles
        What else may stand in its style elements, as pictures carry theirs with them.
    """
    style, digest = _style()
    digests = " ".join(f"'sha256-{each}'" for each in (digest, *map(_digest, dict.fromkeys(styles))))
    allowed = f"default-src 'none'; style-src {digests}; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        Safe('<meta charset="utf-8">'),
        Safe(f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'),
        Safe('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Safe('<meta name="color-scheme" content="light dark">'),
        Safe('<meta name="robots" content="noindex">'),
        tag("title", title),
        Safe(f"<style>{style}</style>"),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', tag('main', *body)), lang='en')}\n"


@cache
def _style() -> tuple[str, str]:
    """Return the style and the hash by which a browser may know it, and no other."""
    style = "\n".join(path.read_text(encoding="utf-8") for path in (_TWIN, _OWN))
    return style, _digest(style)


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
