"""The made-up class is what it says: the same every time, and everything that goes wrong is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import gather
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    """A class in the small exercise."""
    return make(Course(seminar), 16, [NAME])


def test_it_is_the_same_every_time(seminar: Path, made: MadeUpClass) -> None:
    assert make(Course(seminar), 16, [NAME]) == made
    assert make(Course(seminar), 16, [NAME], seed=16) != made


@pytest.mark.parametrize("pack", [platforms.moodle_zip, platforms.canvas_zip])
def test_every_file_is_accounted_for(
    seminar: Path, made: MadeUpClass, work: Path, pack: Callable[[MadeUpClass, str, Path], Path]
) -> None:
    found = gather([pack(made, NAME, work / "class.zip")], Keys(Course(seminar)))
    assert len(found.works) == len(made.handed)
    statuses = [each.row.status for each in found.works]
    assert statuses.count("not a hand-in") == 2  # the .docx and the empty one
    assert statuses.count("earlier") == 1
    assert len({each.row.person for each in found.works}) == len(made.people) - 1
    assert all(each.row.person for each in found.works)


def test_answers_differ(seminar: Path, made: MadeUpClass, work: Path) -> None:
    found = gather([platforms.moodle_zip(made, NAME, work / "class.zip")], Keys(Course(seminar)))
    assert len({each.row.points for each in found.counting()}) > 3
    assert made.people[Plight.NOTHING] not in {each.person for each in made.handed}
