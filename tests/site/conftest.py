"""A page's worker without a browser: the small course, and the cells of its lesson."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.site.reading import SitePage, pages
from tests.lesson.conftest import fresh, no_loop, restart

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.site.worker import Worker

__all__ = ["fresh", "no_loop", "restart"]


@pytest.fixture
def lesson(course: Path) -> SitePage:
    """The small course's lesson."""
    (found,) = pages(course)
    return found


def opened(worker: Worker, page: SitePage) -> dict[str, Any]:
    """Open a page; return the traits of its views, by what they show."""
    told = json.loads(worker.open(page.unit, json.dumps(page.code)))
    views = [each for each in told if each["type"] == "traits"]
    return {_shows(each["traits"]): each for each in views}


def _shows(traits: dict[str, Any]) -> str:
    setup = traits.get("setup", {})
    return str(traits["view"]["id"] if "view" in traits else (setup.get("task") or {}).get("id") or "text")
