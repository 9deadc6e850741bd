"""What a member of a zip archive is called.

A name is in UTF-8 if the archive says so. Many programs write UTF-8 and do not say it; such names would
be read as those of an old system (code page 437), “m├╝ller” for “müller”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

_UTF8 = 0x800  # in the flags of a member


def member_name(info: ZipInfo) -> str:
    """Return the name of a member, folders parted by "/"."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename
