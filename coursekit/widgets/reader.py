"""The Reader widget: a text with marks beside it."""

from __future__ import annotations

import traitlets

from coursekit.widgets.assets import asset
from coursekit.widgets.shell import Shell


class Reader(Shell):
    """A `coursekit.sessions.reader.ReaderSession` as a place to read and mark at."""

    _esm = asset("reader.js")
    _css = asset("reader.css")
    setup = traitlets.Dict().tag(sync=True)
