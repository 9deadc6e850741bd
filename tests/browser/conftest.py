"""One JupyterLab and one Chromium for all browser tests; a fresh learner for each."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser.harness import READY, Lab, Learner, learner_of, running_lab
from tests.browser.lamp import lamp_lab
from tests.browser.pages import SUB, build, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="session")
def lab_session(this_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab on a copy of the whole course: lessons, exercises and sources as they are shipped."""
    course = tmp_path_factory.mktemp("lab") / "course"
    for part in ("lessons", "sources", "exercises", "solutions"):
        shutil.copytree(this_course / part, course / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with running_lab(course, course / "work") as lab:
        yield lab


@pytest.fixture
def lab(lab_session: Lab) -> Lab:
    """JupyterLab with nothing done yet: no journal, fresh copies."""
    lab_session.reset()
    return lab_session


@pytest.fixture(scope="session")
def address(this_course: Path, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages edition of this course is served, as its command builds it; nothing there is changed."""
    root = tmp_path_factory.mktemp("served")
    build(root / SUB)
    with served(root) as found:
        yield found


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser profile, so that JupyterLab is fetched once; what a learner leaves in it is thrown away."""
    found = browser.new_context()
    found.set_default_timeout(READY)
    yield found
    found.close()


@pytest.fixture
def learner(lab: Lab, context: BrowserContext) -> Iterator[Learner]:
    """A learner at a wide screen who has done nothing yet; the test fails when the page complained."""
    with learner_of(lab, context) as found:
        yield found


@pytest.fixture(scope="module")
def module_learner(lab_session: Lab, context: BrowserContext) -> Iterator[Learner]:
    """A learner for tests of one module that share an open lesson; each begins it anew, or has its own part of it."""
    lab_session.reset()
    with learner_of(lab_session, context) as found:
        yield found


@pytest.fixture(scope="module")
def lamp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab on the invented course for the pane beside a lesson."""
    with lamp_lab(tmp_path_factory.mktemp("lamp")) as lab:
        yield lab
