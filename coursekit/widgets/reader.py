"""The Reader widget: a text with marks beside it, and the keeper behind it that writes them down.

What a learner does arrives as numbered messages, one change each, and is acknowledged only once the
keeper has it on disk. Changes go round to all views; nothing is ever sent whole again. The trait `setup`
follows silently, for views that are made later (a page reloaded while the kernel lives).

to the kernel    ``{"n", "op": "add", "annotation"}``, ``{"n", "op": "change", "id", "changes"}``,
                 ``{"n", "op": "remove", "id"}``, ``{"n", "op": "commit"}``, ``{"n", "op": "open"}``,
                 ``{"n": 0, "op": "refresh", "revision"}``,
                 ``{"n", "op": "copy", "name", "size", "at"}`` with a piece of the file as its buffer
from the kernel  ``{"op": "ack", "n", "at"}``, ``{"op": "refused", "n", "why"}``,
                 ``{"op": "changed", "revision", "changes": [{"op": "add" | "change" | "remove", …}]}``,
                 ``{"op": "key", "spans", "agreement"}``, ``{"op": "unlocked"}``,
                 ``{"op": "copied", "n", "lines"}``: what became of a file, in plain sentences,
                 ``{"op": "state", "annotations", "unplaced", "committed", "locked", "revision", "editions", "links"}``
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Protocol

import anywidget
import traitlets

from coursekit.errors import CourseError
from coursekit.sessions.chunked_upload import ChunkedUpload
from coursekit.sessions.message_order import MessageOrder
from coursekit.sessions.shown import apply_changes
from coursekit.spans import Annotation, Span, read_changes, well_formed
from coursekit.widgets.assets import asset

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST = 2**53  # whole numbers of the front end end here
_LONGEST_NAME = 200


class Keeper(Protocol):
    """Writes down what a reader does, and knows what stands. Raises `CourseError` for what it cannot take.

    Taking the same change twice must be harmless: a browser sends again what was not acknowledged.
    """

    def add(self, annotation: dict[str, Any]) -> str:
        """Keep a mark (JSON of `coursekit.spans.Annotation`); return when it was on disk (ISO time)."""

    def change(self, annotation_id: str, changes: dict[str, Any]) -> str:
        """Keep a new tag, comment or spans of a mark; return when it was on disk."""

    def remove(self, annotation_id: str) -> str:
        """Keep that a mark is gone; return when that was on disk."""

    def commit(self, task: str) -> dict[str, Any]:
        """Keep that the reader has finished, once, and return ``{"spans", "agreement"}`` as things stand."""

    def refresh(self) -> list[dict[str, Any]]:
        """Return what others have changed since the last call."""

    def unlock(self) -> str:
        """Keep that the reader chose to read without predicting; return when that was on disk."""

    def copy(self, name: str, data: bytes) -> list[str]:
        """Take in a file that may be the reader's own copy of a source; return what it is, in plain sentences."""


