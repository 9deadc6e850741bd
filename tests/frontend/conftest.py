"""One page of question cards for the tests of a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.frontend.browsing import open_page, reopen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def started(browser: Browser) -> Browser:
    return browser


@pytest.fixture(scope="module")
def tab(started: Browser) -> Iterator[Page]:
    opened = open_page(started, viewport={"width": 900, "height": 900})
    yield opened
    opened.context.close()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    tab.evaluate("localStorage.clear()")
    reopen(tab)
    yield tab
    assert tab.errors == []  # type: ignore[attr-defined]
