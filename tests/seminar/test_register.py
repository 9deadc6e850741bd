"""Who has handed in: everybody on the list, every file, and what cannot be told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import Classwork, gather
from coursekit.seminar.register import NOTHING, Entry, Register, register
from coursekit.seminar.roster import Learner, roster_of
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.handed import gave, hand_in
from tests.seminar.made_up_class import DEADLINE, MadeUpClass, Plight, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    """A class in the small exercise."""
    return make(Course(seminar), 16, [NAME])


@pytest.fixture(params=[platforms.moodle_zip, platforms.canvas_zip], ids=["moodle", "canvas"])
def found(request: pytest.FixtureRequest, seminar: Path, made: MadeUpClass, work: Path) -> Classwork:
    """What the class handed in, by way of a platform."""
    pack: Callable[[MadeUpClass, str, Path], Path] = request.param
    return gather([pack(made, NAME, work / "class.zip")], Keys(Course(seminar)))


def on_list(made: MadeUpClass) -> tuple[Learner, ...]:
    return roster_of(platforms.moodle_worksheet(made, NAME), "list.csv").learners


def entries(table: Register, exercise: str = NAME) -> list[Entry]:
    return [each.get(exercise, NOTHING) for _, each in table.lines]


def test_everybody_on_the_list_has_a_line_and_every_file_a_place(made: MadeUpClass, found: Classwork) -> None:
    table = register(found, on_list(made))
    assert [learner.name for learner, _ in table.lines] == [each.name for each in made.listed]
    by_place = entries(table)
    bad = {Plight.DOCX, Plight.EMPTY}
    assert [place for place, each in enumerate(by_place) if each.status == "not readable"] == sorted(bad)
    assert "a Word document" in by_place[Plight.DOCX].words()
    assert "an empty file" in by_place[Plight.EMPTY].words()
    assert by_place[Plight.NOTHING] == NOTHING
    assert by_place[Plight.TWICE].replaced == 1
    assert [each.name for each in table.missing(NAME)] == [made.people[n].name for n in sorted({*bad, Plight.NOTHING})]
    (stranger,) = table.nobodys
    assert stranger.why == "not on the list"
    placed = sum(each.handed_in + each.replaced + len(each.unreadable) for each in by_place)
    assert placed + len(table.nobodys) == len(found.works)


def test_late_is_what_the_platform_says_or_the_deadline(made: MadeUpClass, found: Classwork) -> None:
    late = entries(register(found, on_list(made)))[Plight.LATE]
    assert late.late == "says the platform"
    unlisted = entries(register(found, [replace(each, late=False) for each in on_list(made)]))[Plight.LATE]
    assert unlisted.late == ("says the platform" if "_LATE_" in str(found.works) else "")
    by_clock = register(found, [replace(each, late=False) for each in on_list(made)], deadlines={NAME: DEADLINE})
    assert [place for place, each in enumerate(entries(by_clock)) if each.late] == [Plight.LATE]


def test_without_a_list_it_is_who_handed_in(made: MadeUpClass, found: Classwork) -> None:
    table = register(found)
    assert len(table.lines) == len(made.people) - 1
    assert table.nobodys == ()
    assert sum(each.handed_in for each in entries(table)) == len(found.counting())


def test_a_file_that_does_not_say_its_exercise_goes_with_those_beside_it(seminar: Path, handed: Path) -> None:
    hand_in(handed / "one", "Ada", "Because.")
    (handed / "one" / "Bo_7_assignsubmission_file_").mkdir()
    (handed / "one" / "Bo_7_assignsubmission_file_" / "x.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (handed / "Cy_8_assignsubmission_file_").mkdir()
    (handed / "Cy_8_assignsubmission_file_" / "x.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    table = register(gather([handed], Keys(Course(seminar))))
    assert table.exercises == (NAME, "")
    assert {learner.name: list(each) for learner, each in table.lines} == {"Ada": [NAME], "Bo": [NAME], "Cy": [""]}


def test_who_handed_in_under_two_names_is_asked_which_counts(seminar: Path, handed: Path) -> None:
    folder = handed / "Ada Lantern_7_assignsubmission_file_"
    hand_in(folder, "Ada", "One.")
    hand_in(folder, "A. L.", "Two.")
    (each,) = entries(
        register(gather([handed], Keys(Course(seminar))), roster_of(b"Name\nAda Lantern\n", "l").learners)
    )
    assert (each.status, each.work, len(each.several)) == ("see which counts", None, 2)


def test_read_by_a_person_or_not_yet(seminar: Path, handed: Path, work: Path) -> None:
    content = hand_in(handed, "Ada", "Because.")
    (each,) = entries(register(gather([handed], Keys(Course(seminar)))))
    assert (each.waiting, each.read) == (1, 0)
    assert "1 text not read yet" in each.words()
    levels = gave(seminar, work, "M1", content, 3, 3)
    (each,) = entries(register(gather([handed], Keys(Course(seminar)), [levels])))
    assert (each.waiting, each.read) == (0, 1)
    assert each.words() == "handed in; 1 text read"


def test_the_projected_view_names_nobody(made: MadeUpClass, found: Classwork) -> None:
    for each in entries(register(found, on_list(made))):
        shown = f"{each.words(names=False)} {json.dumps(each.to_json(names=False), ensure_ascii=False)}".casefold()
        assert not any(person.last.casefold() in shown for person in made.people if len(person.last) > 3)
        assert ".json" not in shown
    beside = Entry(work=found.counting()[0], unreadable=(("Ada/x.docx", "no"),))
    assert beside.words(names=False) == "handed in; 1 file not readable"
    assert beside.to_json()["files"] == ["Ada/x.docx: no"]


def test_exercises_of_which_nothing_came_can_be_in_the_table(made: MadeUpClass, found: Classwork) -> None:
    table = register(found, on_list(made), [NAME, "09-matrix"])
    assert table.exercises == (NAME, "09-matrix")
    assert len(table.missing("09-matrix")) == len(made.listed)
    assert table.entry(table.lines[0][0], NAME).handed_in
