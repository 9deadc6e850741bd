"""A student's hands on a page of the pages edition: going on, answering what waits, doing tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from coursekit.course import Course
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.pointing import drag
from tests.browser.swift import judge, put
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

# The first card or task that is in sight and waits, as [a question's id, a task's id].
_WAITS = """() => {
  const cards = document.querySelectorAll("main .ck-question, main .ck-door[data-task]");
  const first = [...cards].find((card) => card.checkVisibility() && ["open", "begun"].includes(card.dataset.state));
  return first ? [first.dataset.question ?? "", first.dataset.task ?? ""] : null;
}"""
COURSE = Course(ROOT)


@dataclass
class Hands:
    """Somebody at a lesson or an exercise."""

    page: Page
    course: Course = field(default_factory=lambda: COURSE)

    @property
    def line(self) -> Locator:
        """The line of progress."""
        return self.page.locator("div.ck-progress")

    @property
    def learner(self) -> Any:
        """What cards and desks ask of a learner."""
        return SimpleNamespace(page=self.page, lab=SimpleNamespace(course=self.course.root))

    def card(self, question: str) -> Card:
        """Return a question."""
        return Card(self.learner, self.course.question(question))

    def waiting(self) -> tuple[str, str] | None:
        """Return the first card or task in sight that waits: a question's id and a task's; None where none does."""
        found = self.page.evaluate(_WAITS)
        return (found[0], found[1]) if found else None

    def goes_on(self) -> bool:
        """Press Next; tells whether there was anything to go on to."""
        following = self.line.locator(".ck-progress-next")
        if following.get_attribute("aria-disabled") == "true":
            return False
        following.click()
        return True

    def answer(self, question: str, given: dict[str, Any], *, by_hand: bool = False) -> str:
        """Give an answer, have it checked, and return the state it got; a text is judged where it has a rubric."""
        card = self.card(question)
        card.give(given) if by_hand else put(card, given)
        card.button.click()
        expect(card.root).to_have_attribute("data-answered", "true")
        expect(card.root).to_have_attribute("data-state", re.compile("right|partly|wrong|human"))
        if card.question.kind == "text" and card.root.locator(".ck-rubric-row:visible").count():
            judge(card, 2)
            card.button.click()
            expect(card.button).to_have_text("Kept")
        return card.root.get_attribute("data-state") or ""

    def do(self, task: str) -> None:
        """Mark one passage of a task with the mouse, and lay the expert's marks beside it."""
        doors = self.page.locator(".ck-door").evaluate_all("doors => doors.map((door) => door.dataset.task)")
        desk = Desk(self.learner, doors.index(task))
        span = next(span for span in self.course.key(task).spans if not span.optional)
        drag(desk.words(span.paragraph), span.quote)
        desk.tag(span.tags[0])
        desk.saved()
        desk.finish()
        expect(desk.root.locator(".ck-compare .ck-head")).to_contain_text("Where you and the expert meet")
        expect(desk.door).to_have_attribute("data-state", "finished")

    def show_everything(self) -> None:
        """Open all that comes later."""
        self.page.locator(".ck-progress-menu summary").click()
        self.page.get_by_role("button", name="Show everything").click()

    def hand_in(self, name: str) -> Path:
        """Make the file of a hand-in, and download it."""
        form = self.page.locator(".ck-hand-in")
        folded = self.page.locator(".ck-hand-in-fold:not([open]) > summary")
        if folded.count():
            folded.click()
        form.get_by_role("textbox", name="In whose name?").fill(name)
        form.get_by_role("button", name="Make the file").click()
        with self.page.expect_download() as taken:
            form.get_by_role("link", name="Download").click()
        return taken.value.path()


def states(page: Page) -> dict[str, str]:
    """Return the state of every card on a page, by its question."""
    found: dict[str, str] = page.locator("main .ck-question").evaluate_all(
        "cards => Object.fromEntries(cards.map((card) => [card.dataset.question, card.dataset.state]))"
    )
    return found
