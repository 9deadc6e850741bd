"""The report's figures are those reckoned by hand for a class of six."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import pytest

from coursekit.seminar.report.correlation import item_rest
from tests.seminar.report.six import reported, write

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.report.report import Report


def test_difficulty_and_discrimination(found: Report) -> None:
    items = {each.question.id: each for each in found.items}
    who, grid, count = items["x01-who"], items["x01-grid"], items["x01-count"]
    assert (who.handed, who.n, who.blank) == (6, 5, 1)
    # Right 3 of 5; the rest, of six points, is 6 4 2 0 2: Sxy = 12 - 3·14/5, Sxx = 3 - 9/5, Syy = 60 - 14²/5.
    assert who.share == pytest.approx(0.6)
    assert who.discrimination == pytest.approx(3.6 / sqrt(1.2 * 20.8))
    # Points 4 2 2 0 2 4 of 4; the rest, of three, 3 3 0 0 1 2: in halves and thirds Sxy = 14 - 7·9/6.
    assert (grid.n, grid.blank) == (6, 0)
    assert grid.share == pytest.approx(14 / 24)
    assert grid.discrimination == pytest.approx(3.5 / sqrt((11 - 49 / 6) * 9.5))
    # Right 3 of 5; the rest, of five points, 5 3 2 3 4.
    assert (count.n, count.blank) == (5, 1)
    assert count.discrimination == pytest.approx(1.8 / sqrt(1.2 * 5.2))
    why = items["x01-why"]
    assert (why.n, why.blank, why.share, why.discrimination) == (0, 6, None, None)


@pytest.mark.parametrize("pairs", [[], [(0, 1), (1, 0), (1, 1), (0, 0)], [(1, 0), (1, 1), (1, 0), (1, 1), (1, 0)]])
def test_of_fewer_than_five_or_where_nothing_varies_there_is_no_correlation(pairs: list[tuple[float, float]]) -> None:
    assert item_rest(pairs) is None


def test_of_four_there_is_no_figure(six: Path, handed: Path) -> None:
    for file in sorted(handed.glob("01-six-*"))[:2]:
        file.unlink()
    found = reported(six, handed)
    assert {each.share for each in found.items if each.exercise == "01-six"} == {None}
    assert {each.right for each in found.decided} == {None}
    assert not any(each.divides for each in found.decided)


def test_what_could_not_be_read_is_not_called_blank(six: Path, handed: Path) -> None:
    write(handed, "Gus", "01-six", answers={"x01-count": {"text": "a great many"}})
    (count,) = [each for each in reported(six, handed).items if each.question.id == "x01-count"]
    assert (count.n, count.blank, count.unread) == (5, 1, 1)


def test_decisions_with_their_readings(found: Report) -> None:
    decided = {(each.question.id, each.part): each for each in found.decided}
    who = decided["x01-who", ""]
    assert [(each.words, each.number, each.right) for each in who.readings] == [
        ("the keeper", 3, True),
        ("the clerk", 2, False),
    ]
    assert (who.divides, who.right, who.discrimination) == (pytest.approx(0.8), pytest.approx(0.6), None)
    first, second = decided["x01-grid", "r1:v"], decided["x01-grid", "r2:v"]
    assert (first.about, first.n, first.open, first.right) == ("the log · Lamp", 6, 0, pytest.approx(4 / 6))
    assert (second.n, second.open, second.divides) == (5, 1, pytest.approx(0.8))
    # Five filled in both cells: 11 10 01 00 11, so Sxy = 2 - 9/5 and Sxx = Syy = 3 - 9/5.
    assert first.discrimination == pytest.approx(0.2 / 1.2)
    assert [each.words for each in decided["x01-count", ""].readings] == ["7", "8", "9"]


def test_misconceptions_with_who_holds_them(found: Report) -> None:
    held = {each.code: each for each in found.held}
    assert [(each.learner, each.questions) for each in held["M8"].holders] == [
        ("Cy Storm", ("x01-who",)),
        ("Dee Fog", ("x01-who",)),
    ]
    assert (held["M8"].asked, held["M8"].name) == (6, "The date at the foot is the day itself")
    assert [each.learner for each in held["M11"].holders] == ["Bob Wick", "Dee Fog"]
    assert held["M11"].name == "M11"  # which the course's list does not have


def test_confidence_against_outcome(found: Report) -> None:
    data = found.calibration
    assert (data.n, data.people) == (5, 5)
    assert data.brier == pytest.approx((0 + 0.2**2 + 0.9**2 + 0.6**2 + 0.5**2) / 5)
    assert [(each.label, each.n, each.sure, each.right) for each in data.bins] == [
        ("50+", 1, 50, 1),
        ("60+", 1, 60, 0),
        ("80+", 1, 80, 1),
        ("90+", 1, 90, 0),
        ("100", 1, 100, 1),
    ]


def test_two_of_one_name_are_two_people(six: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        folder = tmp_path / "in" / f"Ada_{number}_assignsubmission_file_"
        write(folder, "Ada", "01-six", answers={"x01-who": {"choice": "b"}})
    found = reported(six, tmp_path / "in")
    assert found.people == 2
    assert len(found.held[0].holders) == 2
