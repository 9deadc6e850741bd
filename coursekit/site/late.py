"""Packages that only some pages need, fetched when something of them is first imported."""

from __future__ import annotations

import sys
from importlib import invalidate_caches
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

from coursekit.site.late_names import ARCHIVES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec


class _Late(MetaPathFinder):
    def __init__(self, fetch: Callable[[str], object]) -> None:
        self._fetch = fetch
        self._waiting = {module: name for name, (_, modules) in ARCHIVES.items() for module in modules}

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        """Fetch the archive of a module that is looked for, and leave it to the others to find it there.

        Raises
        ------
        ImportError
            When it cannot be fetched, whatever the reason; it is then tried again when it is next looked for.
        """
        name = self._waiting.get(fullname)
        if name is None:
            return None
        before = self._waiting
        self._waiting = {module: other for module, other in before.items() if other != name}
        try:
            self._fetch(name)
        except Exception as error:
            self._waiting = before
            raise ImportError(f"{fullname} could not be fetched: {error}", name=fullname) from error
        invalidate_caches()
        return None


def fetch_with(fetch: Callable[[str], object]) -> None:
    """Have archives fetched by this function, which has their modules be found from then on."""
    sys.meta_path.insert(0, _Late(fetch))
