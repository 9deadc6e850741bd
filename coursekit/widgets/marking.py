"""The Marking widget: the answers of a class to one question, side by side, each with the rows of the rubric."""

from __future__ import annotations

import traitlets

from coursekit.widgets.assets import asset
from coursekit.widgets.shell import Shell


class Marking(Shell):
    """A `coursekit.sessions.grading.GradingSession` as a page."""

    _esm = asset("marking.js")
    _css = asset("marking.css")
    setup = traitlets.Dict().tag(sync=True)
    course = traitlets.Unicode("").tag(sync=True)
