"""The forms in which texts are compared: what a copy may change without changing the text.

*Strict form*: compatibility characters resolved (Unicode NFKC); every quotation mark and apostrophe one
sign; hyphens, dashes and soft hyphens gone together with the space around them, so that a word broken
at a line's end is the word again (between two figures a dash stays, as one sign); signs of Markdown and
bullets gone; white space one space, and none before a closing or after an opening sign.

*Letters*: the letters and figures alone, in one case, and a space only between two figures. A copy that
differs in its letters has other words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_JOIN = "\u00ad\u200b-\u200f\u2060\ufeff"  # soft hyphen, zero-width signs
_DASH = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_QUOTE = "'\"`\u00b4\u2018-\u201f\u2032-\u2036\u02bc\u02b9\u00ab\u00bb\u2039\u203a\uff02\uff07"
_GONE = "*_#<>\\\\|=~\u2022\u2023\u2043\u25aa\u25cf\u25e6\u2219\u00b7"

# One word: a hyphen (and a line break after it), an apostrophe or a zero-width sign inside does not end it.
WORD = re.compile(r"[^\W_]+(?:(?:[-\u2010\u2011\u00ad]\s*+|['\u2018\u2019\u02bc]|[\u200b-\u200f\u2060\ufeff])[^\W_]+)*")
_PIECE = re.compile(
    rf"(?P<word>[^\W_]+)|(?P<space>\s+)|(?P<dash>[{_DASH}]+)|(?P<join>[{_JOIN}]+)|(?P<quote>[{_QUOTE}]+)"
    rf"|(?P<gone>[{_GONE}]+)|(?P<sign>.)",
    re.DOTALL,
)
_CLOSING, _OPENING = frozenset(",.;:!?)]}"), frozenset("([{")
BLOCK = 8  # words in one block of a fingerprint


def strict(text: str) -> str:
    """Return the strict form."""
    return mapped(unicodedata.normalize("NFC", text))[0]


def mapped(text: str) -> tuple[str, list[int]]:
    """Return the strict form, and for each of its signs where it stands in ``text``."""
    signs: list[str] = []
    origins: list[int] = []
    space = dash = broken = False
    for piece in _PIECE.finditer(text):
        kind, start = piece.lastgroup, piece.start()
        if kind == "space":
            space = space or not broken
        elif kind == "dash":
            dash = True
        elif kind == "join":
            broken = broken or "\u00ad" in piece[0]
        elif kind == "gone":
            broken = False
        else:
            shown = "'" if kind == "quote" else unicodedata.normalize("NFKC", piece[0])
            if kind == "quote" and signs and signs[-1] == "'" and (dash or not space):
                continue  # an inner mark beside an outer one
            between = _between(signs[-1], shown[0], space=space, dash=dash) if signs and shown else ""
            signs += between + shown
            origins += [start] * len(between)
            last = piece.end() - 1
            origins += [min(start + n, last) for n in range(len(shown))]
            space = dash = broken = False
    return "".join(signs), origins


def _between(before: str, after: str, *, space: bool, dash: bool) -> str:
    if dash:
        return "-" if before.isdigit() and after.isdigit() else ""
    if not space or after in _CLOSING or before in _OPENING:
        return ""
    return " "


def letters(text: str) -> str:
    """Return letters and figures alone, casefolded, figures kept apart."""
    whole = ""
    for piece in re.finditer(r"[^\W_]+", unicodedata.normalize("NFC", text)):
        whole = add(whole, bare(piece[0]))
    return whole


def add(before: str, after: str) -> str:
    """Join two pieces of letters; two figures that met would make another number."""
    return f"{before} {after}" if before[-1:].isdigit() and after[:1].isdigit() else before + after


def bare(word: str) -> str:
    """Return the letters of one word."""
    if word.isascii() and word.isalnum():
        return word.lower()
    shown = unicodedata.normalize("NFKC", word).casefold()
    parts = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", shown))
    whole = ""
    for part in parts:
        whole = add(whole, part)
    return whole


def digest(text: str) -> str:
    """Return the SHA-256 of a form, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words(text: str) -> list[str]:
    """Return the words, each as its letters."""
    return [bare(found[0]) for found in WORD.finditer(unicodedata.normalize("NFC", text))]


def blocks(listed: list[str]) -> tuple[str, ...]:
    """Return the first 8 figures of the digest of each successive run of 8 words; the last run may be shorter."""
    return tuple(digest(run(listed[at : at + BLOCK]))[:8] for at in range(0, len(listed), BLOCK))


def run(listed: list[str]) -> str:
    """Return the letters of several words."""
    whole = ""
    for word in listed:
        whole = add(whole, word)
    return whole
