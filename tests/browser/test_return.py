"""The kernel dies, the page is closed, the learner comes back: all is as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from coursekit.questions import Question, Questions
from tests.browser.cards import Card
from tests.browser.desk import Desk
from tests.browser.pointing import drag
from tests.browser.waiting import DIALOGS

if TYPE_CHECKING:
    from tests.browser.harness import Lab, Learner

PREDICTION, SINGLE, TASK = "01-expect", "01-recipient", "01-layers"
CELLS = (
    f'from coursekit.lesson import predict\npredict("{PREDICTION}")',
    f'from coursekit.lesson import ask\nask("{SINGLE}")',
    f'from coursekit.lesson import annotate\nannotate("{TASK}")',
    'from coursekit.lesson import begin\nbegin("01")',
)
KEPT_HERE = "Not saved yet. It is kept in this browser"
KEPT = """() => {
  const [key] = Object.keys(localStorage).filter((each) => each.startsWith("coursekit:outbox:"));
  return JSON.parse(localStorage.getItem(key) ?? "[]").at(-1)?.m.answer.text ?? "";
}"""


def test_all_is_there_after_the_kernel_was_killed(lab: Lab, learner: Learner) -> None:
    name = lab.lesson("94-return", "# Return", *CELLS)
    prediction, single, desk = cards(learner)
    learner.open(name)
    learner.run(widgets=3)
    prediction.give({"text": "They will blame the hosts."})
    prediction.check()
    answer = single.an_answer("wrong")
    single.give(answer)
    single.check()
    desk.mark("m7", "SAPMO DY 30/3605/25-27", "ARCHIVE-REF")
    desk.notes("m7").get_by_role("textbox", name="Comment").fill("where it lay")
    learner.wait(lambda: lab.marks(TASK)[0]["comment"] == "where it lay")
    marks = lab.marks(TASK)

    learner.crash()
    desk.notes("m7").get_by_role("textbox", name="Comment").fill("where it lay, in Berlin")
    prediction.root.get_by_role("textbox").fill("They will blame the hosts, and thank the readers.")
    expect(prediction.root.locator(".ck-status")).to_contain_text(KEPT_HERE)
    expect(desk.root.locator(".ck-status")).to_contain_text(KEPT_HERE)
    assert lab.marks(TASK) == marks, "what was not saved is not called saved"

    learner.page.goto("about:blank")
    learner.open(name)
    learner.run(widgets=3)
    expect(prediction.root.get_by_role("textbox")).to_have_value("They will blame the hosts, and thank the readers.")
    expect(single.root.locator(f"input[value='{answer['choice']}']")).to_be_checked()
    expect(single.root.locator(".ck-feedback")).to_contain_text("Not quite")
    expect(desk.notes("m7")).to_contain_text("where it lay, in Berlin")
    assert desk.coloured() == ["SAPMO DY 30/3605/25-27"]
    desk.saved()
    learner.wait(lambda: lab.marks(TASK)[0]["comment"] == "where it lay, in Berlin")
    learner.wait(lambda: "thank the readers" in str(lab.answer(PREDICTION)))
    assert learner.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('coursekit:outbox'))") == []
    assert learner.dialogs() == []


def test_what_was_done_while_the_kernel_was_dead_is_saved_when_the_lesson_runs_again(
    lab: Lab, learner: Learner
) -> None:
    _, single, desk = cards(learner)
    learner.open(lab.lesson("94-return", "# Return", *CELLS))
    learner.run(widgets=3)
    desk.mark("p15", "18 July 1960", "DATE-RECORD")
    learner.crash()
    single.give({"choice": "b"})
    drag(desk.words("m7"), "SAPMO DY 30/3605/25-27")
    desk.tag("ARCHIVE-REF")
    expect(single.root.locator(".ck-status")).to_contain_text(KEPT_HERE)
    expect(desk.root.locator(".ck-status")).to_contain_text(KEPT_HERE)
    learner.run(widgets=3)
    learner.wait(lambda: len(lab.marks(TASK)) == 2)
    learner.wait(lambda: lab.answer(SINGLE) == {"choice": "b"})
    desk.saved()
    single.kept()


def test_a_kernel_that_dies_while_one_types_costs_no_letter(lab: Lab, learner: Learner) -> None:
    page = learner.page
    name = lab.lesson("94-return", "# Return", *CELLS[:1])
    learner.open(name)
    learner.run(widgets=1)
    field = cards(learner)[0].root.get_by_role("textbox")
    field.click()
    restarting = page.evaluate_handle(DIALOGS)
    page.keyboard.type("Before. ")
    assert lab.kill_kernels() == 1
    typed = "Before. "
    while not restarting.evaluate("(seen) => seen.length"):
        page.keyboard.type("on ")
        typed += "on "
    page.keyboard.type("and after")
    typed += "and after"
    expect(field).to_have_value(typed)
    expect(field).to_be_focused()
    assert learner.dialogs() == []
    assert page.evaluate(KEPT).endswith("and after"), "with the last letter, not after a rest"
    page.goto("about:blank")
    learner.open(name)
    learner.run(widgets=1)
    expect(field).to_have_value(typed)
    learner.wait(lambda: lab.answer(PREDICTION) == {"text": typed})


def cards(learner: Learner) -> tuple[Card, Card, Desk]:
    questions: dict[str, Question] = Questions(learner.lab.course).by_id
    return Card(learner, questions[PREDICTION]), Card(learner, questions[SINGLE]), Desk(learner)
