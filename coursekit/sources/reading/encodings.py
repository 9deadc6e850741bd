"""From bytes to characters. A byte that means nothing costs one sign, never the reading of all the others."""

from __future__ import annotations

import codecs
import re

from coursekit.sources.reading.plausible import plausible

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
# What a page may declare, and what that means. Names of smaller sets stand for larger ones, as in browsers.
# Latin-1 and Windows-1252 are left out: what is declared so is often something else.
_DECLARED = {
    **{f"iso-8859-{n}": f"iso-8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8)},
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "windows-31j", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "windows-949"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
    **{name: name for name in ("koi8-r", "koi8-u", "euc-jp", "iso-2022-jp")},
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac_roman"),
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
}
# A well-formed sign of more than one byte, or a byte that is part of none.
_SIGN = re.compile(
    rb"(?P<sign>[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})"
    rb"|(?P<stray>[\x80-\xff])"
)
_CUT = re.compile(rb"(?:[\xe0-\xf4][\x80-\xbf]{1,2})\Z")
# Signs of Windows-1252 beyond ASCII, as UTF-8 that was read so shows them.
_TWICE = re.compile(
    "[\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]+"
)
FEWEST_ZEROS = 0.05  # of one kind of byte (first or second of each pair), from which a text is UTF-16
SURE = 4  # well-formed signs of UTF-8 to each stray byte, from which what a page declares is not believed


def decode(data: bytes) -> str:
    """Decode a text.

    Tried are the byte order mark, the pattern of zero bytes, UTF-8, what a page declares, UTF-8 with some
    stray bytes, and Windows-1252 or Mac Roman, whichever gives the likelier words.
    """
    if marked := _marked(data):
        return marked
    found = _CHARSET.search(data[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    try:
        text = str(data, "utf-8")
    except UnicodeDecodeError:
        return _broken(data, _DECLARED.get(declared, ""))
    if declared == "utf-7" and data.isascii():
        return data.decode("utf-7", "replace")
    return _once(text)


def _marked(data: bytes) -> str:
    """Decode what shows its encoding by a mark or by its zero bytes."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    few = FEWEST_ZEROS * len(sample) / 2
    if odd > few and even < odd / 4:  # of each Latin letter, space and line end in UTF-16 one byte is zero
        return data.decode("utf-16-le", "replace")
    if even > few and odd < even / 4:
        return data.decode("utf-16-be", "replace")
    return ""


def _broken(data: bytes, declared: str) -> str:
    """Decode what is not UTF-8, or not all of it."""
    cut = _CUT.search(data)
    signs = strays = 0
    for each in _SIGN.finditer(data, 0, cut.start() if cut else len(data)):
        signs += each.lastgroup == "sign"
        strays += each.lastgroup == "stray"
    if signs >= SURE * strays and (signs or cut):
        return data.decode("utf-8", "replace")
    if declared:
        text = data.decode(declared, "replace")
        if text.count("\ufffd") * SURE < len(re.findall("[^\x00-\x7f]", text)):
            return text
    if signs >= strays:
        return data.decode("utf-8", "replace")
    western, mac = _windows(data), data.decode("mac_roman")
    return mac if plausible(mac) > plausible(western) else western


def _windows(data: bytes) -> str:
    """Decode Windows-1252. Five bytes mean nothing in it; Latin-1 has a control character there."""
    return "".join(_cp1252(part) for part in re.split(rb"([\x81\x8d\x8f\x90\x9d]+)", data))


def _cp1252(part: bytes) -> str:
    try:
        return part.decode("cp1252")
    except UnicodeDecodeError:
        return part.decode("latin-1")


def _once(text: str) -> str:
    """Return a text that was encoded twice as it was before: UTF-8 read as Windows-1252, and saved as UTF-8."""
    mended = kept = 0

    def back(found: re.Match[str]) -> str:
        nonlocal mended, kept
        raw = b"".join(_byte(sign) for sign in found[0])
        try:
            sign = raw.decode("utf-8")
        except UnicodeDecodeError:
            kept += 1
            return found[0]
        mended += 1
        return sign

    # Of the signs that begin so, one ends in a byte that Windows-1252 has no sign for: the closing quotation mark.
    once = _TWICE.sub(back, text.replace("\u00e2\u20ac\ufffd", "\u00e2\u20ac\x9d"))
    return once if mended > SURE * kept else text


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")
