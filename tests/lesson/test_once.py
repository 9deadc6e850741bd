"""One Check marks once and looks passages up once, whoever else is looking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.lesson import ask, begin, compare, predict, read
from coursekit.sessions import store

if TYPE_CHECKING:
    from tests.lesson.conftest import Page


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often an answer was marked, and passages were looked up, by question."""
    found: dict[str, int] = {}

    def count(name: str) -> None:
        whole = getattr(store, name)

        def counting(*args: Any) -> Any:
            found[name] = found.get(name, 0) + 1
            return whole(*args)

        monkeypatch.setattr(store, name, counting)

    count("mark")
    count("passages")
    return found


def test_one_check_marks_once_and_looks_passages_up_once(page: Page, counted: dict[str, int]) -> None:
    begin("00")
    ask("00-place")
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer={"choice": "b"}, check=True)
    assert counted == {"mark": 1, "passages": 1}
    page.tell(page.widget(), n=2, op="answer", answer={"choice": "a"}, check=True)
    assert counted == {"mark": 2, "passages": 2}


def test_a_prediction_that_opens_a_text_is_marked_once(page: Page, counted: dict[str, int]) -> None:
    read("BOX", after="00-expect")
    compare("00-expect")
    predict("00-expect")
    page.tell(page.widget(), n=1, op="answer", answer={"text": "A complaint."}, check=True)
    assert counted == {"mark": 1, "passages": 1}


def test_a_draft_draws_no_mark(page: Page, counted: dict[str, int]) -> None:
    ask("00-place")
    page.tell(page.widget(), n=1, op="answer", answer={"choice": "b"}, check=False)
    assert counted == {}
