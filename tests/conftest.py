"""What tests share. A part that can't run here is named as not run; with ``CI=true`` it fails."""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
THIS = "The Missing Note"  # the course of the tests that ask for the fixture this_course
LONG = {"browser": "what drives a browser", "slow": "what is marked slow"}
# No stopwatch: how long one case takes says how busy the machine is.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


def not_run(what: str) -> NoReturn:
    """Skip by name where something is missing; fail where nothing may be."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}: must be there with CI=true", pytrace=False)
    pytest.skip(f"not run: {what}")


@pytest.fixture(scope="session")
def this_course() -> Path:
    """The course for which these tests were written, for those that read its own lessons, sources or exercises.

    Beside another course they are not run, by name; all other tests are the kit's, and hold beside any.
    """
    settings = ROOT / "course.toml"
    title = tomllib.loads(settings.read_text(encoding="utf-8")).get("title", "") if settings.is_file() else ""
    if not title.startswith(THIS):
        pytest.skip(f"not run: a test of the course “{THIS}”, and another one is here")
    return ROOT


@pytest.fixture(scope="session")
def documents(this_course: Path) -> Path:
    """The four documents themselves, which are not ours to keep in the repository."""
    named = os.environ.get("COURSEKIT_DOCUMENTS")
    if named == "none":  # where they may not be: no failure, even with CI=true
        pytest.skip("not run: the documents are not here, on purpose (COURSEKIT_DOCUMENTS=none)")
    folder = Path(named) if named else ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        not_run(f"documents not present ({folder})")
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """Node, which builds and tests the front end."""
    found = shutil.which("node")
    return found or not_run("node not installed")


@pytest.fixture(scope="session")
def chromium() -> str:
    """A browser."""
    named = os.environ.get("COURSEKIT_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or not_run("chromium not installed")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, one for all tests: Playwright can be started only once in a process."""
    from playwright.sync_api import expect, sync_playwright

    from tests.browser.harness import READY, chromium_browser

    expect.set_options(timeout=READY)
    with sync_playwright() as playwright, chromium_browser(playwright, chromium) as found:
        yield found


@pytest.fixture(autouse=True)
def nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """Close what a test opened and left: fifty forgotten pages a worker take memory and time from all that follow."""
    if "browser" not in request.fixturenames:
        yield
        return
    browser: Browser = request.getfixturevalue("browser")
    before = set(browser.contexts)  # a module's or a session's own are there by now
    yield
    for context in set(browser.contexts) - before:
        context.close()


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder where a learner's work is kept."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setenv("COURSEKIT_WORK", str(folder))
    return folder


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Path) -> Path:
    """A small course of one source and one lesson, to be changed at will."""
    return lay_out_course(tmp_path / "course", monkeypatch)


def lay_out_course(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the small course and make it the one that ``coursekit`` works on."""
    shutil.copytree(Path(__file__).with_name("tiny"), folder)
    monkeypatch.setenv("COURSEKIT_COURSE", str(folder))
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice of one's own loop: what takes long is left out, and named."""
    parser.addoption("--quick", action="store_true", help="leave out what drives a browser, and what is marked slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and leave the long things out where that was asked for."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        for kind, what in LONG.items():
            if config.getoption("--quick") and item.get_closest_marker(kind):
                item.add_marker(pytest.mark.skip(reason=f"not run: {what}, left out by --quick"))
                break
