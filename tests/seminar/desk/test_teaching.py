"""The desk at work: from a platform's zip to what the platform takes back, and nobody's name while they are hidden."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.files.tables import read_table_file
from coursekit.marking import marks_file
from coursekit.places import CLASS_COPY
from coursekit.seminar.desk.teaching import Teaching
from coursekit.sessions.desk import Made, WouldChange
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, Plight, make

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = {"The log (77)": 6.0, "Essay (78)": 20.0}
LOG, ESSAY = "grades.csv/5", "grades.csv/6"


@pytest.fixture
def made(seminar: Path) -> MadeUpClass:
    return make(Course(seminar), 16, [NAME])


@pytest.fixture
def desk(seminar: Path, work: Path) -> Teaching:
    """A desk with nothing on it."""
    return Teaching(Course(seminar))


@pytest.fixture
def full(desk: Teaching, made: MadeUpClass, tmp_path: Path) -> Teaching:
    """A desk with a class's zip and gradebook on it."""
    desk.bring("submissions.zip", None, platforms.canvas_zip(made, NAME, tmp_path / "x.zip").read_bytes())
    desk.bring("grades.csv", None, platforms.canvas_gradebook(made, COLUMNS))
    return desk


def produced(desk: Teaching, what: str, **choices: Any) -> Made:
    found = desk.make(what, choices)
    assert isinstance(found, Made)
    return found


def test_an_empty_desk_has_no_table_and_nothing_can_be_made(desk: Teaching) -> None:
    now = desk.now()
    assert (now["table"]["rows"], now["files"], now["outs"], now["trouble"]) == ([], [], [], "")
    with pytest.raises(CourseError, match="no hand-in that counts is here"):
        desk.make("marks", {})


def test_everybody_has_a_row_and_every_cell_says_what_it_is(full: Teaching, made: MadeUpClass) -> None:
    now = full.now()
    rows = now["table"]["rows"]
    assert [row["learner"] for row in rows] == [each.name for each in made.listed]
    states = [row["cells"][0]["state"] for row in rows]
    assert [states[place] for place in (0, Plight.LATE, Plight.DOCX, Plight.NOTHING)] == ["in", "look", "bad", ""]
    assert any("not on the list" in line for line in now["table"]["notes"])
    assert [(each["name"], each["role"]) for each in now["files"]] == [
        ("submissions.zip", "hand-ins"),
        ("grades.csv", "gradebook"),
    ]
    assert [each["id"] for each in now["columns"]] == [LOG, ESSAY]
    assert (now["marked"], len(now["outs"])) == ([NAME], 6)


def test_no_name_says_where_the_desk_stands_on_this_machine(full: Teaching, work: Path) -> None:
    assert str(work) not in json.dumps(full.now())
    assert str(work).encode() not in produced(full, "marks").content


def test_the_gradebook_has_the_marks_in_one_column(full: Teaching, made: MadeUpClass, work: Path) -> None:
    found = produced(full, "gradebook", exercise=NAME, column=LOG)
    before = read_table_file(platforms.canvas_gradebook(made, COLUMNS), "x")
    after = read_table_file(found.content, "x")
    changed = {
        at
        for row in range(len(before.rows))
        for at, (one, other) in enumerate(zip(before.words(row), after.words(row), strict=True))
        if one != other
    }
    assert (found.name, changed) == ("upload-grades.csv", {5})
    assert found.lines[0] == f"13 marks of {NAME}, of 6 points, in “The log (77)”; nothing else is changed"
    assert sum("left as it is" in line for line in found.lines) == 2
    assert (work / "teaching" / "out" / found.name).read_bytes() == found.content


def test_other_points_are_told_and_scaled_when_that_is_ticked(full: Teaching) -> None:
    plain = produced(full, "gradebook", exercise=NAME, column=ESSAY)
    assert any("the column is of 20 points and the marks are of 6" in line for line in plain.lines)
    scaled = produced(full, "gradebook", exercise=NAME, column=ESSAY, scale=True)
    assert scaled.lines[0].endswith("of 20 points, in “Essay (78)”; nothing else is changed")


