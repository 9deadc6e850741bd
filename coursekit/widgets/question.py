"""The Question widget: a card in the notebook."""

from __future__ import annotations

import traitlets

from coursekit.widgets.assets import asset
from coursekit.widgets.shell import Shell


class Question(Shell):
    """A `coursekit.sessions.question.QuestionSession` as a card."""

    _esm = asset("question.js")
    _css = asset("question.css")
    view = traitlets.Dict().tag(sync=True)
    saved = traitlets.Dict().tag(sync=True)
    course = traitlets.Unicode("").tag(sync=True)
