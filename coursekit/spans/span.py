"""A span: some words of one paragraph of one edition of one source.

The model is that of the W3C Web Annotation recommendation: a position and a quotation with its
surroundings, each of which checks the other. Positions count Unicode code points, never bytes and
never the UTF-16 units that a browser counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from coursekit.errors import CourseError
from coursekit.spans.texts import well_formed

CONTEXT = 32  # code points kept before and after the quotation; the usual choice for such selectors
LONGEST = 20_000  # code points in one quotation
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a text.

    Parameters
    ----------
    source, edition, paragraph
        Where: siglum, "guide" or "text", paragraph id.
    start, end
        Half-open range of code points in the paragraph's text; never empty.
    quote, prefix, suffix
        The words themselves, and up to `CONTEXT` code points before and after them.
    """

    source: str
    edition: str
    paragraph: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the span as a JSON object."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: object, where: str = "span") -> Span:
        """Read a span from a JSON value of unknown origin.

        Raises
        ------
        CourseError
            When a part is missing, of the wrong type, or out of bounds; `where` opens the message.
        """
        if not isinstance(value, Mapping):
            raise CourseError(f"{where}: expected an object with source, paragraph, start, end and quote")
        names = {key: _name(value, key, where) for key in ("source", "edition", "paragraph")}
        start, end = _offset(value, "start", where), _offset(value, "end", where)
        quote = _words(value, "quote", LONGEST, where)
        if not start < end:
            raise CourseError(f"{where}: end: expected a number greater than start")
        if len(quote) != end - start:
            raise CourseError(f"{where}: quote: expected {end - start} characters, found {len(quote)}")
        prefix, suffix = _words(value, "prefix", CONTEXT, where), _words(value, "suffix", CONTEXT, where)
        return cls(**names, start=start, end=end, quote=quote, prefix=prefix, suffix=suffix)


def overlap(one: Span, other: Span) -> int:
    """Return how many code points two spans share: 0 in different paragraphs or editions."""
    if (one.source, one.edition, one.paragraph) != (other.source, other.edition, other.paragraph):
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _name(value: Mapping[Any, Any], key: str, where: str) -> str:
    found = value.get(key)
    if not isinstance(found, str) or not _NAME.fullmatch(found):
        raise CourseError(f"{where}: {key}: expected a short name of letters and digits")
    return found


def _offset(value: Mapping[Any, Any], key: str, where: str) -> int:
    found = value.get(key)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise CourseError(f"{where}: {key}: expected a whole number, 0 or more")
    return found


def _words(value: Mapping[Any, Any], key: str, most: int, where: str) -> str:
    found = value.get(key, "")
    if not isinstance(found, str):
        raise CourseError(f"{where}: {key}: expected text")
    if len(found) > most:
        raise CourseError(f"{where}: {key}: at most {most} characters, found {len(found)}")
    return well_formed(found)
