"""A lesson as it is shipped: what it asks for, a right answer to each of it, and all of it in the journal."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from coursekit.annotation.keys import load_key
from coursekit.build.notebook import WIDGET_VIEW
from coursekit.journal import Journal, answers, committed
from coursekit.questions import typical
from tests.conftest import ROOT

if TYPE_CHECKING:
    from coursekit.questions import Question
    from tests.browser.desk import Desk
    from tests.browser.harness import Lab, Learner

SHIPPED = [path.stem for path in sorted((ROOT / "lessons").glob("[0-9]*.ipynb"))]
ASKING = ("ask", "predict", "reflect")
CALL = re.compile(r"^(\w+)\(\"([^\"]+)\"", re.MULTILINE)


@dataclass
class Lesson:
    """What a lesson asks for, in its order: ``("ask", "00-diary")``, ``("read", "LET")``."""

    name: str
    calls: list[tuple[str, str]]
    widgets: int

    def asked(self) -> list[str]:
        """Return its questions."""
        return [what for verb, what in self.calls if verb in ASKING]

    def tasks(self) -> list[str]:
        """Return its tasks."""
        return [what for verb, what in self.calls if verb == "annotate"]


def lesson(lab: Lab, name: str) -> Lesson:
    """Read what a lesson asks for."""
    cells = json.loads((lab.course / "lessons" / f"{name}.ipynb").read_bytes())["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    calls = [(found[1], found[2]) for cell in code for found in CALL.finditer("".join(cell["source"]))]
    outputs = [output for cell in code for output in cell["outputs"]]
    return Lesson(name, calls, sum(WIDGET_VIEW in output.get("data", {}) for output in outputs))


def best(question: Question) -> dict[str, Any]:
    """Return an answer that is right; of a text, words."""
    if question.kind == "text":
        return {"text": "The letter says it (LET p7), the catalogue only sums it up; who else says so is open."}
    right = [answer for answer, state in typical(question) if state == "right"]
    return min(right, key=lambda answer: len(answer.get("spans", [])))


def mark_and_finish(desk: Desk, task: str) -> None:
    """Mark one passage of a task, and lay one's marks beside the expert's."""
    key = load_key(desk.learner.lab.course / "lessons" / "keys" / f"{task}.toml")
    first = next(span for span in key.spans if not span.optional)
    if desk.root.get_by_role("button", name="I have finished").is_visible():
        desk.mark(first.paragraph, first.quote, first.tags[0])
        desk.finish()
    expect(desk.root.locator(".ck-compare .ck-head")).to_contain_text("Where you and the expert meet")


def recorded(lab: Lab, todo: Lesson) -> None:
    """Expect all of a lesson in the journal."""
    assert Journal(lab.work / "journal.jsonl").read().set_aside == ()
    assert missing(lab, todo) == []


def missing(lab: Lab, todo: Lesson) -> list[str]:
    """Return what of a lesson the journal does not have."""
    events = Journal(lab.work / "journal.jsonl").read().events
    given = answers(events)
    ran = {event.data["lesson"] for event in events if event.event == "ran"}
    return [
        *(f"not checked: {each}" for each in todo.asked() if each not in given or not given[each].checked),
        *(f"not finished: {task}" for task in todo.tasks() if task not in committed(events)),
        *(["never run"] if todo.name[:2] not in ran else []),
    ]


def sound(learner: Learner) -> None:
    """Expect that nothing complains: no cell, no widget, not JupyterLab."""
    said = learner.page.locator(".jp-Notebook:visible").inner_text()
    for complaint in ("Traceback", "This cannot be shown", "Error displaying widget"):
        assert complaint not in said
    assert learner.page.locator(".jp-RenderedText[data-mime-type$='.stderr']").count() == 0
    assert learner.dialogs() == []
