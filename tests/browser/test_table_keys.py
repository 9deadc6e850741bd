"""A table in JupyterLab: what is typed, copied and undone in it stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.harness import Learner


def test_a_table_keeps_its_keys_from_jupyterlab_and_takes_what_is_copied(learner: Learner) -> None:
    page = learner.page
    learner.open(learner.lab.lesson("95-table", "# Table", 'from coursekit.lesson import ask\nask("x09-matrix")'))
    learner.run(widgets=1)
    before = page.locator(".jp-Notebook .jp-Cell").count()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('D\\tS\\r\\nn\\tA\\r\\n')")
    lists = page.locator(".ck-table-fill select")
    lists.first.focus()
    for key in ("a", "Enter", "x", "Shift+Enter"):
        page.keyboard.press(key)
    expect(lists.first).to_be_focused()
    assert lists.evaluate_all("nodes => nodes.map(node => node.value).filter(Boolean)") == ["A", "X"]
    page.keyboard.press("Control+v")
    expect(page.locator(".ck-table-box > .ck-hint")).to_have_text("4 cells filled.")
    page.keyboard.press("Control+z")
    rows = page.locator(".ck-table-fill > tbody > tr:not(.ck-row-told)")
    for row, values in ((0, ["D", "S"]), (1, ["N", "A"])):
        found = rows.nth(row).locator("select").evaluate_all("nodes => nodes.slice(0, 2).map(node => node.value)")
        assert found == values
    assert page.locator(".jp-Notebook .jp-Cell").count() == before
    assert learner.dialogs() == []
