"""The marks file: exact columns, whole or not at all, and read again also after a spreadsheet has had it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking.ledger import Before
from coursekit.marking.marks_file import Style, details_of, own_files, read, strange_columns, write
from coursekit.marking.row import COLUMNS, EARLIER, FIRST_COLUMNS, MARKED, NONE, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW = Row(
    file="class/ada.json",
    learner="Ada",
    exercise="00-lamp",
    version="2 (marking 1)",
    points=4.5,
    of=6,
    for_a_teacher=3,
    status=MARKED,
    checks=4,
    hints=1,
    first=2.5,
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "marks.csv"


def lines(out: Path) -> list[dict[str, str]]:
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_columns_are_those_promised(out: Path) -> None:
    write(out, [(ROW, "[]")])
    assert out.read_text(encoding="utf-8") == (
        "file,learner,exercise,version,points,of,for_a_teacher,status,note,"
        "platform_id,checks,hints,points_at_first_check\n"
        "class/ada.json,Ada,00-lamp,2 (marking 1),4.5,6,3,marked,,,4,1,2.5\n"
    )


def test_a_spreadsheet_opens_it_by_a_double_click(out: Path) -> None:
    write(out, [(replace(ROW, learner="Jürgen", person="canvas 55"), "[]")], Style(bom=True, semicolon=True))
    text = out.read_bytes().decode("utf-8")
    assert text.startswith("\ufefffile;learner;")
    assert text.splitlines()[1] == "class/ada.json;Jürgen;00-lamp;2 (marking 1);4,5;6;3;marked;;55;4;1;2,5"
    assert [before.points for before in read(out)] == [4.5]


def test_a_file_of_marks_without_the_later_columns_is_read(out: Path) -> None:
    out.write_text(f"{','.join(FIRST_COLUMNS)}\na.json,Ada,00-lamp,2 (marking 1),4.5,6,3,marked,\n", encoding="utf-8")
    assert [(before.learner, before.points) for before in read(out)] == [("Ada", 4.5)]
    assert strange_columns(out) == []


def test_what_does_not_count_has_no_points_there(out: Path) -> None:
    write(out, [(replace(ROW, status=EARLIER), "[]"), (replace(ROW, status=NONE, points=None), "[]")])
    assert [(line["points"], line["of"], line["for_a_teacher"]) for line in lines(out)] == [("", "", "")] * 2
    earlier = json.loads(details_of(out).read_text(encoding="utf-8").splitlines()[0])
    assert earlier["points"] == 4.5


def test_no_cell_is_a_formula(out: Path) -> None:
    hostile = replace(ROW, file="=1.json", learner="@SUM(A1)", exercise="+x", note="-1; =2", status=NONE)
    write(out, [(hostile, "[]")])
    (line,) = lines(out)
    assert [line[name][:2] for name in ("file", "learner", "exercise", "note")] == ["'=", "'@", "'+", "'-"]
    assert "; '=2" in line["note"]


def test_every_row_is_one_line(out: Path) -> None:
    write(out, [(replace(ROW, note="a\nb\r\u2028c"), "[]")] * 3)
    assert len(out.read_text(encoding="utf-8").split("\n")) == 5


def test_the_details_have_a_line_for_every_file(out: Path) -> None:
    write(out, [(ROW, '[{"id": "x"}]'), (replace(ROW, status=NONE), "[]")])
    found = [json.loads(line) for line in details_of(out).read_text(encoding="utf-8").splitlines()]
    assert [each["questions"] for each in found] == [[{"id": "x"}], []]
    assert found[0]["learner"] == "Ada"
    assert found[0]["version"] == "2 (marking 1)"


@pytest.mark.parametrize("end", [KeyboardInterrupt, RuntimeError])
def test_an_interruption_leaves_the_marks_that_were_there(out: Path, end: type[BaseException]) -> None:
    write(out, [(ROW, "[]")])
    before = {path.name: path.read_bytes() for path in out.parent.iterdir()}

    def broken() -> Iterator[tuple[Row, str]]:
        yield replace(ROW, learner="Bob"), "[]"
        raise end

    with pytest.raises(end):
        write(out, broken())
    assert {path.name: path.read_bytes() for path in out.parent.iterdir()} == before


def test_a_disk_that_is_full_is_one_line(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CourseError, match=r"not written .No space left"):
        write(out, [(ROW, "[]")])
    assert list(out.parent.iterdir()) == []


def test_what_was_written_is_read_again(out: Path) -> None:
    write(out, [(replace(ROW, learner="=Ada"), "[]"), (replace(ROW, status=EARLIER), "[]")])
    assert list(read(out)) == [Before("=Ada", "00-lamp", "", "2 (marking 1)", 4.5, 6)]


def test_a_file_that_a_spreadsheet_saved_again_is_read(out: Path) -> None:
    rows = [";".join(COLUMNS), "a.json;Ada;00-lamp;2 (marking 1);4,5;6;3;marked;"]
    out.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(rows).encode())
    assert list(read(out)) == [Before("Ada", "00-lamp", "", "2 (marking 1)", 4.5, 6)]
    assert strange_columns(out) == []


def test_columns_that_somebody_added_are_seen(out: Path) -> None:
    out.write_text(",".join((*COLUMNS, "grade", "remark")) + "\n", encoding="utf-8")
    assert strange_columns(out) == ["grade", "remark"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"my,notes\n1,2\n",
        b"\x00\xff" * 100,
        b'"' + b"a" * 500_000,
        ",".join(COLUMNS).encode() + b"\na,b,c,d,x,y,z,marked,\n",
    ],
    ids=["empty", "other", "binary", "long", "no numbers"],
)
def test_another_file_is_refused(out: Path, content: bytes) -> None:
    out.write_bytes(content)
    with pytest.raises(CourseError, match="is there already"):
        list(read(out))


def test_its_own_files_are_known(out: Path) -> None:
    write(out, [(ROW, "[]")])
    assert {path.resolve() for path in out.parent.iterdir()} <= set(own_files(out))


def resaved(names: list[str]) -> str:
    return "\r\n".join([";".join(COLUMNS), *(f"a.json;{name};00-lamp;2 (marking 1);4,5;6;3;marked;" for name in names)])


NAMES = ["Müller, Jörg", "Łukasz Ž.", "Dvořák, Zoë", "Ада", "007", "Ada"]


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("utf-8-sig", ["Müller, Jörg", "Łukasz Ž.", "Dvořák, Zoë", "Ада", "7", "Ada"]),
        ("utf-16", ["Müller, Jörg", "Łukasz Ž.", "Dvořák, Zoë", "Ада", "7", "Ada"]),
        ("cp1252", ["Müller, Jörg", "?ukasz Ž.", "Dvo?ák, Zoë", "???", "7", "Ada"]),
        ("cp1252", ["Müller, Jörg", "Lukasz Ž.", "Dvorák, Zoë", "???", "7", "Ada"]),
        ("cp1250", ["Müller, Jörg", "Łukasz Ž.", "Dvořák, Zoë", "???", "7", "Ada"]),
        ("mac_roman", ["Müller, Jörg", "_ukasz _.", "Dvo_ák, Zoë", "___", "007", "Ada"]),
    ],
)
def test_names_are_known_again_whatever_a_spreadsheet_saved_them_in(out: Path, encoding: str, names: list[str]) -> None:
    out.write_bytes(resaved(names).encode(encoding))
    assert [before.learner for before in read(out, set(NAMES))] == NAMES


def test_a_name_that_is_lost_is_told_and_nobody_is_told_as_gone(out: Path) -> None:
    out.write_bytes(resaved(["Zoë", "?da"]).encode("cp1252"))
    with pytest.raises(CourseError, match=r"line 3: was saved again in an encoding .* \(“\?da”\); put it back"):
        list(read(out, {"Zoë", "Łda", "Ģda"}))


def test_two_who_could_be_meant_are_not_guessed(out: Path) -> None:
    out.write_bytes(resaved(["7"]).encode())
    assert [before.learner for before in read(out, {"07", "007"})] == ["7"]


def test_a_line_that_names_the_separator_is_passed_over(out: Path) -> None:
    out.write_bytes(b"sep=;\r\n" + resaved(["Ada"]).encode())
    assert [before.learner for before in read(out)] == ["Ada"]
    assert strange_columns(out) == []


def test_points_that_became_a_date_are_told(out: Path) -> None:
    out.write_bytes(resaved(["Ada"]).replace("4,5", "04. Mai").encode())
    with pytest.raises(CourseError, match=r"“04\. Mai” under points is no number; a spreadsheet may have made a date"):
        list(read(out))
