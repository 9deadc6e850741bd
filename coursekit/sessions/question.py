"""One question being answered: what its cards may say, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from coursekit.errors import CourseError
from coursekit.questions.answers import unfit
from coursekit.sessions.session import Session, Stale, ack
from coursekit.sessions.store import answered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursekit.journal import Event
    from coursekit.sessions.protocol import (
        Ack,
        Changed,
        Hints,
        Mark,
        Marked,
        ParagraphJson,
        Passage,
        PointedText,
        Saved,
    )

MOST_REFS = 20


class Answers(Protocol):
    """Keeps the answers to one question: `coursekit.sessions.answer_store.AnswerStore`, or a test's."""

    def keep(self, answer: dict[str, Any], *, check: bool, origin: object = None) -> Saved:
        """Keep an answer, mark it where ``check`` asks for that, and return it with ``at`` and what came of it.

        Views but that of ``origin`` are told. Raises `CourseError` when it was not kept.
        """

    def saved(self) -> Saved:
        """Return what was answered to the question, whoever wrote it down."""

    def hint(self, step: int) -> tuple[str, list[str]]:
        """Note that a hint was taken; return when, and all hints up to it. Raises `CourseError` when not noted."""

    def text(self) -> tuple[list[ParagraphJson], str]:
        """Return the paragraphs that one points into; none, and why, while they are not open yet."""

    def passages(self, refs: list[str]) -> dict[str, Passage]:
        """Return what these references name, one entry a paragraph; unknown ones are left out."""


class QuestionSession(Session):
    """One question.

    Parameters
    ----------
    view
        What a card may know: prompt, options…, never a key.
    answers
        Who keeps and marks.
    saved
        What was answered before. With ``at`` as an ISO time, a browser knows which is newer, this or what it could
        not save last time.
    course
        Names the course, so that two courses in one browser keep apart what is not yet saved.
    """

    fault = "the course could not keep this answer ({}); tell your instructor"

    def __init__(self, view: dict[str, Any], answers: Answers, saved: Saved | None = None, course: str = "") -> None:
        super().__init__()
        self.view = view
        self.course = course
        self.saved: Saved = saved or {}
        self._answers = answers
        self._refused = False  # the text was asked for, and waits for a prediction

    def traits(self) -> dict[str, Any]:
        """Return what a card is given."""
        return {"view": self.view, "saved": self.saved, "course": self.course}

    def hear(self, news: Sequence[Event], origin: object = None) -> list[Changed | Marked | PointedText]:
        """Return what cards are told of what is new in the journal."""
        name = str(self.view.get("id", ""))
        opened = [told for told in self._text() if not told["locked"]] if self._refused and _opening(news) else []
        if origin is self or name not in answered(news):
            return [*opened]
        self.saved = self._answers.saved()
        self.needs_twin(Stale.NOW if name in answered(news, checked=True) else Stale.IDLE)
        return [*opened, self._marked(0) if self.saved.get("mark") else self._changed(0)]

    def overhear(self, message: dict[str, Any], _buffers: Sequence[memoryview | bytes]) -> list[Any] | None:
        """Look passages up, or the text that one points into, which changes nothing."""
        if message.get("op") == "text":
            return self._text()
        if message.get("op") != "passages":
            return None
        refs = message.get("refs")
        if not isinstance(refs, list):
            return []
        asked = [ref for ref in refs[:MOST_REFS] if isinstance(ref, str)]
        try:
            return [{"op": "passages", "passages": self._answers.passages(asked)}]
        except Exception:  # noqa: BLE001 - the card says by itself that nothing came
            return []

    def take(self, n: int, message: dict[str, Any]) -> list[Ack | Changed | Marked | Hints]:
        """Keep an answer, or note that a hint was taken."""
        match message.get("op"):
            case "answer":
                return self._keep(n, message.get("answer"), check=message.get("check") is True)
            case "hint":
                return self._hint(n, message.get("step"))
        # Unanswered, it would hold up all that comes after it.
        raise CourseError(self.unknown)

    def passed_over(self, n: int) -> Ack:
        """Return what is said to an answer that a later one has overtaken."""
        return ack(n, self.saved.get("at", ""))

    def _text(self) -> list[PointedText]:
        try:
            paragraphs, locked = self._answers.text()
        except Exception:  # noqa: BLE001 - the card says by itself that nothing came
            return []
        self._refused = bool(locked)
        return [{"op": "text", "paragraphs": paragraphs, "locked": locked}]

    def _keep(self, n: int, answer: object, *, check: bool) -> list[Ack | Changed | Marked | Hints]:
        if not isinstance(answer, dict):
            raise CourseError("the answer could not be read; answer once more")
        if trouble := unfit(answer):
            raise CourseError(trouble)
        before = self.saved
        kept = self._answers.keep(answer, check=check, origin=self)
        mark = kept.get("mark") if check else _lasting(before)
        passages = kept.get("passages") or before.get("passages", {})
        self.saved = {"answer": kept.get("answer", answer), "mark": mark, "at": kept["at"], "passages": passages}
        if "hints" in before:
            self.saved["hints"] = before["hints"]
        for told in (before, kept):
            if "sure" in told:
                self.saved["sure"] = told["sure"]
        self.needs_twin(Stale.NOW if check else Stale.IDLE)
        return [ack(n, kept["at"]), self._marked(n)] if check else [self._changed(n), ack(n, kept["at"])]

    def _hint(self, n: int, step: object) -> list[Ack | Changed | Marked | Hints]:
        if type(step) is not int:
            raise CourseError("there are no hints to this question")
        at, hints = self._answers.hint(step)
        self.saved["hints"] = hints
        return [ack(n, at), {"op": "hints", "hints": hints}]

    def _changed(self, n: int) -> Changed:
        now = self.saved
        return {"op": "changed", "n": n, "answer": now["answer"], "at": now["at"], "mark": now["mark"]}

    def _marked(self, n: int) -> Marked:
        now = self.saved
        mark = now["mark"]
        if mark is None:
            raise CourseError("the answer is kept, but it could not be marked; check it once more")
        passages = now.get("passages", {})
        return {"op": "marked", "n": n, "answer": now["answer"], "at": now["at"], "mark": mark, "passages": passages}


def _opening(news: Sequence[Event]) -> bool:
    """Tell whether what is new may have opened a text that waited for a prediction."""
    return any(each.event == "opened" for each in news) or bool(answered(news, checked=True))


def _lasting(saved: Saved) -> Mark | None:
    """Return the mark that outlives a change: that of a text, which says only that it was handed over."""
    mark = saved.get("mark")
    return mark if mark and mark["state"] == "human" else None
