"""Whatever is typed in a widget stays in it: the notebook is as it was, and Ctrl+S saves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from coursekit.cli.lab import trust
from tests.browser.cards import one_of_each_kind

if TYPE_CHECKING:
    from tests.browser.harness import Lab, Learner

# Each inserts, cuts, moves or runs something in JupyterLab, with no modifier at all.
KEYS = ("a", "b", "x", "d", "d", "y", "m", "j", "k", "0", "0", "7", "Shift+M", "ArrowUp", "ArrowDown", "ArrowLeft")
LEAVING = ("Enter", "Escape", "b", "d", "d")
CELLS = {"prediction": "predict", "reflection": "reflect"}
# One control of each sort in each widget: so many of them behave alike.
CONTROLS = """() => {
  const seen = new Set();
  const wanted = "input, select, textarea, button, summary, .ck-words[tabindex='0']";
  return [...document.querySelectorAll(".ck")].filter((root) => !root.parentElement.closest(".ck")).flatMap((root) =>
    [...root.querySelectorAll(wanted)].filter((node) => {
      const sort = [root.dataset.question, node.tagName, node.type, node.className].join();
      return node.getClientRects().length > 0 && !seen.has(sort) && seen.add(sort);
    })).map((node, n) => ((node.dataset.tried = n), n));
}"""


@pytest.fixture(scope="module")
def lesson(module_learner: Learner) -> str:
    """A lesson with every sort of control in it, and nothing in its notebook that is protected from slips."""
    lab, learner = module_learner.lab, module_learner
    questions = one_of_each_kind(lab, "00", "01")
    cells = [f'from coursekit.lesson import {(v := CELLS.get(k, "ask"))}\n{v}("{q.id}")' for k, q in questions.items()]
    cells += ['from coursekit.lesson import annotate\nannotate("00-cover-sheet")']
    name = lab.lesson("93-keys", "# Keys", *cells, "The end.")
    path = lab.work / "lessons" / f"{name}.ipynb"
    notebook = json.loads(path.read_bytes())
    for cell in notebook["cells"]:
        del cell["metadata"]["deletable"], cell["metadata"]["editable"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    trust.sign([path], lab.work)
    learner.open(name)
    learner.run(widgets=len(cells))
    return name


def cells(lab: Lab, name: str) -> list[tuple[Any, ...]]:
    return [(each["id"], each["cell_type"], each["source"]) for each in lab.notebook(name)["cells"]]


def test_ctrl_s_saves_from_within_a_field(module_learner: Learner, lesson: str) -> None:
    lab, learner = module_learner.lab, module_learner
    field = learner.page.locator(".ck-question textarea").first
    field.fill("words")
    assert lab.notebook(lesson)["cells"][1]["outputs"] == []
    learner.save()
    assert field.input_value() == "words"
    assert field.evaluate("node => node === document.activeElement")
    assert lab.notebook(lesson)["cells"][1]["outputs"] != []


def test_keys_in_every_control_leave_the_notebook_alone(module_learner: Learner, lesson: str) -> None:
    lab, page, keys = module_learner.lab, module_learner.page, module_learner.page.keyboard
    before = cells(lab, lesson)
    count = len(page.evaluate(CONTROLS))
    assert count > 30
    inside = "document.activeElement?.closest('.ck') !== null"
    for pressed in (KEYS, LEAVING):
        for number in range(count):
            control = page.locator(f"[data-tried='{number}']")
            if not control.is_visible() or control.is_disabled():
                continue  # an earlier key has pressed what hides it
            control.focus()
            for key in pressed:
                if pressed is LEAVING and not page.evaluate(inside):
                    break  # Enter on a button may take it away
                keys.press(key)
            assert pressed is LEAVING or page.evaluate(inside), control.evaluate("node => node.outerHTML")
        module_learner.save()
        assert cells(lab, lesson) == before
        expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(before))
    assert module_learner.dialogs() == []
    # The same key beside the widgets does what JupyterLab does with it: so the above can fail.
    page.get_by_role("heading", name="Keys").click()
    keys.press("b")
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(before) + 1)
