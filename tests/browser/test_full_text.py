"""Whoever holds a copy of a document adds it: the full text stands beside the guide, and marks go over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.cli import sources
from tests.browser.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.harness import Lab, Learner

TASK = "01-layers"
QUOTED = "18 July 1960"  # the date at the foot (LET p15)


@pytest.fixture
def own_copies(lab: Lab, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The four documents, added as a learner adds them."""
    monkeypatch.setenv("COURSEKIT_COURSE", str(lab.course))
    monkeypatch.setenv("COURSEKIT_WORK", str(lab.work))
    assert sources.run(["add", str(documents)]) == 0


@pytest.mark.usefixtures("own_copies")
def test_guide_and_full_text_in_turn_side_by_side_and_not_in_what_is_saved(lab: Lab, learner: Learner) -> None:
    name = lab.lesson("96-text", "# Text", f'from coursekit.lesson import annotate\nannotate("{TASK}")')
    learner.open(name)
    learner.run(widgets=1)
    desk = Desk(learner)
    expect(desk.words("p15")).to_be_visible()
    desk.mark("p15", QUOTED, "DATE-RECORD")
    desk.mark("p15", "A date again", "DATE-RECORD")
    assert sorted(desk.coloured()) == [QUOTED, "A date again"]

    views = desk.root.get_by_role("group", name="Which text to show")
    views.get_by_role("radio", name="Full text").check()
    expect(desk.words("p15")).to_have_count(0)
    expect(desk.words("p15", "text")).to_have_text(QUOTED)
    learner.wait(lambda: desk.coloured() == [QUOTED])
    expect(desk.notes("p15").filter(has_text="A date again")).to_contain_text("in the calendar only")

    desk.mark("m7", "SAPMO DY 30/3605/25-27", "ARCHIVE-REF", edition="text")
    assert lab.marks(TASK)[-1]["spans"][0]["edition"] == "text"
    views.get_by_role("radio", name="Both").check()
    for edition in ("guide", "text"):
        expect(desk.words("m7", edition)).to_be_visible()
    assert sorted(desk.coloured()) == [QUOTED, QUOTED, "A date again", *["SAPMO DY 30/3605/25-27"] * 2]
    views.get_by_role("radio", name="Calendar").check()
    learner.wait(lambda: sorted(desk.coloured()) == [QUOTED, "A date again", "SAPMO DY 30/3605/25-27"])

    views.get_by_role("radio", name="Full text").check()
    whole = desk.words("p4", "text").evaluate("node => node.textContent")
    learner.save()
    assert len(whole.split()) > 60
    assert whole[:120] not in str(lab.notebook(name))
