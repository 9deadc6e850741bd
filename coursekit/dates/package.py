"""The edtf package, which knows all of EDTF, made to keep quiet.

It prints what it cannot build, and warns when it is imported; where warnings are errors, that ends the import. What
is printed belongs to whoever asked for JSON, so none of it gets out of here.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def parse(text: str) -> Any:
    """Return what the package makes of a text; None if that is not EDTF."""
    read = _parser()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return read(text)
        except Exception:  # noqa: BLE001 - it lets through errors of its own parts; any of them means no
            return None


@cache
def _parser() -> Callable[[str], Any]:
    """Import the package when it is first needed: that takes a tenth of a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
        from edtf.parser import parser_classes

    # A name of the module stands before the built-in one: nothing is redirected, other threads may print.
    vars(parser_classes)["print"] = lambda *_args, **_options: None
    return parse_edtf  # type: ignore[no-any-return]
