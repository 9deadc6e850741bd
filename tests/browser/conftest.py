"""One JupyterLab and one Chromium for all browser tests; a fresh learner for each."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser.harness import Lab, Learner, chromium_browser, running_lab
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def lab_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab on a copy of the whole course: lessons and sources as they are shipped."""
    course = tmp_path_factory.mktemp("lab") / "course"
    for part in ("lessons", "sources"):
        shutil.copytree(ROOT / part, course / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with running_lab(course, course / "work") as lab:
        yield lab


@pytest.fixture
def lab(lab_session: Lab) -> Lab:
    """JupyterLab with nothing done yet: no journal, fresh copies."""
    lab_session.reset()
    return lab_session


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, chromium_browser(playwright, chromium) as found:
        yield found


@pytest.fixture
def learner(lab: Lab, browser: Browser) -> Iterator[Learner]:
    """A learner at a wide screen; the test fails when the page complained."""
    with_page = browser.new_context(viewport={"width": 1280, "height": 900})
    found = Learner(lab, with_page.new_page())
    yield found
    with_page.close()
    assert found.complaints == []


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where a test may leave pictures."""
    return tmp_path
