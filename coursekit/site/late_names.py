"""Archives that are fetched late: for each the packages that it is made of, and the modules that ask for it.

What two of them stand on is an archive of its own, or the one would be fetched for the sake of the other.
"""

from __future__ import annotations

ARCHIVES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "dates": (("edtf",), ("edtf", "pyparsing", "dateutil", "six")),
    "copies": (("pypdf", "beautifulsoup4"), ("pypdf", "bs4", "soupsieve")),
    "review": (("fsrs",), ("fsrs",)),
    "typing": (("typing-extensions",), ("typing_extensions",)),
}
