"""A table read key by key: the first fault raised, or all of them noted, in the same words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.problems import FaultError, Where, problem_of, refuse
from coursekit.authoring.reading import inspect_table, read_table
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursekit.authoring.table import Table

TOML = """\
name = "The lamp"
long = \"\"\"One
line.

Another.\"\"\"
none = ""
few = []
number = 3
yes = true
day = 1912-03-04
names = ["a", "b"]
kind = "wik"
[[part]]
id = "x"
[[part]]
[inner]
key = 1
"""

FAULTS: list[tuple[Callable[[Table], object], object, str]] = [
    (lambda t: t.text("missing"), "", "1: missing: expected a text, found nothing"),
    (lambda t: t.text("number"), "", "8: number: expected a text, found a number"),
    (lambda t: t.text("none"), "", "6: none: expected a text, found nothing in it"),
    (lambda t: t.text("name", most=3), "The lamp", "1: name: expected at most 3 characters, found 8"),
    (lambda t: t.phrase("none"), "", "6: none: expected a text, found nothing in it; say “unknown” if nobody knows"),
    (lambda t: t.texts("number"), (), '8: number: expected a list of texts, as ["a", "b"], found a number'),
    (lambda t: t.texts("few", required=True), (), "7: few: expected at least one text"),
    (lambda t: t.listed("name"), (), "1: name: expected a list of texts, found a text"),
    (lambda t: t.flag("day"), True, "10: day: expected true or false, found a date or time"),
    (lambda t: t.number("yes"), Decimal(0), "9: yes: expected a number, found true or false"),
    (lambda t: t.whole("number", least=4), 4, "8: number: expected a whole number from 4 up, found 3"),
    (lambda t: t.whole("number", most=2), 0, "8: number: expected a whole number from 0 to 2, found 3"),
    (lambda t: t.whole("yes"), 0, "9: yes: expected a whole number from 0 up, found true or false"),
    (
        lambda t: t.one_of("kind", ("oil", "wick")),
        "oil",
        "12: kind: expected one of oil, wick, found “wik” (did you mean “wick”?)",
    ),
    (lambda t: t.one_of("number", ("oil",)), "oil", "8: number: expected one of oil, found a number"),
    (lambda t: t.tables("names"), [], "11: names: expected entries opened by [[names]], found a list"),
    (lambda t: t.tables("rows", least=1), [], "1: rows: expected at least 1 entry opened by [[rows]], found 0"),
    (
        lambda t: t.tables("part")[1].tables("row", least=2),
        [],
        "15: row: expected at least 2 entries opened by [[…row]], found 0",
    ),
    (lambda t: t.table("name").data, {}, "1: name: expected a table, found a text"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.toml"
    path.write_text(TOML, encoding="utf-8")
    return path


@pytest.mark.parametrize(("ask", "instead", "told"), FAULTS)
def test_a_fault_is_raised_in_use_and_noted_in_a_check(
    path: Path, ask: Callable[[Table], object], instead: object, told: str
) -> None:
    with pytest.raises(FaultError) as caught:
        ask(read_table(path, "x.toml"))
    assert str(caught.value) == f"x.toml:{told}"
    noting = inspect_table(path, "x.toml")
    assert ask(noting) == instead
    assert [str(problem) for problem in noting.problems] == [f"x.toml:{told}"]


def test_what_is_there_is_read(path: Path) -> None:
    table = read_table(path)
    assert table.text("long") == "One line.\n\nAnother."
    assert table.phrase("long") == "One line. Another."
    assert table.text("missing", "by default") == "by default"
    assert table.text("none", "by default") == table.text("none", empty=True) == table.phrase("none", empty=True) == ""
    assert table.texts("name") == ("The lamp",)
    assert table.texts("names") == table.listed("names") == ("a", "b")
    assert table.listed("few") == table.texts("nothing") == ()
    assert table.one_of("nothing", ("oil", "wick"), "wick") == "wick"
    assert table.whole("nothing", 7) == 7
    assert table.number("number") == Decimal(3)
    assert table.tables("part")[0].text("id") == "x"
    assert str(table.tables("part")[1].where) == f"{path}:15"
    assert table.table("inner").whole("key") == 1


def test_keys_that_nothing_reads_are_told_with_the_nearest_or_all_that_are_known(path: Path) -> None:
    table = inspect_table(path, "x.toml")
    for key in TOML.replace(" = ", "=").split("\n"):
        if "=" in key and not key.startswith(("day", "few", "id", "key")):
            table.raw(key.split("=")[0])
    table.raw("days"), table.raw("inner"), table.raw("part")
    table.done()
    assert str(table.problems[0]).startswith("x.toml:7: few: expected no such key; known are days, inner, kind")
    assert str(table.problems[1]) == "x.toml:10: day: expected no such key (did you mean “days”?)"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff", "x.toml:1: is not UTF-8; save it as UTF-8"),
        (b"a = 1\nb = ", "x.toml:2: not TOML: Invalid value"),
        (b"a = 1\n" * 400_000, "x.toml:1: too big: at most 2 MB"),
        (None, "x.toml:1: cannot be read (No such file or directory); it belongs here"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_fault(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "x.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FaultError) as caught:
        read_table(path, "x.toml")
    assert str(caught.value) == told
    noting = inspect_table(path, "x.toml")
    assert [str(problem) for problem in noting.problems] == [told]
    assert noting.data == {}


def test_of_several_faults_the_first_is_raised_with_the_number_of_the_others() -> None:
    first, second = Where("x.toml", 2).problem("a"), Where("x.toml", 10).problem("b")
    with pytest.raises(FaultError) as caught:
        refuse([second, first])
    assert str(caught.value) == "x.toml:2: a (and 1 more; `python3 course.py check` lists them)"
    assert problem_of(caught.value) == first
    refuse([])


def test_an_error_without_a_place_is_about_the_course_as_a_whole() -> None:
    assert problem_of(CourseError("no: such: 3: thing")) == Where().problem("no: such: 3: thing")
