"""The desk's cell: a static twin for readers, and a widget that is given nothing a notebook's file could keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.lesson import desk
from coursekit.places import CLASS_COPY
from tests.seminar.handed import hand_in, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page


@pytest.fixture
def handed(page: Page, course: Path, work: Path) -> Path:
    lay_out(course)
    folder = work / "teaching" / "in" / "hand-ins"
    folder.mkdir(parents=True)
    hand_in(folder, "Ada", "A sentence of hers.")
    return folder


def test_the_cell_says_what_to_press_and_holds_nobodys_name(page: Page, handed: Path) -> None:
    desk()
    assert "press “Run this notebook” above" in page.last.words
    widget = page.widget()
    assert widget.session.traits().keys() == {"course"}
    assert not any("Ada" in str(each) for each in (page.outputs, widget.get_state()))
    (now,) = widget.session.handle({"op": "look", "n": 1})
    assert [row["learner"] for row in now["table"]["rows"]] == ["Ada"]


def test_a_class_copy_has_no_desk(page: Page, handed: Path, course: Path) -> None:
    (course / CLASS_COPY).write_text("{}", encoding="utf-8")
    desk()
    assert "this is a class copy" in page.last.words
