"""Dates in EDTF, the form that can say "about" and "not later than"."""

from __future__ import annotations

MOST_SIGNS = 100


def is_edtf(value: str) -> bool:
    """Say whether a text is a date in the Extended Date/Time Format (Library of Congress, 2019)."""
    from edtf import parse_edtf  # a slow import, and only checks need it
    from edtf.parser.edtf_exceptions import EDTFParseException

    if not value or len(value) > MOST_SIGNS:
        return False
    try:
        parse_edtf(value)
    except (EDTFParseException, ValueError, RecursionError):
        return False
    return True