class Reader(anywidget.AnyWidget):
    """One text as a desk to read and mark at.

    Parameters
    ----------
    setup
        What is shown: ``source``, ``editions``, ``links``, ``tags``, ``task``, ``annotations``, ``unplaced``,
        ``locked``, ``readonly``. Taken over as a copy; unpaired surrogates in it are replaced.
    keeper
        Who writes down.
    course
        Names the course, so that two courses in one browser keep apart what is not yet saved.
    """

    _esm = asset("reader.js")
    _css = asset("reader.css")
    setup = traitlets.Dict().tag(sync=True)

    def __init__(self, setup: dict[str, Any], keeper: Keeper, course: str = "") -> None:
        self._keeper = keeper
        super().__init__(setup={**_clean(copy.deepcopy(setup)), "course": course, "revision": 0})
        self._tags = frozenset(tag["id"] for tag in self.setup.get("tags", ()))
        self._upload = ChunkedUpload()
        self._order = MessageOrder()
        self.on_msg(self._hear)

    def unlock(self) -> None:
        """Open the text: the prediction it waited for has been made."""
        if self.setup.get("locked"):
            self.setup["locked"] = ""
            self.setup["revision"] += 1
            self.send({"op": "unlocked"})

    def refresh(self) -> None:
        """Show what others have written down meanwhile: another kernel, another reader of this text."""
        self._tell(self._keeper.refresh())

    def lay_out(self, **parts: Any) -> None:
        """Show other ``editions`` (with their ``links``, ``annotations`` and ``unplaced``): a full text has come."""
        self.setup.update(_clean(copy.deepcopy(parts)))
        self.setup["revision"] += 1
        self._send_state()

    def _hear(self, _widget: object, content: object, buffers: Sequence[memoryview | bytes]) -> None:
        n = content.get("n") if isinstance(content, dict) else None
        if not isinstance(content, dict) or type(n) is not int or not 0 <= n < _LARGEST:
            return
        if content.get("op") == "copy":
            self._copy(n, content, buffers)
            return
        try:
            with self._order.take(n) as in_time:
                self._take(n, content, in_time=in_time or n == 0)
        except CourseError as error:
            self.send({"op": "refused", "n": n, "why": str(error)})
        except Exception as error:  # noqa: BLE001 - a learner is told in one line, whatever it was
            why = f"the course could not keep this ({type(error).__name__}); tell your instructor"
            self.send({"op": "refused", "n": n, "why": why})

    def _copy(self, n: int, content: dict[str, Any], buffers: Sequence[memoryview | bytes]) -> None:
        """Take a piece of a file; say what it is once it is whole."""
        name = str(content.get("name") or "the file")[:_LONGEST_NAME]
        try:
            data = self._upload.take(n, content, buffers)
            if data is None:
                return
            lines = self._keeper.copy(name, data)
        except CourseError as error:
            lines = [f"“{name}” was not added: {error}."]
        except Exception as error:  # noqa: BLE001 - a learner is told in one line, whatever it was
            lines = [f"“{name}” was not added: the course could not read it ({type(error).__name__})."]
        self.send(_clean({"op": "copied", "n": n, "lines": lines}))

    def _take(self, n: int, content: dict[str, Any], *, in_time: bool) -> None:
        op = content.get("op")
        if not in_time:
            self.send({"op": "ack", "n": n, "at": ""})
            return
        if op == "refresh":
            self.refresh()
            if content.get("revision") not in (None, self.setup["revision"]):
                self._send_state()
            return
        if op == "open":
            self.send({"op": "ack", "n": n, "at": self._keeper.unlock()})
            self.unlock()
            return
        if op == "commit":
            self._commit(n)
            return
        change, at = self._edit(content)
        self._tell([change])
        self.send({"op": "ack", "n": n, "at": at})

    def _edit(self, content: dict[str, Any]) -> tuple[dict[str, Any], str]:
        if self.setup.get("readonly"):
            raise CourseError("this text is only shown here; marks are made where it is read")
        op = content.get("op")
        if op == "add":
            annotation = self._checked(content.get("annotation"))
            return {"op": "add", "annotation": annotation}, self._keeper.add(annotation)
        subject = content.get("id")
        if not isinstance(subject, str):
            raise CourseError("the change names no mark; make it once more")
        if op == "remove":
            return {"op": "remove", "id": subject}, self._keeper.remove(subject)
        if op == "change":
            changes = read_changes(content.get("changes"), self.setup["source"]["siglum"], self._tags)
            self._on_their_words(changes.get("spans", ()))
            return {"op": "change", "id": subject, "changes": changes}, self._keeper.change(subject, changes)
        raise CourseError("this version of the course does not know that change; run the lesson again")

    def _checked(self, value: object) -> dict[str, Any]:
        annotation = Annotation.from_json(value, self._tags)
        task = (self.setup.get("task") or {}).get("id", "")
        if (annotation.source, annotation.task) != (self.setup["source"]["siglum"], task):
            raise CourseError("this mark belongs to another text or task; run the lesson again and make it once more")
        self._on_their_words(annotation.to_json()["spans"])
        return annotation.to_json()

    def _on_their_words(self, spans: Any) -> None:
        for each in spans:
            span = Span.from_json(each)
            text = self._text(span.edition, span.paragraph)
            if text is None or text[span.start : span.end] != span.quote:
                raise CourseError(f"{span.source} {span.paragraph}: the text is not as it was; run the lesson again")

    def _text(self, edition: str, paragraph: str) -> str | None:
        shown = (each for one in self.setup["editions"] if one["name"] == edition for each in one["paragraphs"])
        return next((each["text"] for each in shown if each["id"] == paragraph), None)

    def _commit(self, n: int) -> None:
        task = self.setup.get("task")
        if not task:
            raise CourseError("there is no task here that could be finished")
        key = self._keeper.commit(task["id"])
        if not task.get("committed"):
            task["committed"] = True
            self.setup["revision"] += 1
        if n:
            self.send({"op": "ack", "n": n, "at": key.get("at", "")})
        self.send({**_clean(key), "op": "key"})

    def _tell(self, changes: list[dict[str, Any]]) -> None:
        news = apply_changes(self.setup, changes)
        if news:
            self.setup["revision"] += 1
            self.send({"op": "changed", "changes": news, "revision": self.setup["revision"]})

    def _send_state(self) -> None:
        names = ("annotations", "unplaced", "locked", "revision", "editions", "links")
        committed = bool((self.setup.get("task") or {}).get("committed"))
        self.send({"op": "state", "committed": committed, **{name: self.setup.get(name) for name in names}})


def _clean(value: Any) -> Any:
    """Replace unpaired surrogates everywhere: no message to a browser can hold them."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value
