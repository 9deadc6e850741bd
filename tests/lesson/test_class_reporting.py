"""A notebook shows the report on a class without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.lesson import class_report
from coursekit.places import CLASS_COPY
from tests.seminar.report.six import ANSWERS, hand_in, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


@pytest.fixture
def handed(page: Page, course: Path, work: Path) -> Path:
    lay_out(course)
    hand_in(course, work / "hand-ins")
    return work / "hand-ins"


def test_the_report_stands_in_the_cell_and_names_nobody(page: Page, handed: Path) -> None:
    class_report()
    (shown,) = page.outputs
    assert "Plan for the next hour" in shown.words
    assert "6 people, 11 hand-ins" in shown.words
    assert not any(name in str(shown.data) for name in ANSWERS)


def test_with_a_class_list_people_are_joined_by_it(page: Page, handed: Path, work: Path) -> None:
    (work / "class.csv").write_text("Name\n" + "\n".join([*ANSWERS][:5]), encoding="utf-8")
    class_report(listed="class.csv")
    (shown,) = page.outputs
    assert "5 people, 10 hand-ins" in shown.words
    assert "nobody’s on the class list: fewer than 5" in shown.words
    assert not any(name in str(shown.data) for name in ANSWERS)


def test_a_class_list_that_is_not_there_is_told(page: Page, handed: Path) -> None:
    class_report(listed="none.csv")
    assert "none.csv: cannot be opened" in page.last.words


@pytest.mark.parametrize("folder", ["nowhere", "x" * 5000, "a\0b"])
def test_a_folder_that_is_not_there_is_told(page: Page, handed: Path, folder: str) -> None:
    class_report("hand-ins", folder)
    assert "No hand-ins are here yet" in page.last.words


def test_a_class_copy_has_no_report(page: Page, handed: Path, course: Path) -> None:
    (course / CLASS_COPY).write_text("{}", encoding="utf-8")
    class_report()
    assert "this is a class copy" in page.last.words
