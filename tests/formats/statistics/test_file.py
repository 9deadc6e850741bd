"""The file of item statistics: out and in again, with others, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.formats.statistics.figures import Figures, Key
from coursekit.formats.statistics.file import Statistics, put_together, read, to_tell, written

if TYPE_CHECKING:
    from pathlib import Path

KEY = Key("practice", "a-1", 1, "before")


def statistics(n: int) -> Statistics:
    found = Figures(options={"1": 0, "2": 0})
    for number in range(n):
        found.add(number % 5 / 4, number % 3 / 2, (str(1 + number % 2),))
    return {KEY: found, Key("L00", "00-place", 2): Figures(n=4, x=1, xx=1)}


def test_it_is_read_as_it_was_written_and_adds_up(tmp_path: Path) -> None:
    told, few = to_tell(statistics(40))
    raw = written("The lamp", told)
    assert few == 1
    (tmp_path / "one.json").write_bytes(raw)
    of, found = read(tmp_path / "one.json")
    assert (of, list(found)) == ("The lamp", [KEY])
    assert written(of, found) == raw
    both: Statistics = {}
    for _ in range(2):
        put_together(both, read(tmp_path / "one.json")[1])
    (row,) = json.loads(written(of, both))["items"]
    (once,) = json.loads(raw)["items"]
    assert (row["n"], row["options"]) == (80, {"1": 40, "2": 40})
    assert (row["p"], row["mean"], row["r"]) == (once["p"], once["mean"], once["r"])


def test_nothing_but_figures_is_in_it() -> None:
    whole = json.loads(written("The lamp", to_tell(statistics(40))[0]))
    assert set(whole) == {"format", "course", "fewest", "items"}
    row = whole["items"][0]
    texts = [value for value in row.values() if isinstance(value, str)]
    assert texts == ["practice", "a-1", "before"]


def test_an_id_that_could_not_be_read_again_is_not_written() -> None:
    (found,) = [value for key, value in statistics(40).items() if key == KEY]
    with pytest.raises(CourseError, match="an id has at most 80 signs"):
        written("The lamp", {KEY._replace(item="x" * 81): found})


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("format",), "coursekit-statistics/2"),
        (("items",), 7),
        (("items", 0, "n"), 4),
        (("items", 0, "n"), "40"),
        (("items", 0, "sums", "x"), 41),
        (("items", 0, "sums", "right"), 41),
        (("items", 0, "rest", "n"), 41),
        (("items", 0, "rest", "xy"), float("nan")),
        (("items", 0, "options", "1"), -1),
        (("items", 0, "options", "1"), 41),
        (("items", 0, "time"), "at noon"),
        (("items", 0, "item"), "x" * 81),
        (("items", 0), None),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, where: tuple[Any, ...], value: Any) -> None:
    whole = json.loads(written("The lamp", to_tell(statistics(40))[0]))
    inside = whole
    for step in where[:-1]:
        inside = inside[step]
    inside[where[-1]] = value
    (tmp_path / "one.json").write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(CourseError, match="no file of item statistics"):
        read(tmp_path / "one.json")


def test_an_item_that_stands_twice_is_refused(tmp_path: Path) -> None:
    whole = json.loads(written("The lamp", to_tell(statistics(40))[0]))
    whole["items"] *= 2
    (tmp_path / "one.json").write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(CourseError, match="no file of item statistics"):
        read(tmp_path / "one.json")


def test_counts_that_are_kept_back_stay_so(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(written("The lamp", {KEY: Figures(9, 9, 9, 9, options=None)}))
    (figures,) = read(tmp_path / "one.json")[1].values()
    assert figures.options is None
