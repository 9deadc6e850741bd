"""A lesson's cells on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.lesson.host import host
from coursekit.site.host import Page
from coursekit.site.reading import pages
from coursekit.site.running import call_in, is_settled, run
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.html import Safe
    from coursekit.site.host import Place
    from coursekit.site.reading import SitePage


def test_what_a_cell_shows_is_called_by_its_place(lesson: SitePage, fresh: None) -> None:
    page = Page("lesson")
    before = host()
    run(page, lesson.code)
    assert host() is before
    assert {name.partition("-")[0] for name in page.shown} == {str(at) for at, _ in lesson.code}
    kinds = [view.kind for view in page.views.values()]
    assert kinds == ["question", "reader", "question", "question", "reader"]
    assert set(page.views) <= set(page.shown)


def test_a_page_says_that_work_is_kept_in_the_browser_and_speaks_of_no_folder(course: Path, fresh: None) -> None:
    page = Page("lesson")
    run(page, [(1, 'from coursekit.lesson import begin\nbegin("00")')])
    assert "is kept at once in this browser and sent nowhere" in page.shown["1-0"]
    assert "folder" not in page.shown["1-0"]


def test_what_a_cell_says_is_never_run(course: Path, fresh: None, tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    foreign = [
        f"open({str(touched)!r}, 'w')",
        f"from coursekit.lesson import ask\nask(open({str(touched)!r}, 'w'))",
        "from coursekit.lesson import desk\ndesk()",
        "from os import system\nsystem('true')",
    ]
    page = Page("lesson")
    run(page, enumerate(foreign))
    assert [call_in(source) for source in foreign] == [None] * len(foreign)
    assert page.shown == {}
    assert not touched.exists()


def test_a_mistake_in_a_cell_is_a_line_on_the_page(course: Path, fresh: None) -> None:
    page = Page("lesson")
    run(page, [(3, 'from coursekit.lesson import ask\nask("00-no-such")')])
    assert "This cannot be shown." in page.shown["3-0"]


def test_a_button_shows_what_comes_of_it() -> None:
    from coursekit.errors import CourseError
    from coursekit.html import tag

    page = Page("exercise")
    answers = iter([CourseError("not yet <b>"), tag("p", "here it is")])

    def do() -> object:
        found = next(answers)
        if isinstance(found, CourseError):
            raise found
        return found

    press = page.button("Show it", do)  # type: ignore[arg-type]
    page.show_live(tag("p", "static"), press)
    press.hear({"op": "other"}, [])
    assert page.take_told() == []
    press.hear({"op": "press"}, [])
    assert "not yet &lt;b&gt;" in page.take_told()[0]["content"]["html"]
    press.hear({"op": "press"}, [])
    assert press.traits() == {"label": "Show it", "html": "<p>here it is</p>"}


class Watched(Page):
    """A page that knows what may be shown anew on it."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.changing: list[str] = []

    def show(self, shown: Safe, *, changes: bool) -> Place | None:
        place = super().show(shown, changes=changes)
        self.changing += [shown.markup] if changes else []
        return place


@pytest.mark.usefixtures("this_course")
def test_what_a_worker_leaves_as_it_was_built_is_neither_alive_nor_changes(
    fresh: None, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(ROOT))
    shown = 0
    for unit in pages(ROOT):
        page = Watched(unit.unit)
        run(page, [(at, source) for at, source in unit.code if is_settled(source)])
        assert (page.views, page.changing) == ({}, []), unit.name
        shown += len(page.shown)
    assert shown > 50
