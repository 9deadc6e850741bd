"""A page that is loaded again while JupyterLab's address names no document: the lesson that was in front comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.harness import learner_of
from tests.browser.laid import Laid, lessons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from tests.browser.harness import Lab

TO_FOLDER = "history.replaceState(null, '', location.pathname.replace(/[/][^/]*$/, ''))"


@pytest.fixture
def laid(lab: Lab, context: BrowserContext) -> Iterator[Laid]:
    with lessons(lab), learner_of(lab, context, laid_out=True) as learner:
        yield Laid(learner)


def test_the_lesson_in_front_comes_back_where_the_address_was_lost(laid: Laid) -> None:
    laid.open()
    laid.page.evaluate(TO_FOLDER)
    laid.page.reload()
    laid.ready()
    expect(laid.heading("94 · The pier")).to_be_visible()
    expect(laid.page.locator(".jp-Launcher")).to_have_count(0)
