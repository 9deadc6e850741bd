"""A reader's session with an invented text, and what stands in for the course's store."""

# ruff: noqa: ARG002 - what stands in for the store takes what the store takes, and says what it says

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.sessions.reader import ReaderSession
from coursekit.spans import make_span
from tests.spans.span_texts import one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.journal import Event

TEXT = "At first many came. Later many left."
SPAN = make_span(one(TEXT), "p1", 9, 13).to_json()
LOST = make_span(one("Now they are gone."), "p1", 0, 3).to_json()
FULL = "work/journal.jsonl: no space left; free some and mark again"
KEY = {"spans": [{"id": "k1", "quote": "many"}], "agreement": {"passages": [], "extra": [], "found": 0, "of": 1}}


def mark(n: int = 1, **other: Any) -> dict[str, Any]:
    """Return a mark; ``other`` replaces what of it is to be different."""
    whole = {"id": f"{n:032x}", "source": "LET", "task": "01", "tag": "QUANT", "comment": "", "spans": [SPAN]}
    return {**whole, **other}


def setup(**other: Any) -> dict[str, Any]:
    """Return what a reader begins with."""
    return {
        "source": {"siglum": "LET", "title": "Letter", "short": "the letter"},
        "editions": [{"name": "guide", "label": "Guide", "paragraphs": [{"id": "p1", "text": TEXT}]}],
        "links": {},
        "tags": [{"id": "QUANT", "name": "Quantity"}, {"id": "TURN", "name": "Turn"}],
        "task": {"id": "01", "prompt": "Mark.", "about": 3, "committed": False},
        "locked": "",
        "readonly": False,
        **other,
    }


class Book:
    """Keeps marks as the course's store does, in memory."""

    def __init__(self, lost: list[dict[str, Any]] | None = None) -> None:
        self.kept: list[tuple[Any, ...]] = []
        self.news: list[dict[str, Any]] = []
        self.marks: dict[str, dict[str, Any]] = {}
        self.lost = {each["annotation"]["id"]: each for each in lost or ()}
        self.trouble: Exception | None = None
        self.fresh: list[str] = []

    def _keep(self, *what: Any) -> str:
        if self.trouble:
            raise self.trouble
        self.kept.append(what)
        return "14:02"

    def add(self, annotation: dict[str, Any], origin: object = None) -> str:
        at = self._keep("add", annotation)
        if annotation["id"] not in self.marks:
            self.news.append({"op": "add", "annotation": annotation})
        return at

    def change(self, annotation_id: str, changes: dict[str, Any], origin: object = None) -> str:
        at = self._keep("change", annotation_id, changes)
        self.news.append({"op": "change", "id": annotation_id, "changes": changes})
        return at

    def remove(self, annotation_id: str, origin: object = None) -> str:
        at = self._keep("remove", annotation_id)
        self.news.append({"op": "remove", "id": annotation_id})
        return at

    def commit(self, task: str) -> dict[str, Any]:
        self._keep("commit", task)
        return KEY

    def changes(self) -> list[dict[str, Any]]:
        news, self.news = self.news, []
        for each in news:
            name = each["annotation"]["id"] if each["op"] == "add" else each["id"]
            lost = self.lost.pop(name, {}).get("annotation", {})
            if each["op"] == "remove":
                self.marks.pop(name, None)
            else:
                new = each.get("annotation") or each["changes"]
                self.marks[name] = {**lost, **self.marks.get(name, {}), **new}
        return news

    def placed(self) -> tuple[list[Any], list[Any]]:
        return list(self.marks.values()), list(self.lost.values())

    def look(self, origin: object = None) -> None:
        self.fresh.append("looked")

    def unlock(self, origin: object = None) -> str:
        return self._keep("unlock")

    def copy(self, name: str, data: bytes) -> list[str]:
        self._keep("copy", name, data)
        return [f"“{name}” is \ud800 the letter."]

    def touched(self, news: Sequence[Event], *, own: bool) -> bool:
        return not own and any(each.event == "annotate" for each in news)

    def opens(self, news: Sequence[Event]) -> bool:
        return any(each.event == "opened" for each in news)


class Talk:
    """A session, and what it says."""

    def __init__(self, book: Book, **other: Any) -> None:
        self.said: list[dict[str, Any]] = []
        self.session = ReaderSession(setup(**other), book, "test")

    def hear(self, content: object, *buffers: bytes) -> list[str]:
        self.said = self.session.handle(content, buffers)
        return [message["op"] for message in self.said]

    def why(self) -> str:
        return str(self.said[-1]["why"])
