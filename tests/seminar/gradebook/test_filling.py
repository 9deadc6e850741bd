"""A platform's gradebook with one column filled in: whose marks, and not a byte more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.files.tables import read_table_file
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import Classwork, gather
from coursekit.seminar.gradebook.filling import Filled, Worth, fill, sheet_of
from coursekit.seminar.roster import roster_of
from tests.exercise import NAME
from tests.seminar import handed, platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OURS = Worth(6)  # what the machine counts of the small exercise
TITLE = "The log, first (77)"
BAD = {Plight.DOCX, Plight.EMPTY}


@pytest.fixture
def made(course: Path) -> MadeUpClass:
    """A class in the small exercise."""
    handed.lay_out(course)
    return make(Course(course), 16, [NAME])


@pytest.fixture(params=[platforms.moodle_zip, platforms.canvas_zip], ids=["by moodle", "by canvas"])
def found(request: pytest.FixtureRequest, course: Path, made: MadeUpClass, work: Path) -> Classwork:
    """What the class handed in, by way of a platform."""
    pack: Callable[[MadeUpClass, str, Path], Path] = request.param
    return gather([pack(made, NAME, work / "class.zip")], Keys(Course(course)))


def canvas(made: MadeUpClass, separator: str = ",") -> bytes:
    columns = {"Essay (76)": 20.0, TITLE: 6.0, "The log, second (78)": 6.0}
    return platforms.canvas_gradebook(made, columns, separator)


def worksheet(made: MadeUpClass) -> bytes:
    return platforms.moodle_worksheet(made, NAME, of=6)


def german(made: MadeUpClass) -> bytes:
    return platforms.moodle_worksheet(made, NAME, "de", of=6)


def book(made: MadeUpClass) -> bytes:
    return platforms.moodle_gradebook(made, ("Assignment: Essay (Real)", "Assignment: The log (Real)", "Course total"))


def german_book(made: MadeUpClass) -> bytes:
    return platforms.moodle_gradebook(made, ("Aufgabe: The log (Punkte)", "Kurs gesamt (Punkte)"), language="de")


EXPORTS = [
    (canvas, "The log, first", "."),
    (worksheet, "", "."),
    (german, "", ","),
    (book, "The log", "."),
    (german_book, "The log", ","),
]


def filled(raw: bytes, found: Classwork, column: str = "", worth: Worth = OURS) -> Filled:
    sheet = sheet_of(roster_of(raw, "export.csv"))
    return fill(sheet, sheet.column(column), found, NAME, worth)


def expected(made: MadeUpClass, found: Classwork) -> dict[str, float]:
    """Return who should have which points, by the files that count."""
    points = {}
    for person in made.listed:
        of = [each for each in found.counting() if person.first.lower() in each.row.file.rpartition("_")[2].lower()]
        of = of or [each for each in found.counting() if each.row.learner == person.name]
        points |= {person.name: of[0].row.points} if of else {}
    return points  # type: ignore[return-value]


@pytest.mark.parametrize(("export", "column", "decimal"), EXPORTS)
def test_only_the_one_column_changes(
    made: MadeUpClass, found: Classwork, export: Callable[[MadeUpClass], bytes], column: str, decimal: str
) -> None:
    raw = export(made)
    done = filled(raw, found, column)
    before, after = read_table_file(raw, "before"), read_table_file(done.content, "after")
    assert (before.mark, before.encoding, before.separator) == (after.mark, after.encoding, after.separator)
    names = {each.row: each.name for each in roster_of(raw, "export.csv").learners}
    points = {each.learner: each.points for each in done.written}
    at = done.column.number
    rest_before, rest_after = before.text, after.text
    for row in reversed(range(len(before.rows))):
        if names.get(row) in points:
            old, new = before.rows[row][at], after.rows[row][at]
            assert new.text == f"{points[names[row]]:.2f}".replace(".", decimal)
            rest_before = rest_before[: old.start] + rest_before[old.end :]
            rest_after = rest_after[: new.start] + rest_after[new.end :]
    assert rest_after == rest_before


@pytest.mark.parametrize(("export", "column", "_decimal"), EXPORTS)
def test_everybody_is_accounted_for(
    made: MadeUpClass, found: Classwork, export: Callable[[MadeUpClass], bytes], column: str, _decimal: str
) -> None:
    done = filled(export(made), found, column)
    marked = {each.learner for each in done.written}
    assert {name for name, _ in done.kept} == {made.people[place].name for place in BAD}
    assert done.without == (made.people[Plight.NOTHING].name,)
    assert marked | {name for name, _ in done.kept} | set(done.without) == {each.name for each in made.listed}
    ((file, why),) = done.nobodys
    assert "listed" in file.lower()
    assert why == "not on the list"
    assert done.changes == ()
    by_name = {each.learner: each.points for each in done.written}
    right = {name: points for name, points in expected(made, found).items() if name != made.people[Plight.COPIED].name}
    assert {name: by_name[name] for name in right} == right


@pytest.mark.parametrize(("export", "column", "_decimal"), EXPORTS)
def test_filled_in_again_it_stays_the_same(
    made: MadeUpClass, found: Classwork, export: Callable[[MadeUpClass], bytes], column: str, _decimal: str
) -> None:
    once = filled(export(made), found, column)
    again = filled(once.content, found, column)
    assert again.content == once.content
    assert again.changes == ()


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encoding_stay(made: MadeUpClass, found: Classwork, encoding: str, end: str) -> None:
    raw = canvas(made).decode("utf-8-sig").replace("\n", end).encode(encoding)
    done = filled(raw, found, "The log, first")
    text = done.content.decode(encoding)
    assert done.content == text.encode(encoding)
    assert text.count(end) == raw.decode(encoding).count(end)
    assert sum(
        before != after for before, after in zip(raw.decode(encoding).split(end), text.split(end), strict=True)
    ) == (len(done.written))


def test_a_comma_before_decimals_stands_in_quotation_marks_where_commas_part_cells(
    made: MadeUpClass, found: Classwork
) -> None:
    done = filled(german(made), found)
    points = f"{done.written[0].points:.2f}".replace(".", ",")
    assert f',"{points}","6,00",'.encode() in done.content
    semicolons = canvas(made, ";").replace(b".00", b",00")
    assert f";{points};".encode() in filled(semicolons, found, "The log, first").content


def test_a_mark_that_stands_there_is_told_when_it_changes(made: MadeUpClass, found: Classwork) -> None:
    once = filled(canvas(made), found, "The log, first")
    first = once.written[0]
    table = read_table_file(once.content, "x")
    row = roster_of(once.content, "x").learners[0].row
    other = table.changed({(row, once.column.number): "5.99"})
    again = filled(other, found, "The log, first")
    assert [(each.learner, each.was, each.points) for each in again.changes] == [(first.learner, 5.99, first.points)]
    assert again.content == once.content


@pytest.mark.parametrize("words", ["EX", "N/A"])
def test_what_canvas_says_instead_of_points_stays(made: MadeUpClass, found: Classwork, words: str) -> None:
    raw = canvas(made)
    at = sheet_of(roster_of(raw, "x")).column("The log, first").number
    row = roster_of(raw, "x").learners[0].row
    done = filled(read_table_file(raw, "x").changed({(row, at): words}), found, "The log, first")
    assert (made.people[0].name, f"“{words}” stands there") in done.kept
    assert read_table_file(done.content, "x").words(row)[at] == words


def test_a_grade_that_moodle_has_locked_stays(made: MadeUpClass, found: Classwork) -> None:
    raw = german(made).replace(b"Ja", b"Nein", 1)
    done = filled(raw, found)
    assert (made.people[0].name, "Moodle says that the grade can not be changed") in done.kept


def test_marks_are_scaled_when_asked(made: MadeUpClass, found: Classwork) -> None:
    plain = {each.learner: each.points for each in filled(worksheet(made), found).written}
    raw = platforms.moodle_worksheet(made, NAME, of=100)
    scaled = filled(raw, found, worth=Worth(6, 100))
    assert {each.learner: each.points for each in scaled.written} == {
        name: round(points * 100 / 6, 2) for name, points in plain.items()
    }
    assert Worth(0, 100).written(0.0) == 0


def test_marks_above_what_the_column_has_are_not_written(made: MadeUpClass, found: Classwork) -> None:
    with pytest.raises(CourseError, match=r"has 1 points and marks go up to .*; set it to 6 on the platform, or scale"):
        filled(platforms.moodle_worksheet(made, NAME, of=1), found)


def test_of_two_files_that_count_nobody_chooses(course: Path, made: MadeUpClass, work: Path) -> None:
    folder = work / "class" / "Ada Lantern_10007_assignsubmission_file_"
    handed.hand_in(folder, "Ada", "One.")
    handed.hand_in(folder, "A. L.", "Two.")
    done = filled(worksheet(made), gather([work / "class"], Keys(Course(course))))
    ((name, why),) = done.kept
    assert name == "Ada Lantern"
    assert why.startswith("more than one file counts: ")
    assert done.written == ()


def test_texts_that_nobody_has_read_are_told(course: Path, made: MadeUpClass, work: Path) -> None:
    folder = work / "class" / "Ada Lantern_10007_assignsubmission_file_"
    content = handed.hand_in(folder, "Ada", "Because.")
    done = filled(worksheet(made), gather([work / "class"], Keys(Course(course))))
    assert (done.waiting, done.written[0].points) == (1, 2)
    levels = handed.gave(course, work, "M1", content, 3, 3)
    read = filled(
        platforms.moodle_worksheet(made, NAME, of=9), gather([work / "class"], Keys(Course(course)), [levels])
    )
    assert (read.waiting, read.written[0].points) == (0, 5)


def test_a_row_that_is_cut_short_is_left(made: MadeUpClass, found: Classwork) -> None:
    lines = canvas(made).decode("utf-8-sig").split("\n")
    lines[3] = ",".join(lines[3].split(",")[:4])
    done = filled("\n".join(lines).encode(), found, "The log, first")
    assert (made.people[0].name, "the row is too short") in done.kept


def test_the_one_who_is_there_for_trying_is_nobody(made: MadeUpClass, found: Classwork) -> None:
    raw = canvas(made)
    assert len(sheet_of(roster_of(raw, "x")).roster.learners) == len(made.listed)
    trying = next(line for line in raw.splitlines() if line.startswith(b'"Student, Test"'))
    assert trying in filled(raw, found, "The log, first").content.splitlines()
