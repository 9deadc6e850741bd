"""The HandIn widget: the form that makes one file with a learner's answers."""

from __future__ import annotations

import traitlets

from coursekit.widgets.assets import asset
from coursekit.widgets.shell import Shell


class HandIn(Shell):
    """A `coursekit.sessions.handing_in.HandInSession` as a form."""

    _esm = asset("hand-in.js")
    _css = asset("hand-in.css")
    exercise = traitlets.Unicode("").tag(sync=True)
    setup = traitlets.Dict().tag(sync=True)
