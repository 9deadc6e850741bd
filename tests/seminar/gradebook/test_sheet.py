"""Which columns of a gradebook can be filled in, and by what they are called."""

from __future__ import annotations

import pytest

from coursekit.errors import CourseError
from coursekit.seminar.gradebook.filling import sheet_of
from coursekit.seminar.gradebook.sheet import Sheet, decimal_sign, number
from coursekit.seminar.roster import roster_of

CANVAS = (
    b"Student,ID,SIS Login ID,Section,Notes,Log (7),Log (8),Essay (9),Final Score,Unposted Final Score\n"
    b",,,,,Manual Posting,,,,\n"
    b"    Points Possible,,,,,10,10,5.5,(read only),(read only)\n"
    b'"Lantern, Ada",55,al,1,,,,,,\n'
)
MOODLE = (
    b'"First name",Surname,"Email address","Assignment: Log (Real)","Assignment: Log (Percentage)",'
    b'"Assignment: Week 3 (draft)","Quiz: Names (Feedback)","Course total (Real)","Last downloaded from this course"\n'
    b"Ada,Lantern,a@x.org,-,-,-,,-,1769947200\n"
)
SCALE = 'ID,Bewertung,Skala,"Zuletzt geändert (Bewertung)"\nTeilnehmer/in7,,"nein\nja",\n'.encode()


def sheet(raw: bytes) -> Sheet:
    return sheet_of(roster_of(raw, "export.csv"))


def refused(raw: bytes, wanted: str) -> str:
    with pytest.raises(CourseError) as told:
        sheet(raw).column(wanted)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_canvas_s_assignments_are_known_by_id_or_points() -> None:
    assert [(each.heading, each.of) for each in sheet(CANVAS).columns] == [
        ("Log (7)", 10),
        ("Log (8)", 10),
        ("Essay (9)", 5.5),
    ]


def test_a_column_is_meant_by_its_heading_or_the_assignment_s_name() -> None:
    assert sheet(CANVAS).column("essay").heading == "Essay (9)"
    assert sheet(CANVAS).column(" log  (8) ").heading == "Log (8)"
    assert sheet(MOODLE).column("Log").heading == "Assignment: Log (Real)"
    assert sheet(MOODLE).column("Week 3 (draft)").heading == "Assignment: Week 3 (draft)"


def test_what_is_not_clear_is_asked() -> None:
    assert refused(CANVAS, "Log") == (
        "export.csv: “Log”: several columns are called so; name it with --column, as one of "
        "“Log (7)”, “Log (8)”, “Essay (9)”"
    )
    assert refused(CANVAS, "Map").startswith("export.csv: “Map”: no column is called so; ")
    assert refused(CANVAS, "").startswith("export.csv: which column is it?; ")


def test_only_points_can_be_written() -> None:
    assert "holds percentages, not points" in refused(MOODLE, "Assignment: Log (Percentage)")
    assert "holds words of feedback" in refused(MOODLE, "Quiz: Names (Feedback)")
    assert "is reckoned by Moodle" in refused(MOODLE, "Course total (Real)")
    assert "no column is called so" in refused(MOODLE, "Names")


def test_a_scale_takes_no_points() -> None:
    with pytest.raises(CourseError, match="marked by a scale, which points cannot be written in"):
        sheet(SCALE)


def test_a_worksheet_without_grades_is_told() -> None:
    with pytest.raises(CourseError, match="no column “Grade” or “Bewertung”"):
        sheet(b"Identifier,Full name,Grade can be changed\nParticipant 7,Ada,Yes\n")


def test_no_heading_writes_more_than_its_line() -> None:
    hostile = CANVAS.replace(b"Essay (9)", b'"Es\n\x1b[31msay\xe2\x80\xae (9)"')
    assert "“Es [31msay (9)”" in refused(hostile, "Log")


def test_a_plain_table_can_be_filled_in_too() -> None:
    assert [each.heading for each in sheet(b"Name;E-Mail;Log;Essay\nAda;;;\n").columns] == ["Log", "Essay"]
    assert sheet(b"Name;Log\nAda;\n").decimal == ","
    assert sheet(b"Name,Log\nAda,\n").decimal == "."


@pytest.mark.parametrize(
    ("words", "value"), [("7", 7), ("7,5", 7.5), ("-1.25", -1.25), ("1.000,5", None), ("7 %", None), ("", None)]
)
def test_numbers_are_read_with_point_and_comma(words: str, value: float | None) -> None:
    assert number(words) == value


def test_the_sign_before_decimals_is_that_of_the_numbers_there() -> None:
    assert decimal_sign(["EX", "7", "7,50"], ".") == ","
    assert decimal_sign(["7.5"], ",") == "."
    assert decimal_sign(["7", ""], ",") == ","
