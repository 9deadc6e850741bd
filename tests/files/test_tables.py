"""Tables from outside: every cell is read as the language's own reader does, and all else stays byte for byte."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.errors import CourseError
from coursekit.files import tables
from coursekit.files.tables import read_table_file

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8)  # the writer leaves a bare \r bare
NAME = "list.csv"


def words(raw: bytes) -> list[list[str]]:
    table = read_table_file(raw, NAME)
    return [table.words(row) for row in range(len(table.rows))]


@given(
    st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_cells_are_read_as_they_were_written(rows: list[list[str]], encoding: str, end: str, quoting: int) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=end, quoting=quoting).writerows([["a", "b"], *rows])  # type: ignore[arg-type]
    raw = written.getvalue().encode(encoding)
    assert words(raw) == [["a", "b"], *rows]
    table = read_table_file(raw, NAME)
    assert table.changed({}) == raw
    again = read_table_file(table.changed({(1, 1): "7,5"}), NAME)
    assert again.words(1)[1] == "7,5"
    cell, new = table.rows[1][1], again.rows[1][1]
    assert again.text[: new.start] == table.text[: cell.start]
    assert again.text[new.end :] == table.text[cell.end :]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_whatever_parts_the_cells(separator: str) -> None:
    raw = f'"Name, all"{separator}x\nAda{separator}1\n'.encode()
    assert words(raw) == [["Name, all", "x"], ["Ada", "1"]]


def test_a_first_line_may_name_the_separator() -> None:
    raw = b"sep=;\r\na,b;c\r\n1;2\r\n"
    table = read_table_file(raw, NAME)
    assert words(raw) == [["a,b", "c"], ["1", "2"]]
    assert table.changed({(1, 1): "3"}) == b"sep=;\r\na,b;c\r\n1;3\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_another_encoding_comes_back_as_it_was(encoding: str) -> None:
    raw = 'Name;Punkte\r\n"Müller ""Bo""";\r\n'.encode(encoding)
    table = read_table_file(raw, NAME)
    assert table.words(1) == ['Müller "Bo"', ""]
    assert table.changed({(1, 1): "4,5"}) == 'Name;Punkte\r\n"Müller ""Bo""";4,5\r\n'.encode(encoding)


def test_bytes_that_no_code_page_has_come_back() -> None:
    raw = b"Name,x\nM\x81\xff,\n"
    table = read_table_file(raw, NAME)
    assert table.changed({(1, 1): "1"}) == b"Name,x\nM\x81\xff,1\n"


def test_quotation_marks_stay_and_come_where_they_must() -> None:
    table = read_table_file(b'a,b,c\n"1",2,3', NAME)
    assert table.changed({(1, 0): "4", (1, 1): "4,5", (1, 2): 'x"'}) == b'a,b,c\n"4","4,5","x"""'


def test_empty_lines_and_short_rows_stay() -> None:
    raw = b"a,b\n\n1\n2,3,4\n\n"
    assert words(raw) == [["a", "b"], [""], ["1"], ["2", "3", "4"], [""]]
    assert read_table_file(raw, NAME).changed({(3, 1): "9"}) == b"a,b\n\n1\n2,9,4\n\n"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04 xl/workbook.xml", "an Excel table, not CSV"),
        (b"%PDF-1.7", "a PDF, not CSV"),
        (b"<!DOCTYPE html><p>", "a web page, not CSV"),
        (b"a,b\n\0\0", "not text"),
        (b'a,b\n"x,1\n', "row 2: a quotation mark is not closed"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(raw: bytes, why: str) -> None:
    with pytest.raises(CourseError) as told:
        read_table_file(raw, NAME)
    assert str(told.value).startswith(f"{NAME}: {why}")
    assert str(told.value).endswith("as CSV")


def test_no_file_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_CELLS", 5)
    with pytest.raises(CourseError, match="more than 5 cells"):
        read_table_file(b",,,\n,,,\n", NAME)
    monkeypatch.setattr(tables, "MOST_BYTES", 3)
    with pytest.raises(CourseError, match="larger than"):
        read_table_file(b"a,b\n", NAME)