def test_marks_that_stand_there_are_asked_about(full: Teaching, made: MadeUpClass) -> None:
    table = read_table_file(platforms.canvas_gradebook(made, COLUMNS), "x")
    row = next(n for n in range(len(table.rows)) if table.words(n)[0] == made.people[0].sortable)
    full.bring("again.csv", "gradebook", table.changed({(row, 5): "0.01"}))
    asked = {"exercise": NAME, "column": "again.csv/5"}
    found = full.make("gradebook", asked)
    assert isinstance(found, WouldChange)
    assert found.lines[0].startswith(f"{made.people[0].name}: 0.01 → ")
    assert isinstance(full.make("gradebook", asked | {"insist": True}), Made)


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        ({"exercise": NAME}, "choose the column"),
        ({"exercise": NAME, "column": "other.csv/5"}, "choose the column"),
        ({"exercise": NAME, "column": "grades.csv/0"}, "choose the column"),
        ({"column": LOG, "exercise": ["x"]}, "choose the exercise"),
        ({"column": LOG, "exercise": "99-none"}, "choose the exercise"),
    ],
)
def test_what_was_not_chosen_is_asked_for(full: Teaching, choices: dict[str, Any], why: str) -> None:
    with pytest.raises(CourseError, match=why):
        full.make("gradebook", choices)


def test_marks_above_what_the_column_has_are_never_written(desk: Teaching, full: Teaching, made: MadeUpClass) -> None:
    full.bring("small.csv", None, platforms.canvas_gradebook(made, {"Log (1)": 0.5}))
    with pytest.raises(CourseError, match="here: tick “as many points as the column has”"):
        full.make("gradebook", {"exercise": NAME, "column": "small.csv/5"})


def test_a_gradebook_that_tells_no_points_cannot_be_scaled_to(full: Teaching, made: MadeUpClass) -> None:
    full.bring("moodle.csv", None, platforms.moodle_gradebook(made, ("Assignment: Log (Real)",)))
    (column,) = [each["id"] for each in full.now()["columns"] if "moodle" in each["id"]]
    with pytest.raises(CourseError, match="leave scaling off"):
        full.make("gradebook", {"exercise": NAME, "column": column, "scale": True})
    assert any("does not say of how many points" in line for line in produced(
        full, "gradebook", exercise=NAME, column=column
    ).lines)  # fmt: skip


def test_the_plain_table_has_a_row_for_every_file(full: Teaching, made: MadeUpClass, work: Path) -> None:
    found = produced(full, "marks")
    rows = list(csv.DictReader(io.StringIO(found.content.decode())))
    assert len(rows) == len(made.handed)
    assert "2 without marks" in found.lines[0]
    assert len(list(marks_file.read(work / "teaching" / "out" / "marks.csv"))) == sum(
        r["status"] == "marked" for r in rows
    )
    assert produced(full, "marks", excel=True).content.startswith("\ufefffile;learner;".encode())


def test_feedback_is_packed_for_the_platform_and_shows_right_answers_only_where_ticked(full: Teaching) -> None:
    found = produced(full, "feedback")
    with zipfile.ZipFile(io.BytesIO(found.content)) as archive:
        pages = {name: archive.read(name) for name in archive.namelist()}
    assert found.name == "feedback-canvas.zip"
    shown = produced(full, "feedback", answers=[NAME], platform="plain")
    assert (shown.name, len(shown.content) > 0) == ("feedback-plain.zip", True)
    assert len(pages) == int(found.lines[0].partition(" ")[0])
    assert sum("not in it" in line for line in found.lines) == 2
    with pytest.raises(CourseError, match="no platform that is known"):
        full.make("feedback", {"platform": "other"})
    with pytest.raises(CourseError, match="try “one page a learner”"):
        full.make("feedback", {"platform": "moodle"})


@pytest.mark.parametrize(
    ("what", "words"), [("report", "What the class knows"), ("plan", "The next hour"), ("alike", "alike")]
)
def test_pages_can_be_looked_at(full: Teaching, what: str, words: str) -> None:
    found = produced(full, what)
    assert (found.type, found.name) == ("text/html", f"{what}.html")
    assert words in found.content.decode()


