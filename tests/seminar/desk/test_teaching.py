"""The desk at work: from a platform's zip to what the platform takes back, and nobody's name while they are hidden."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.marking import marks_file
from coursekit.places import CLASS_COPY
from coursekit.seminar.desk.teaching import Teaching
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.desk.desks import ESSAY, LOG, produced
from tests.seminar.made_up_class import MadeUpClass, Plight

if TYPE_CHECKING:
    from pathlib import Path


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


def test_the_report_joins_people_by_the_list_on_the_desk(full: Teaching, made: MadeUpClass) -> None:
    said = produced(full, "report").content.decode()
    assert f"of the {len(made.listed)} people on the class list" in said
    assert "<b>Una Listed</b>" in said
    assert "reader no. 4" not in said  # what somebody on the list called themselves
    full.hide(hidden=True)
    assert not [each for each in made.people if each.last in produced(full, "report").content.decode()]


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
    with pytest.raises(CourseError, match=r"alike\.html: not written"):
        full.make("alike", {})


def test_what_was_made_before_is_never_written_over(full: Teaching, work: Path, made: MadeUpClass) -> None:
    out = work / "teaching" / "out"
    first = {what: produced(full, what, exercise=NAME, column=LOG) for what in full.now()["outs"]}
    lying = {path.name: path.read_bytes() for path in out.iterdir()}
    assert {what: produced(full, what, exercise=NAME, column=LOG) for what in first} == first, "the same is made once"
    assert {path.name for path in out.iterdir()} == set(lying)
    full.leave("hand-ins/submissions.zip")
    ada = next(each for each in made.handed if each.person is made.people[0])
    better = json.dumps(json.loads(ada.raw) | {"answers": {}}).encode()
    full.bring(f"lanternada_{ada.person.canvas}_1_x.json", "hand-ins", better)
    for what, before in first.items():
        again = produced(full, what, exercise=NAME, column=LOG)
        stem, dot, ending = before.name.rpartition(".")
        assert (again.name, again.content != before.content) == (f"{stem}-2{dot}{ending}", True)
        assert f"{before.name} was made before and is another: it stays, this one is {again.name}" in again.lines
        assert again.name in again.where
    assert {name: (out / name).read_bytes() for name in lying} == lying
    assert (out / "marks-2.details.jsonl").is_file()


def test_marks_that_changed_since_the_last_are_told(full: Teaching, made: MadeUpClass, work: Path) -> None:
    produced(full, "marks")
    full.leave("hand-ins/submissions.zip")
    second = next(each for each in made.handed if each.person is made.people[1])
    blank = json.dumps(json.loads(second.raw) | {"answers": {}}).encode()
    full.bring(f"somebody_{second.person.canvas}_1_x.json", "hand-ins", blank)
    lines = produced(full, "marks").lines
    assert lines[0].endswith("marks changed since marks.csv")
    assert any(each.startswith(f"{second.person.name}, {NAME}: ") and "→ 0 of" in each for each in lines)
    assert any("now no hand-in that counts" in each for each in lines)
    (work / "teaching" / "out" / "marks-2.csv").write_text("spoilt")
    assert any("marks-2.csv cannot be read any more" in each for each in produced(full, "marks").lines)


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
