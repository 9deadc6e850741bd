"""One text being read and marked: what its readers may say, and what comes of it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Protocol

from coursekit.errors import CourseError
from coursekit.sessions.chunked_upload import ChunkedUpload
from coursekit.sessions.session import AGAIN, LARGEST, Session, Stale, ack
from coursekit.spans import Annotation, Span, read_changes, well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.journal import Event

_LONGEST_NAME = 200


class Annotations(Protocol):
    """Writes marks down and knows what stands: `coursekit.sessions.annotation_store`, or a test's.

    Each raises `CourseError` for what it cannot take. Taking the same change twice must be harmless: a browser sends
    again what was not acknowledged. Views but that of ``origin`` are told.
    """

    def add(self, annotation: dict[str, Any], origin: object = None) -> str:
        """Keep a mark (JSON of `coursekit.spans.Annotation`); return when it was on disk (ISO time)."""

    def change(self, annotation_id: str, changes: dict[str, Any], origin: object = None) -> str:
        """Keep a new tag, comment or spans of a mark; return when it was on disk."""

    def remove(self, annotation_id: str, origin: object = None) -> str:
        """Keep that a mark is gone; return when that was on disk."""

    def changes(self) -> list[dict[str, Any]]:
        """Return what has changed since this was last asked, whoever changed it."""

    def placed(self) -> tuple[list[Any], list[Any]]:
        """Return the marks, as of the last `changes`, and those without a place."""

    def commit(self, task: str) -> dict[str, Any]:
        """Keep that the reader has finished, once, and return ``{"spans", "agreement"}`` as things stand."""

    def look(self, origin: object = None) -> None:
        """See what others have written down."""

    def unlock(self, origin: object = None) -> str:
        """Keep that the reader chose to read without predicting; return when that was on disk."""

    def copy(self, name: str, data: bytes) -> list[str]:
        """Take in a file that may be the reader's own copy of a source; return what it is, in plain sentences."""

    def touched(self, news: Sequence[Event], *, own: bool) -> bool:
        """Tell whether marks are among what is new."""

    def opens(self, news: Sequence[Event]) -> bool:
        """Tell whether what is new opens a text that waited for a prediction."""


