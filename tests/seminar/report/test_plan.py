"""The plan for the next hour: what weighs most, with its passage, its vote and the readings that divide the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course
from coursekit.seminar.report.things import passages_of
from tests.seminar.report.six import reported, write

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.report.report import Report


def test_three_things_each_of_another_question_the_weightiest_first(found: Report) -> None:
    text, who, grid = found.plan.things
    assert found.plan.rests_on == "It rests on what 6 people handed in."
    assert (text.subject, text.passages, text.weight) == ("00-marks", ("BOX p2",), 1.0)
    assert text.pair == (("Archive reference", 2), ("Enclosure", 2))
    assert text.vote == "Mark where the paper is kept and what lay beside it. What would you do with ‘apart’?"
    assert text.rests_on == "5 of 5 readers marked words of it (00-marks)."
    assert (who.subject, who.passages, who.pair) == ("x01-who", ("BOX p1",), (("the keeper", 3), ("the clerk", 2)))
    assert who.rests_on == "5 decided this in 01-six (x01-who)."
    # The feedback on this cell names BOX p3.
    assert (grid.subject, grid.passages) == ("x01-grid", ("BOX p3",))
    assert grid.pair == (("says nothing", 3), ("says so", 2))
    assert grid.vote == "What does each say? the report · Lamp"


def test_a_lesson_s_own_vote_comes_once(found: Report) -> None:
    text, who, grid = found.plan.things
    assert text.lesson_vote is None  # the notes of lesson 0 have none
    assert who.lesson_vote is not None
    assert who.lesson_vote.question == "Who stood there?"
    assert grid.lesson_vote is None


def test_a_misconception_that_many_hold_comes_with_what_the_notes_say(six: Path, tmp_path: Path) -> None:
    for number in range(6):
        write(tmp_path / "in", f"Reader {number}", "01-six", answers={"x01-who": {"choice": "b"}})
    (thing,) = reported(six, tmp_path / "in").plan.things
    assert (thing.code, thing.weight) == ("M8", 1.0)
    assert thing.about == "M8: The date at the foot is the day itself"
    assert thing.turn.startswith("*He wrote it, so he saw it.*")
    assert thing.pair == ()  # nobody chose anything else
    assert thing.rests_on == "6 of 6 people show it, 6 of them in x01-who."


def test_with_fewer_than_five_it_says_so_and_proposes_nothing(six: Path, handed: Path) -> None:
    for file in handed.iterdir():
        if not any(name in file.read_text() for name in ("Ada", "Bob", "Cy", "Dee")):
            file.unlink()
    plan = reported(six, handed).plan
    assert plan.things == ()
    assert plan.rests_on == "Fewer than 5 people handed in, so nothing is proposed."


def test_where_all_agree_it_proposes_nothing(six: Path, tmp_path: Path) -> None:
    for number in range(6):
        write(tmp_path / "in", f"Reader {number}", "01-six", answers={"x01-who": {"choice": "a"}})
    plan = reported(six, tmp_path / "in").plan
    assert plan.things == ()
    assert "divides them enough" in plan.rests_on


def test_where_a_cell_s_feedback_names_no_place_its_words_do_or_the_question_rests_on_some(six: Path) -> None:
    grid = Course(six).exercises["01"].question("x01-grid")
    assert grid is not None
    assert passages_of(grid, "r1:v", "the log (BOX p2)") == ("BOX p2",)
    assert passages_of(grid, "r2:w", "the report") == ("BOX p3",)  # another column of a row that names one
    assert passages_of(grid, "r1:v", "the log") == ("BOX p1", "BOX p2")
