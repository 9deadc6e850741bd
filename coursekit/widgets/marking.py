"""The Marking widget: the answers of a class to one question, side by side, each with the rows of the rubric.

What a marker gives an answer arrives as a numbered message that says how it stands now, and is acknowledged only
once the desk has kept it. The trait ``setup`` follows silently, for views that are made later.

to the kernel    ``{"n", "op": "levels", "answer", "levels", "comment"}``
from the kernel  ``{"op": "ack", "n", "at"}``, ``{"op": "refused", "n", "why"}``,
                 ``{"op": "changed", "changes": [{"op": "levels", "n", "answer", "levels", "comment", "at"}]}``
"""

from __future__ import annotations

from typing import Any, Protocol

import anywidget
import traitlets

from coursekit.errors import CourseError
from coursekit.sessions.message_order import MessageOrder
from coursekit.widgets.assets import asset

_LARGEST = 2**53  # whole numbers of the front end end here


class Desk(Protocol):
    """Keeps what a marker gives."""

    def keep(self, answer: str, levels: dict[str, Any], comment: str) -> str:
        """Keep the levels (by row) and the comment of an answer; return when they were safe on disk.

        Raises `CourseError` when they were not kept.
        """


class Marking(anywidget.AnyWidget):
    """Answers to be read.

    Parameters
    ----------
    setup
        What the front end shows: ``{"question": {"id", "prompt", "points", "words", "rows", "samples"}, "marker",
        "note", "answers": [{"id", "label", "code", "text", "levels", "comment", "at"}]}``.
    desk
        Who keeps what is given.
    course
        Names the course, so that two courses in one browser keep apart what is not yet saved.
    """

    _esm = asset("marking.js")
    _css = asset("marking.css")
    setup = traitlets.Dict().tag(sync=True)
    course = traitlets.Unicode("").tag(sync=True)

    def __init__(self, setup: dict[str, Any], desk: Desk, course: str = "") -> None:
        self._desk = desk
        self._order = MessageOrder()
        self._answers = {answer["id"]: answer for answer in setup["answers"]}
        super().__init__(setup=setup, course=course)
        self.on_msg(self._hear)

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        if not isinstance(content, dict):
            return
        n = content.get("n")
        if type(n) is not int or not 0 < n < _LARGEST:
            return
        try:
            with self._order.take(n) as in_time:
                self._take(n, content, in_time=in_time)
        except CourseError as error:
            self.send({"op": "refused", "n": n, "why": str(error)})
        except Exception as error:  # noqa: BLE001 - a marker is told in one line, whatever it was
            why = f"the course could not keep this ({type(error).__name__}); run the notebook again"
            self.send({"op": "refused", "n": n, "why": why})

    def _take(self, n: int, content: dict[str, Any], *, in_time: bool) -> None:
        if content.get("op") != "levels":
            # Unanswered, it would hold up all that comes after it.
            raise CourseError("this version of the course does not know that change; run the notebook again")
        if in_time:
            self._keep(n, content.get("answer"), content.get("levels"), content.get("comment"))
        else:
            self.send({"op": "ack", "n": n, "at": ""})

    def _keep(self, n: int, answer: object, levels: object, comment: object) -> None:
        known = self._answers.get(answer) if isinstance(answer, str) else None
        if known is None:
            raise CourseError("this answer is not among those that are read here; run the notebook again")
        if not isinstance(levels, dict) or not isinstance(comment, str):
            raise CourseError("the levels could not be read; set them once more")
        at = self._desk.keep(known["id"], levels, comment)
        now = {"levels": levels, "comment": comment, "at": at}
        known.update(now)  # in place: nobody is sent all answers anew because one of them was read
        self.send({"op": "changed", "changes": [{"op": "levels", "n": n, "answer": known["id"], **now}]})
        self.send({"op": "ack", "n": n, "at": at})
