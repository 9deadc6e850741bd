"""The practice test as a cell shows it, and where it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.lesson import end, home, offering, practice
from coursekit.lesson.practising import HERE
from tests.practice.made_up import BEST, lay_out_forms
from tests.sittings import cut
from tests.study.journals import answered, at, write

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.journal import Event
    from tests.lesson.conftest import Page


@pytest.fixture(autouse=True)
def forms(page: Page, course: Path) -> None:
    cut(course)
    lay_out_forms(course)


def taken(form: str, minute: float, *, handed: bool = True) -> list[Event]:
    begun = at(minute, "practice-begun", form=form, version=1)
    points = {f"{form}-{n}": 4 for n in (1, 2, 3, 4)}
    over = at(minute + 1, "practice-handed", form=form, version=1, points=points)
    return [begun, over] if handed else [begun]


ALL_DONE = [each for n, name in enumerate(("00-expect", "00-place", "00-where")) for each in answered(n + 1, name)]
FINISHED = [*ALL_DONE, at(8, "committed", task="00-marks")]


def test_the_cell_shows_a_widget_and_a_twin_that_is_always_the_same(page: Page, restart: Any) -> None:
    practice()
    assert page.last.words == HERE
    first, widget = page.last.html, page.widget()
    assert widget.setup["stage"] == "start"
    assert page.tell(widget, op="begin", n=1)[-1]["stage"] == "sitting"
    assert page.last.words.startswith("You have begun a form.")
    restart()
    practice()
    assert page.last.html != first


def test_what_came_of_a_form_can_be_read_without_a_kernel(page: Page) -> None:
    practice()
    widget = page.widget()
    form = page.tell(widget, op="begin", n=1)[-1]["forms"][0]["form"]
    for n, answer in BEST.items():
        page.tell(widget, op="answer", n=1 + int(n), form=form, item=f"{form}-{n}", answer=answer)
    page.tell(widget, op="hand-over", n=9, form=form)
    assert "20 of 20 points" in page.last.words


def test_a_course_without_forms_is_one_plain_line(page: Page, course: Path) -> None:
    for path in (course / "lessons" / "practice").iterdir():
        path.unlink()
    practice()
    assert "no practice test" in page.last.words


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([], offering.BEFORE),
        (answered(1, "00-place"), ""),
        (taken("a", 1, handed=False), offering.BEGUN),
        ([*taken("a", 1), *answered(3, "00-place")], ""),
        ([*taken("a", 1), *FINISHED], offering.AFTER),
        (FINISHED, ""),
        ([*taken("a", 1), *FINISHED, *taken("b", 20)], ""),
    ],
)
def test_home_offers_it_before_and_after_and_never_in_between(
    page: Page, work: Path, events: list[Event], said: str
) -> None:
    write(work / "journal.jsonl", events)
    home()
    html = page.outputs[0].html
    assert ("practice.ipynb" in html) is bool(said)
    assert said in page.outputs[0].words


def test_home_says_nothing_where_there_is_no_such_page(page: Page, course: Path) -> None:
    (course / "lessons" / "practice.md").unlink()
    home()
    assert "practice" not in page.outputs[0].html


def test_the_end_of_the_course_leads_to_the_second_form_and_then_tells_the_gain(page: Page, work: Path) -> None:
    end()
    assert "practice" not in page.last.html
    write(work / "journal.jsonl", taken("a", 1))
    end()
    assert 'href="practice.ipynb"' in page.last.html
    assert "Take the second form" in page.last.words
    write(work / "journal.jsonl", [*taken("a", 1), *taken("b", 20)])
    end()
    assert "Before: 16 of 16 points. After: 16 of 16" in page.last.words
