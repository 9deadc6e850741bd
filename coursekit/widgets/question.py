"""The Question widget: a card in the notebook, and the desk behind it that keeps and marks answers.

What a learner does arrives as numbered messages and is acknowledged only once the desk has kept it.
What comes of it goes back as messages too; the trait ``saved`` follows silently, for views that are
made later (a page reloaded while the kernel lives).

to the kernel    ``{"n", "op": "answer", "answer", "check"}``, ``{"n", "op": "hint", "step"}``,
                 ``{"op": "passages", "refs"}``
from the kernel  ``{"op": "ack", "n", "at"}``, ``{"op": "refused", "n", "why"}``,
                 ``{"op": "mark", "n", "mark", "passages"}``, ``{"op": "passages", "passages"}``,
                 ``{"op": "hints", "hints"}``,
                 ``{"op": "changed", "changes": [{"op": "answer", "n", "answer", "at", "mark", "passages"}]}``
"""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

import anywidget
import traitlets

from coursekit.errors import CourseError
from coursekit.questions.answers import unfit
from coursekit.sessions.message_order import MessageOrder
from coursekit.widgets.assets import asset

MOST_REFS = 20
_LARGEST = 2**53  # whole numbers of the front end end here


class Desk(Protocol):
    """Keeps answers, and marks those that are to be checked."""

    def answer(self, question_id: str, answer: dict[str, Any], check: bool) -> dict[str, Any]:  # noqa: FBT001
        """Keep an answer and return ``{"at", "mark", "passages"}``.

        ``at`` is when it was safe on disk (ISO time, or ready words as ``14:02``); ``mark`` is the mark as
        plain data where ``check`` asked for one, else None; ``passages`` is what its feedback links to,
        as ``{"LET p11": {"text", "quotes", "title"}}``. Raises `CourseError` when it was not kept.
        """


@runtime_checkable
class Passages(Protocol):
    """A desk that can also look passages up before anything was answered."""

    def passages(self, question_id: str, refs: list[str]) -> dict[str, Any]:
        """Return what these references name, one entry a paragraph; unknown ones are left out."""


@runtime_checkable
class Hints(Protocol):
    """A desk that gives hints, one after another, and notes that they were taken."""

    def hint(self, question_id: str, step: int) -> dict[str, Any]:
        """Return ``{"at", "hints"}`` with all hints up to this one. Raises `CourseError` when not noted."""


class Question(anywidget.AnyWidget):
    """One question as a card.

    Parameters
    ----------
    view
        What the front end may know: prompt, options…, never a key.
    desk
        Who keeps and marks.
    saved
        What was answered before: ``{"answer", "mark" or None, "at", "passages"}``. With ``at`` as an ISO
        time, a browser knows which is newer, this or what it could not save last time.
    course
        Names the course, so that two courses in one browser keep apart what is not yet saved.
    """

    _esm = asset("question.js")
    _css = asset("question.css")
    view = traitlets.Dict().tag(sync=True)
    saved = traitlets.Dict().tag(sync=True)
    course = traitlets.Unicode("").tag(sync=True)

    def __init__(self, view: dict[str, Any], desk: Desk, saved: dict[str, Any] | None = None, course: str = "") -> None:
        self._desk = desk
        self._order = MessageOrder()
        super().__init__(view=view, saved=saved or {}, course=course)
        self.on_msg(self._hear)

    def show(self, saved: dict[str, Any]) -> None:
        """Show an answer that was given elsewhere, in another kernel or window."""
        self.saved = saved
        self._tell_changed(0)

    def _should_send_property(self, key: str, value: object) -> bool:
        # Every edit would send the whole answer back, although those who look on are told by message.
        return key != "saved" and bool(super()._should_send_property(key, value))

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        if not isinstance(content, dict):
            return
        if content.get("op") == "passages":
            self._look_up(content.get("refs"))
            return
        n = content.get("n")
        if type(n) is not int or not 0 < n < _LARGEST:
            return
        try:
            with self._order.take(n) as in_time:
                self._take(n, content, in_time=in_time)
        except CourseError as error:
            self.send({"op": "refused", "n": n, "why": str(error)})
        except Exception as error:  # noqa: BLE001 - a learner is told in one line, whatever it was
            why = f"the course could not keep this answer ({type(error).__name__}); tell your instructor"
            self.send({"op": "refused", "n": n, "why": why})

    def _take(self, n: int, content: dict[str, Any], *, in_time: bool) -> None:
        op = content.get("op")
        if op == "hint":
            self._hint(n, content.get("step"))
        elif op != "answer":
            # Unanswered, it would hold up all that comes after it.
            raise CourseError("this version of the course does not know that change; run the lesson again")
        elif in_time:
            self._keep(n, content.get("answer"), check=content.get("check") is True)
        else:
            self.send({"op": "ack", "n": n, "at": self.saved.get("at", "")})

    def _keep(self, n: int, answer: object, *, check: bool) -> None:
        if not isinstance(answer, dict):
            raise CourseError("the answer could not be read; answer once more")
        if trouble := unfit(answer):
            raise CourseError(trouble)
        kept = self._desk.answer(str(self.view.get("id", "")), answer, check)
        mark = kept.get("mark") if check else self._lasting_mark()
        passages = kept.get("passages") or self.saved.get("passages", {})
        hints = {key: value for key, value in self.saved.items() if key == "hints"}
        self.saved = {"answer": answer, "mark": mark, "at": kept["at"], "passages": passages, **hints}
        self._tell_changed(n)
        self.send({"op": "ack", "n": n, "at": kept["at"]})
        if check:
            self.send({"op": "mark", "n": n, "mark": mark, "passages": passages})

    def _hint(self, n: int, step: object) -> None:
        if not isinstance(self._desk, Hints) or type(step) is not int:
            raise CourseError("there are no hints to this question")
        given = self._desk.hint(str(self.view.get("id", "")), step)
        self.saved = {**self.saved, "hints": given["hints"]}
        self.send({"op": "ack", "n": n, "at": given["at"]})
        self.send({"op": "hints", "hints": given["hints"]})

    def _lasting_mark(self) -> dict[str, Any] | None:
        """Return the mark that outlives a change: that of a text, which says only that it was handed over."""
        mark = self.saved.get("mark")
        return mark if isinstance(mark, dict) and mark.get("state") == "human" else None

    def _tell_changed(self, n: int) -> None:
        self.send({"op": "changed", "changes": [{"op": "answer", "n": n, **self.saved}]})

    def _look_up(self, refs: object) -> None:
        if not isinstance(refs, list) or not isinstance(self._desk, Passages):
            return
        asked = [ref for ref in refs[:MOST_REFS] if isinstance(ref, str)]
        try:
            found = self._desk.passages(str(self.view.get("id", "")), asked)
        except Exception:  # noqa: BLE001 - the card says by itself that nothing came
            return
        self.send({"op": "passages", "passages": found})