def test_while_names_are_hidden_none_is_told_and_nothing_with_names_is_made(full: Teaching, made: MadeUpClass) -> None:
    full.hide(hidden=True)
    now = full.now()
    assert (now["outs"], now["files"], now["columns"], now["aside"]) == (["report", "plan"], [], [], 2)
    told = [json.dumps(now, ensure_ascii=False)]
    told += [produced(full, what).content.decode() for what in now["outs"]]
    told += [full.bring("Lantern.json", None, b"{}"), full.leave("hand-ins/Lantern.json")]
    for person in made.people:
        assert not any(person.last in each or person.email in each for each in told)
    assert now["table"]["rows"][0]["learner"] == "Reader 01"
    with pytest.raises(CourseError, match=r"^the file was not taken; show names to see why$"):
        full.bring("Lantern.csv", "list", b"a,b")
    with pytest.raises(CourseError, match="show names first"):
        full.make("marks", {})
    full.hide(hidden=False)
    assert full.now()["table"]["rows"][0]["learner"] == made.people[0].name


def test_a_new_class_list_takes_the_place_of_the_one_before(full: Teaching, made: MadeUpClass) -> None:
    assert full.bring("list.csv", None, b"Name\nAda Lantern\n") == "“list.csv” is taken for the class list"
    said = full.bring("new.csv", None, platforms.moodle_participants(made))
    assert said == "“new.csv” is taken for the class list; it takes the place of the one before"
    assert [each["name"] for each in full.now()["files"] if each["role"] == "list"] == ["new.csv"]
    assert full.bring("new.csv", None, platforms.moodle_participants(made)).endswith("it was here already")


def test_what_is_no_table_of_people_is_no_list(desk: Teaching) -> None:
    with pytest.raises(CourseError, match="no column with names"):
        desk.bring("x.csv", "list", b"a,b\n1,2\n")
    assert desk.bring("x.csv", None, b"a,b\n1,2\n") == "“x.csv” is taken for hand-ins"
    assert desk.now()["files"][0]["role"] == "hand-ins"


def test_hand_ins_in_a_folder_are_found_there(desk: Teaching, made: MadeUpClass, tmp_path: Path) -> None:
    folder = tmp_path / "term"
    folder.mkdir()
    platforms.canvas_zip(made, NAME, folder / "class.zip")
    assert desk.folder(str(folder)) == "term is looked through"
    now = desk.now()
    assert now["marked"] == [NAME]
    assert not any(str(tmp_path) in line for line in now["table"]["notes"])
    assert desk.leave(now["files"][0]["id"]) == "“term” is taken away"
    assert desk.now()["table"]["rows"] == []


def test_what_cannot_be_read_is_told_and_hidden_with_the_names(full: Teaching, work: Path) -> None:
    (work / "teaching" / "in" / "list").mkdir()
    (work / "teaching" / "in" / "list" / "put.csv").write_bytes(b"a,b\n1,2\n")
    assert "no column with names" in full.now()["trouble"]
    full.hide(hidden=True)
    assert full.now()["trouble"] == "the table cannot be made; show names to see why"


def test_a_disk_that_takes_nothing_is_told(full: Teaching, work: Path) -> None:
    out = work / "teaching" / "out"
    out.write_text("a file where the folder should be")
    with pytest.raises(CourseError, match=r"marks\.csv: not written"):
        full.make("marks", {})
    out.unlink()
    (out / "alike.html").mkdir(parents=True)
    with pytest.raises(CourseError, match=r"alike\.html: not written"):
        full.make("alike", {})


def test_a_gradebook_that_somebody_spoilt_has_no_columns(full: Teaching, work: Path) -> None:
    (work / "teaching" / "in" / "gradebook" / "grades.csv").write_bytes(b"")
    assert full.now()["columns"] == []


def test_what_is_not_known_cannot_be_made(full: Teaching) -> None:
    with pytest.raises(CourseError, match="cannot be made here"):
        full.make("other", {})


def test_a_class_copy_has_no_desk(seminar: Path, work: Path) -> None:
    (seminar / CLASS_COPY).write_text("{}", encoding="utf-8")
    with pytest.raises(CourseError, match="this is a class copy"):
        Teaching(Course(seminar))