class ReaderSession(Session):
    """One text as a place to read and mark at.

    Parameters
    ----------
    setup
        What is shown beside the marks: ``source``, ``editions``, ``links``, ``tags``, ``task``, ``locked``,
        ``readonly``. Taken over as a copy; unpaired surrogates in it are replaced.
    annotations
        Who writes down.
    course
        Names the course, so that two courses in one browser keep apart what is not yet saved.
    """

    least = 0
    fault = "the course could not keep this ({}); tell your instructor"

    def __init__(self, setup: dict[str, Any], annotations: Annotations, course: str = "") -> None:
        super().__init__()
        self._annotations = annotations
        self._setup = {**_clean(copy.deepcopy(setup)), "course": course, "revision": 0}
        self._tags = frozenset(tag["id"] for tag in setup.get("tags", ()))
        self._upload = ChunkedUpload()
        self._unseen = False  # the twin holds the whole text: it is drawn when one looks, not at every mark

    @property
    def setup(self) -> dict[str, Any]:
        """All that a reader shows, as it is now (`coursekit.sessions.protocol.ReaderSetup`)."""
        marks, lost = self._annotations.placed()
        return {**self._setup, "annotations": marks, "unplaced": lost}

    def traits(self) -> dict[str, Any]:
        """Return what a reader is given."""
        return {"setup": self.setup}

    def hear(self, news: Sequence[Event], origin: object = None) -> list[Any]:
        """Return what readers are told of what is new in the journal."""
        told = self._news() if self._annotations.touched(news, own=origin is self) else []
        return [*told, *(self._unlocked() if self._annotations.opens(news) else ())]

    def lay_out(self, **parts: Any) -> list[Any]:
        """Show other ``editions`` with their ``links``: a full text has come."""
        self._setup.update(_clean(copy.deepcopy(parts)))
        self._setup["revision"] += 1
        return [self._state()]

    def overhear(self, message: dict[str, Any], buffers: Sequence[memoryview | bytes]) -> list[Any] | None:
        """Take a piece of a file; say what it is once it is whole."""
        n = message.get("n")
        if message.get("op") != "copy" or type(n) is not int or not 0 <= n < LARGEST:
            return None
        name = str(message.get("name") or "the file")[:_LONGEST_NAME]
        try:
            data = self._upload.take(n, message, buffers)
            if data is None:
                return []
            lines = self._annotations.copy(name, data)
        except CourseError as error:
            lines = [f"“{name}” was not added: {error}."]
        except Exception as error:  # noqa: BLE001 - a learner is told in one line, whatever it was
            lines = [f"“{name}” was not added: the course could not read it ({type(error).__name__})."]
        return [_clean({"op": "copied", "n": n, "lines": lines})]

    def take(self, n: int, message: dict[str, Any]) -> list[Any]:
        """Keep a change, or look what is new."""
        match message.get("op"):
            case "refresh":
                return self._refresh(message.get("revision"))
            case "open":
                return [ack(n, self._annotations.unlock(self)), *self._unlocked()]
            case "commit":
                return self._commit(n)
        at = self._edit(message)
        return [*self._news(), ack(n, at)]

    def _refresh(self, revision: object) -> list[Any]:
        self._annotations.look(self)
        told = self._news()
        self._looked()
        missed = revision not in (None, self._setup["revision"])
        return [*told, self._state()] if missed else told

    def _looked(self) -> None:
        if self._unseen:
            self._unseen = False
            self.needs_twin(Stale.NOW)

    def _edit(self, message: dict[str, Any]) -> str:
        if self._setup.get("readonly"):
            raise CourseError("this text is only shown here; marks are made where it is read")
        op = message.get("op")
        if op == "add":
            return self._annotations.add(self._checked(message.get("annotation")), self)
        subject = message.get("id")
        if not isinstance(subject, str):
            raise CourseError("the change names no mark; make it once more")
        if op == "remove":
            return self._annotations.remove(subject, self)
        if op == "change":
            changes = read_changes(message.get("changes"), self._setup["source"]["siglum"], self._tags)
            self._on_their_words(changes.get("spans", ()))
            return self._annotations.change(subject, changes, self)
        raise CourseError(self.unknown)

    def _checked(self, value: object) -> dict[str, Any]:
        annotation = Annotation.from_json(value, self._tags)
        task = (self._setup.get("task") or {}).get("id", "")
        if (annotation.source, annotation.task) != (self._setup["source"]["siglum"], task):
            raise CourseError(f"this mark belongs to another text or task; {AGAIN} and make it once more")
        self._on_their_words(annotation.to_json()["spans"])
        return annotation.to_json()

    def _on_their_words(self, spans: Any) -> None:
        for each in spans:
            span = Span.from_json(each)
            text = self._text(span.edition, span.paragraph)
            if text is None or text[span.start : span.end] != span.quote:
                raise CourseError(f"{span.source} {span.paragraph}: the text is not as it was; {AGAIN}")

    def _text(self, edition: str, paragraph: str) -> str | None:
        shown = (each for one in self._setup["editions"] if one["name"] == edition for each in one["paragraphs"])
        return next((each["text"] for each in shown if each["id"] == paragraph), None)

    def _commit(self, n: int) -> list[Any]:
        task = self._setup.get("task")
        if not task:
            raise CourseError("there is no task here that could be finished")
        key = self._annotations.commit(task["id"])
        if not task.get("committed"):
            task["committed"] = True
            self._setup["revision"] += 1
        self._looked()
        told = {**_clean(key), "op": "key"}
        return [ack(n, key.get("at", "")), told] if n else [told]

    def _news(self) -> list[Any]:
        changes = self._annotations.changes()
        if not changes:
            return []
        self._unseen = True
        self._setup["revision"] += 1
        return [{"op": "changed", "changes": changes, "revision": self._setup["revision"]}]

    def _unlocked(self) -> list[Any]:
        if not self._setup.get("locked"):
            return []
        self._setup["locked"] = ""
        self._setup["revision"] += 1
        self._unseen = True
        return [{"op": "unlocked"}]

    def _state(self) -> dict[str, Any]:
        now = self.setup
        names = ("annotations", "unplaced", "locked", "revision", "editions", "links")
        committed = bool((now.get("task") or {}).get("committed"))
        return {"op": "state", "committed": committed, **{name: now.get(name) for name in names}}


def _clean(value: Any) -> Any:
    """Replace unpaired surrogates everywhere: no message to a browser can hold them."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value
