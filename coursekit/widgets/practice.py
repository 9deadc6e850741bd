"""The Practice widget: the page of the practice test."""

from __future__ import annotations

import traitlets

from coursekit.widgets.assets import asset
from coursekit.widgets.shell import Shell


class Practice(Shell):
    """A `coursekit.sessions.practice.PracticeSession` as a page."""

    _esm = asset("practice.js")
    _css = asset("practice.css")
    setup = traitlets.Dict().tag(sync=True)
    course = traitlets.Unicode("").tag(sync=True)
