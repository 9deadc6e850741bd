"""What a span needs to know of an edition, and the form in which texts are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURROGATE = re.compile("[\ud800-\udfff]")


class ParagraphText(Protocol):
    """A paragraph: its id within the source, and its words."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


class EditionText(Protocol):
    """An edition: which source, which text of it ("guide" or "text"), in paragraphs."""

    @property
    def siglum(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def paragraphs(self) -> Sequence[ParagraphText]: ...  # noqa: D102


def well_formed(text: str) -> str:
    """Put U+FFFD for each unpaired surrogate.

    No UTF-8 file can hold an unpaired surrogate, so a quotation that kept one could never be saved.
    One code point replaces one: offsets stay true. JavaScript's ``toWellFormed`` does the same.
    """
    return _SURROGATE.sub("\ufffd", text)


def words_of(edition: EditionText, paragraph: str) -> str | None:
    """Return the text of a paragraph in the form spans are compared in; None where the edition lacks it."""
    for each in edition.paragraphs:
        if each.id == paragraph:
            return well_formed(each.text)
    return None
