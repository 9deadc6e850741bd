"""Packages that are fetched late, where that fails: the page goes on, and it is tried again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.site import late
from coursekit.study.review import threads as module
from coursekit.study.review.threads import threads
from tests.study.review.lamps import DAY_ONE, ITEMS, tried

if TYPE_CHECKING:
    from pathlib import Path

MISSING = "Error: lamps.zip: 404"


class Server:
    """One that has nothing until it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked, self.has = folder, [], False  # type: tuple[Path, list[str], bool]

    def fetch(self, name: str) -> None:
        self.asked.append(name)
        if not self.has:
            raise RuntimeError(MISSING)
        (self.folder / "lamps_lit.py").write_text("LIT = 3\n", encoding="utf-8")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    found = Server(tmp_path)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(late, "ARCHIVES", {"lamps": (("lamps",), ("lamps_lit",)), "review": (("fsrs",), ("fsrs",))})
    late.fetch_with(found.fetch)
    return found


def test_what_cannot_be_fetched_cannot_be_imported_and_is_fetched_when_next_wanted(server: Server) -> None:
    for _ in range(2):
        with pytest.raises(ImportError, match=r"lamps_lit could not be fetched: Error: lamps\.zip: 404$"):
            __import__("lamps_lit")
    server.has = True
    try:
        assert __import__("lamps_lit").LIT == 3
    finally:
        sys.modules.pop("lamps_lit", None)
    assert server.asked == ["lamps"] * 3


def test_the_schedule_says_no_word_of_a_terminal_where_it_cannot_be_fetched(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    module._scheduler.cache_clear()
    monkeypatch.delitem(sys.modules, "fsrs", raising=False)
    for _ in range(2):
        with pytest.raises(CourseError, match="could not be looked up; load this page again"):
            threads([tried("01-a", "wrong", 0)], ITEMS, DAY_ONE)
    assert server.asked == ["review"] * 2
    module._scheduler.cache_clear()
