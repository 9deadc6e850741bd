"""What a spreadsheet does to a file it saves again: other encodings, letters lost, leading zeros gone."""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

# In which spreadsheets save what they call CSV or ANSI, the commonest first.
_PAGES = ("cp1252", "cp1250", "cp1251", *(f"cp125{n}" for n in range(3, 9)), "mac_roman", "cp932", "gb18030")
_BARE = str.maketrans("ŁłĐđıØøĦħ", "LlDdiOoHh")  # letters whose stroke is no sign apart
LOST = ("?", "\ufffd", "_")


def text_of(raw: bytes, names: Collection[str]) -> tuple[str, str]:
    """Return a table as text, and the code page it was read in; "" where nothing can be lost in its encoding.

    Parameters
    ----------
    raw
        The file's bytes.
    names
        Names that could be in it: of several code pages the one is taken in which most of them are.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace"), ""
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    telling = [name for name in names if not name.isascii()]
    best = max(_PAGES, key=lambda page: sum(_in(name, raw, page) for name in telling))
    return raw.decode(best, "replace"), best


def _in(name: str, raw: bytes, page: str) -> bool:
    try:
        return name.encode(page) in raw
    except UnicodeEncodeError:
        return False


class Names:
    """Finds whom a name means that a spreadsheet may have changed."""

    def __init__(self, names: Iterable[str], page: str) -> None:
        self._known = set(names)
        self._forms: dict[str, set[str]] = {}
        for name in self._known:
            for form in _forms(name, page):
                self._forms.setdefault(form, set()).add(name)

    def meant(self, name: str) -> str:
        """Return the one name that could have become this, else the name as it is."""
        could = self._forms.get(name, set())
        return next(iter(could)) if name not in self._known and len(could) == 1 else name

    def lost(self, name: str) -> bool:
        """Say whether letters of a name may be lost, so that nobody can tell whose it is."""
        return self.meant(name) not in self._known and any(sign in name for sign in LOST)


def _forms(name: str, page: str) -> Iterator[str]:
    if name.isascii() and name.isdigit():  # taken for a number
        yield str(int(name))
    if page:
        yield "".join(sign if _has(sign, page) else "?" for sign in name)
        yield "".join(sign if _has(sign, page) else "_" for sign in name)
        yield "".join(sign if _has(sign, page) else _plain(sign) for sign in name)


def _plain(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign)[0].translate(_BARE)
    return base if base.isascii() else "?"


def _has(sign: str, page: str) -> bool:
    try:
        sign.encode(page)
    except UnicodeEncodeError:
        return False
    return True
