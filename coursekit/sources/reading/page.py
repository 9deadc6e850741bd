"""The text of a saved web page.

Python's own parser needs minutes for some 100 kB of broken markup (time grows with the square of the
length), so tags are found here in one pass, and what cannot be understood is passed over.

What a browser shows is read wherever it stands: a component's shadow tree (``<template shadowrootmode>``)
and a frame that holds its page in an attribute (``<iframe srcdoc>``) are text too.
"""

from __future__ import annotations

import html
import re

from coursekit.sources.reading.found import Unreadable

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,30})")
_TAG = re.compile(r"""<(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>""")
MOST_TAGS = 300_000
LONGEST_TAG = 65_536  # up to here quotation marks in a tag are honoured; beyond, the next ">" ends it

_SKIPPED = ("script", "style", "template", "noscript", "svg", "title", "math", "object", "iframe", "select")
_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in _SKIPPED}
_SHADOW = re.compile(r"\sshadowroot(?:mode)?\s*=", re.IGNORECASE)
_FRAME = re.compile(
    r"""<iframe\b(?:[^"'<>s]++|"[^"]*+"|'[^']*+'|s(?!rcdoc\s*=))*+srcdoc\s*=\s*(?:"([^"]*+)"|'([^']*+)')""",
    re.IGNORECASE,
)
MOST_FRAMES, DEEPEST = 100, 3  # frames read in one page; frames in each other
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu "
    "nav ol p pre search section summary table tbody tfoot thead tr ul".split()
)
_BREAKS = frozenset({"br", "td", "th", "option"})


def is_page(text: str, suffix: str) -> bool:
    """Say whether a text is a web page: by its beginning, or by its name if there are tags in it."""
    start = re.sub(r"<!--.*?-->|<\?xml[^>]*>", "", text[:4000].lower(), flags=re.DOTALL).lstrip()
    if re.match(r"<(?:!doctype html|html|head|body)\b", start):
        return True
    return suffix in (".html", ".htm", ".xhtml") and bool(re.search(r"<[a-z/!]", start))


def page_text(markup: str) -> str:
    """Return the words of a page, its blocks parted by empty lines.

    Parameters
    ----------
    markup
        The page; its tags need not be closed, or right in any other way.

    Raises
    ------
    Unreadable
        When there are so many tags that reading would take long.
    """
    if markup.count("<") > MOST_TAGS:
        raise Unreadable("a web page with too much markup; copy its text to a .txt file")
    return _text(markup, DEEPEST)


def _text(markup: str, deepest: int) -> str:
    parts: list[str] = []
    at = literal = frames = 0
    while at < len(markup):
        sign = markup.find("<", at)
        sign = len(markup) if sign < 0 else sign
        parts.append(_read(markup[at:sign], literal=literal > 0))
        if sign == len(markup):
            break
        name = _NAME.match(markup, sign)
        if not name:
            at = _past_other(markup, sign)
            parts.append("<" if at == sign + 1 else "")
            continue
        at = _past_tag(markup, sign)
        tag, closing = name[1].lower(), markup[sign + 1] == "/"
        if tag == "iframe" and not closing and frames < MOST_FRAMES and deepest:
            frames += 1
            if frame := _FRAME.match(markup, sign):
                at = max(at, frame.end())
                parts += ["\n\n", _text(_unescaped(frame[1] or frame[2] or ""), deepest - 1), "\n\n"]
        if tag in _ENDS and not closing and not (tag == "template" and _SHADOW.search(markup, sign, at)):
            end = _ENDS[tag].search(markup, at)
            at = end.start() if end else len(markup)
        literal += (tag == "pre") * (-1 if closing else 1)
        parts.append(_space(tag, closing=closing))
    return "".join(parts)


def _read(text: str, *, literal: bool) -> str:
    text = _unescaped(text)
    return text if literal else re.sub(r"[ \t\r\n\f]+", " ", text)


def _unescaped(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character number of more than 4,300 figures
        return text.replace("&", " ")


def _space(tag: str, *, closing: bool) -> str:
    if tag in _BLOCKS:
        return "\n\n"
    if tag in _BREAKS:
        return "\n"
    if tag == "q":  # browsers set the quotation marks
        return "”" if closing else "“"
    return ""


def _past_tag(markup: str, start: int) -> int:
    whole = _TAG.match(markup, start, start + LONGEST_TAG)
    if whole:
        return whole.end()
    end = markup.find(">", start)
    return len(markup) if end < 0 else end + 1


def _past_other(markup: str, start: int) -> int:
    """Pass a comment or declaration; a lone "<" is a sign like others."""
    if markup.startswith("<!--", start):
        end = markup.find("-->", start + 4)
        return len(markup) if end < 0 else end + 3
    if markup[start + 1 : start + 2] in ("!", "?", "/"):
        end = markup.find(">", start)
        return len(markup) if end < 0 else end + 1
    return start + 1
