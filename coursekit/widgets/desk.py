"""The TeachingDesk widget: what a class handed in, who did, and what is made of it."""

from __future__ import annotations

import traitlets

from coursekit.widgets.assets import asset
from coursekit.widgets.shell import Shell


class TeachingDesk(Shell):
    """A `coursekit.sessions.desk.DeskSession` as a page."""

    _esm = asset("desk.js")
    _css = asset("desk.css")
    course = traitlets.Unicode("").tag(sync=True)
