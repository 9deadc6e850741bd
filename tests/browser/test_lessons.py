"""Every lesson as it is shipped: it opens, one press lays it out, and nothing complains."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.build.notebook import WIDGET_VIEW
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.browser.harness import Lab, Learner

SHIPPED = sorted((ROOT / "lessons").glob("*.ipynb"))


@pytest.mark.parametrize("name", [path.stem for path in SHIPPED])
def test_a_lesson_is_laid_out_by_one_press(lab: Lab, learner: Learner, name: str) -> None:
    cells = json.loads((lab.course / "lessons" / f"{name}.ipynb").read_bytes())["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    learner.open(name)
    learner.run(widgets=sum(WIDGET_VIEW in output.get("data", {}) for output in outputs))
    assert learner.dialogs() == []
    said = learner.page.locator(".jp-Notebook").inner_text()
    assert "Error displaying widget" not in said
    assert "Traceback" not in said
    assert learner.page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert [event["event"] for event in lab.journal()] == ["ran"]
