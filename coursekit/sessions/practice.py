"""A practice test being taken: what its page may say, and what comes of it. Nothing is marked before all is in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.practice import words
from coursekit.practice.forms import LEVELS, PARTS
from coursekit.practice.judging import checked, fitting, points
from coursekit.practice.loading import forms
from coursekit.practice.sittings import sittings
from coursekit.sessions.practice_view import form_view
from coursekit.sessions.session import Session, Stale, ack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coursekit.journal import Event
    from coursekit.practice.forms import Form
    from coursekit.practice.sittings import Sitting
    from coursekit.sessions.protocol import PracticeNow
    from coursekit.sessions.store import Store

_TURNS = ("practice-begun", "practice-handed")  # events after which a page is another one
OVER = "this form is handed over already; load the page anew to see what came of it"


class PracticeSession(Session):
    """The practice test of one learner.

    Parameters
    ----------
    store
        Where what the learner does is kept.
    draw
        Draws which of the forms comes first.

    Raises
    ------
    CourseError
        When a form cannot be read, or the course has none.
    """

    def __init__(self, store: Store, draw: Callable[[Sequence[str]], str] = secrets.choice) -> None:
        super().__init__()
        self.store = store
        self._draw = draw
        self.forms: Mapping[str, Form] = forms(store.course.folders)
        if not self.forms:
            raise CourseError("practice: this course has no practice test; its forms belong in lessons/practice")

    def traits(self) -> dict[str, Any]:
        """Return what a page is given."""
        return {"course": f"{self.store.course.name}-practice", "setup": self.now()}

    def now(self) -> PracticeNow:
        """Return the practice test as it stands."""
        found = self._sittings()
        return {
            "op": "now",
            "stage": self._stage(found),
            "minutes": max(form.minutes for form in self.forms.values()),
            "forms": [form_view(self.forms[each.form], each) for each in found],
            "told": words.told(self.forms, found),
        }

    def hear(self, news: Sequence[Event], origin: object = None) -> list[PracticeNow]:
        """Return what pages are told of what was done elsewhere."""
        turned = origin is not self and any(event.event in _TURNS for event in news)
        if turned:
            self.needs_twin(Stale.NOW)
        return [self.now()] if turned else []

    def take(self, n: int, message: dict[str, Any]) -> list[Any]:
        """Keep what was done; begun, handed over and rated the page is told all anew."""
        takes = {
            "begin": self._begin,
            "open": self._open,
            "answer": self._answer,
            "hand-over": self._hand_over,
            "rate": self._rate,
        }
        take = takes.get(str(message.get("op")))
        if take is None:
            raise CourseError(self.unknown)
        at = take(message)
        self.store.notify_views(self)
        if message["op"] in ("open", "answer"):
            return [ack(n, at)]
        self.needs_twin(Stale.NOW)
        return [ack(n, at), self.now()]

    def _begin(self, _message: dict[str, Any]) -> str:
        found = self._sittings()
        left = sorted(set(self.forms) - {each.form for each in found})
        if not left or any(not each.handed for each in found):
            return found[-1].at if found else ""  # another window was quicker
        name = self._draw(left)
        return self.store.write("practice-begun", form=name, version=self.forms[name].version).at

    def _open(self, message: dict[str, Any]) -> str:
        form, sitting = self._form(message)
        paper, part = str(message.get("paper")), message.get("part")
        if form.paper(paper) is None or part not in PARTS:
            raise CourseError("this form has no such paper; run this page again")
        step = (paper, str(part))
        if sitting.handed or step in sitting.steps:
            return sitting.at
        return self.store.write("practice-opened", form=form.id, paper=paper, part=part).at

    def _answer(self, message: dict[str, Any]) -> str:
        form, sitting = self._form(message)
        answer = checked(form, message.get("item"), message.get("answer"))
        if sitting.handed:
            raise CourseError(OVER)
        return self.store.write("practice-answer", form=form.id, item=message["item"], answer=answer).at

    def _hand_over(self, message: dict[str, Any]) -> str:
        form, sitting = self._form(message)
        if sitting.handed:
            return sitting.handed
        # What was chosen in a form that has changed since may have been another option: it is not scored.
        reached = {} if sitting.outdated(form) else points(form, fitting(form, sitting.answers))
        return self.store.write("practice-handed", form=form.id, version=form.version, points=reached).at

    def _rate(self, message: dict[str, Any]) -> str:
        form, sitting = self._form(message)
        item, level = form.item(str(message.get("item"))), message.get("level")
        fits = item is not None and not item.keyed and type(level) is int and 0 <= level < LEVELS
        if item is None or not fits or not sitting.handed:
            raise CourseError("that level cannot be set here; run this page again")
        return self.store.write("practice-rated", form=form.id, item=item.id, level=level).at

    def _form(self, message: dict[str, Any]) -> tuple[Form, Sitting]:
        """Return the form that a message is about; it must have been begun."""
        name = str(message.get("form"))
        sitting = next((each for each in self._sittings() if each.form == name), None)
        if sitting is None:
            raise CourseError("this form has not been begun; run this page again")
        return self.forms[name], sitting

    def _sittings(self) -> list[Sitting]:
        """Return what was begun of the forms that there are."""
        events = self.store.course.journal.read().events
        return [each for each in sittings(events) if each.form in self.forms]

    def _stage(self, found: Sequence[Sitting]) -> Any:
        if not found:
            return "start"
        if any(not each.handed for each in found):
            return "sitting"
        return "done" if len(found) == len(self.forms) else "between"
