"""Archives that are fetched late: for each the packages that it is made of, and the modules that ask for it."""

from __future__ import annotations

ARCHIVES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "dates": (("edtf",), ("edtf", "pyparsing", "dateutil", "six")),
    "copies": (("pypdf", "beautifulsoup4"), ("pypdf", "bs4", "soupsieve", "typing_extensions")),
}
