"""The same lesson in two windows: what is done in one appears in the other, and neither overwrites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from coursekit.questions import Questions
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.harness import learner_of

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab, Learner

TASK, QUESTION = "01-layers", "01-recipient"
CELLS = (
    f'from coursekit.lesson import ask\nask("{QUESTION}")',
    f'from coursekit.lesson import annotate\nannotate("{TASK}")',
)


def test_a_mark_in_one_window_appears_in_the_other(lab: Lab, learner: Learner, context: BrowserContext) -> None:
    name = lab.lesson("95-two", "# Two windows", *CELLS)
    question = Questions(lab.course).by_id[QUESTION]
    learner.open(name)
    learner.run(widgets=2)
    one = Desk(learner)
    one.mark("m7", "SAPMO DY 30/3605/25-27", "ARCHIVE-REF")
    with learner_of(lab, context) as second:
        second.open(name)
        second.run(widgets=2)
        two = Desk(second)
        expect(two.notes("m7")).to_have_count(1)
        two.mark("m10", "Original Uploaded Date", "LOST")
        expect(one.notes("m10")).to_have_count(1)
        one.mark("p15", "18 July 1960", "DATE-RECORD")
        expect(two.notes("p15")).to_have_count(1)
        one.open_note("m10")
        one.notes("m10").get_by_role("button", name="Remove").click()
        expect(two.notes("m10")).to_have_count(0)
        wanted = ["18 July 1960", "SAPMO DY 30/3605/25-27"]
        for desk in (one, two):
            learner.wait(lambda desk=desk: sorted(desk.coloured()) == wanted)
            desk.saved()
        assert sorted(mark["spans"][0]["quote"] for mark in lab.marks(TASK)) == wanted

        here, there = Card(learner, question), Card(second, question)
        here.give({"choice": "b"})
        expect(there.root.locator("input[value=b]")).to_be_checked()
        there.give({"choice": "a"})
        expect(here.root.locator("input[value=a]")).to_be_checked()
        learner.wait(lambda: lab.answer(QUESTION) == {"choice": "a"})


def test_the_same_lesson_under_two_names_has_two_kernels_and_one_memory(
    lab: Lab, learner: Learner, context: BrowserContext
) -> None:
    first, other = lab.lesson("95-two", "# Two windows", *CELLS), lab.lesson("95-copy", "# A copy", *CELLS)
    learner.open(first)
    learner.run(widgets=2)
    with learner_of(lab, context) as second:
        second.open(other)
        second.run(widgets=2)
        assert len(lab.kernels()) == 2
        one, two = Desk(learner), Desk(second)
        one.mark("m7", "SAPMO DY 30/3605/25-27", "ARCHIVE-REF")
        two.mark("m10", "Original Uploaded Date", "LOST")
        assert len(lab.marks(TASK)) == 2
        # A kernel looks when its window is looked at.
        for desk in (one, two):
            desk.learner.page.evaluate("window.dispatchEvent(new Event('focus'))")
            learner.wait(lambda desk=desk: len(desk.coloured()) == 2)
