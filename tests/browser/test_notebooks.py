"""The course as notebooks beside its pages: from a page to its notebook, and an answer that is there after a reload."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.cli.lite.tools import Tools, is_there
from coursekit.course import Course
from tests.browser.pages import START, SUB, Site, build, card, served
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.cards import Card

pytestmark = pytest.mark.usefixtures("this_course")

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
COUNT = "import csv; print(sum(1 for row in csv.DictReader(open('data/figures.csv'))), 'rows')"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is served: the pages edition with its notebooks, as its command builds it."""
    if not is_there(Tools(ROOT)) and os.environ.get("CI") != "true":  # there its command fetches it
        not_run("JupyterLite not installed (python3 course.py site --with-lab)")
    root = tmp_path_factory.mktemp("with-lab")
    build(root / SUB, "--with-lab")
    return root


@pytest.fixture(scope="module")
def with_lab(chromium: str, built: Path) -> Iterator[str]:
    """Where it is served."""
    with served(built) as found:
        yield found


def figure(page: Page) -> Card:
    found = card(page, Course(ROOT).exercises["07-numbers"].questions[0])
    expect(found.root.get_by_role("textbox").first).to_be_visible(timeout=START)
    return found


def test_a_page_leads_to_its_notebook_where_an_answer_stays(browser: Browser, with_lab: str) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    site = Site(context, with_lab)
    page = site.open("exercises/07-numbers.html")
    assert page.evaluate("performance.getEntriesByType('resource').every(({ name }) => !name.includes('/lab/'))")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.get_by_role("link", name="Open as a notebook").click()
    asked = figure(page)
    asked.root.get_by_role("textbox").first.fill("1500")
    asked.check()
    expect(asked.root).to_have_attribute("data-state", re.compile("partly|wrong"))
    page.locator(".ck-progress-menu summary").click()
    page.get_by_role("button", name="Show everything").click()
    page.locator(".jp-CodeCell", has_text="# your own lines").locator(".cm-content").fill(COUNT)
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".jp-OutputArea-output", has_text="14 rows").first).to_be_visible()
    page.reload()
    expect(figure(page).root.get_by_role("textbox").first).to_have_value("1500")
    assert site.outside == []
    by = "navigator.serviceWorker.controller.scriptURL"
    assert page.evaluate(by).startswith(f"{with_lab}/{SUB}/lab/service-worker.js")
    page.goto(f"{with_lab}/{SUB}/index.html")
    assert page.evaluate(by) == f"{with_lab}/{SUB}/offline.js"  # as before: JupyterLite has left it alone
    context.close()


@pytest.mark.slow
def test_nothing_that_a_notebook_s_page_asks_for_is_on_another_host(built: Path) -> None:
    lab = built / SUB / "lab"
    page = (lab / "lab" / "index.html").read_text()
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']*""", page) == []
    for path in lab.rglob("*.css"):
        assert re.findall(r"url\([\"']?(?:https?:)?//[^)]*", path.read_text()) == [], path
    config = json.loads((lab / "jupyter-lite.json").read_bytes())["jupyter-config-data"]
    assert "http" not in json.dumps([config["litePluginSettings"], config["federated_extensions"]])
    assert (lab / config["litePluginSettings"][KERNEL]["pyodideUrl"]).is_file()
    kept = json.loads((built / SUB / "site.json").read_bytes())["files"]
    assert not [name for name in kept if name.startswith(("lab/", "_/lab-"))]
