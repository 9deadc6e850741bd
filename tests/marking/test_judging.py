"""Whatever is in a file, it has a row with a reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.marking import judging
from coursekit.marking.found import Candidate
from coursekit.marking.judging import judge, marks_of
from coursekit.marking.row import FAULT, MARKED, NEWER, NONE, STATUSES, UNKNOWN, UNREADABLE, Row
from tests.marking.handing import GRID, RIGHT, SPAN, made, raw

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.marking.keys import Keys


def row(keys: Keys, data: object = None, name: str = "a.json", **fields: Any) -> Row:
    content = data if isinstance(data, bytes) else raw(made(**fields) if data is None else data)
    return judge(Candidate(name, content), keys)


def test_a_right_hand_in_has_all_points_and_no_note(keys: Keys) -> None:
    found = row(keys)
    assert (found.status, found.points, found.of, found.for_a_teacher, found.note) == (MARKED, 6, 6, 3, "")
    assert found.version == "2 (marking 2)"
    assert found.made == "2026-01-31T12:00:00Z"


def test_a_blank_one_has_no_points_and_nothing_wrong(keys: Keys) -> None:
    found = row(keys, answers={})
    assert (found.status, found.points, found.for_a_teacher, found.note) == (MARKED, 0, 0, "nothing answered")


def test_each_part_counts_by_itself(keys: Keys) -> None:
    grid = {"cells": {**GRID, "copy": {"who": "C", "year": "1893"}}}
    assert row(keys, answers={**RIGHT, "x00-grid": grid}).points == 5
    assert row(keys, answers={"x00-when": {"text": "4 March 1893"}}).points == 1


def test_an_older_version_is_marked_with_the_key_of_today_and_says_so(keys: Keys) -> None:
    found = row(keys, version=1)
    assert (found.status, found.points) == (MARKED, 6)
    assert found.note == "made with version 1 of the exercise, marked with 2"


def test_a_newer_version_is_not_guessed_at(keys: Keys) -> None:
    found = row(keys, version=3)
    assert (found.status, found.points, found.learner) == (NEWER, None, "Ada")
    assert "bring the course up to date" in found.note


@pytest.mark.parametrize("name", ["77-none", "00", "../00-lamp", "00-lamp\x00", "=1+1", "00-lamp/exercise"])
def test_an_unknown_exercise_is_told_with_those_there_are(keys: Keys, name: str) -> None:
    found = row(keys, exercise=name)
    assert (found.status, found.learner) == (UNKNOWN, "Ada")
    assert "there is 00-lamp" in found.note


def test_who_handed_in_is_told_even_where_the_rest_is_no_good(keys: Keys) -> None:
    found = row(keys, {**made("Ada\n\u202e"), "version": "two"})
    assert (found.status, found.learner, found.exercise) == (NONE, "Ada", "00-lamp")


def test_a_file_that_was_not_read_keeps_its_reason(keys: Keys) -> None:
    found = judge(Candidate("x\n\ud800.json", None, "encrypted"), keys)
    assert (found.status, found.note, found.file) == (UNREADABLE, "encrypted", "x \ufffd.json")


def test_what_an_answer_is_not_is_named(keys: Keys) -> None:
    answers = {"x00-grid": {"cells": {"nowhere": {}}}, "x00-when": 3, "x00-where": RIGHT["x00-where"]}
    found = row(keys, answers=answers)
    assert found.points == 1
    assert "x00-grid not read: The answer names a row or column" in found.note
    assert "x00-when not read: " in found.note


def test_cells_that_were_filled_in_and_not_read_are_told_and_not_called_blank(keys: Keys) -> None:
    found = row(keys, answers={"x00-grid": {"cells": {"letter": {"year": "in his youth"}}}})
    assert found.points == 0
    assert found.note.startswith("x00-grid not read: letter, ")
    assert "No number was found in that" in found.note
    assert "nothing answered" not in found.note


@pytest.mark.parametrize("answer", [{}, {"text": " "}, {"text": "\u200e"}, {"spans": []}, {"confidence": 3}, None])
def test_what_is_blank_is_nothing_answered(keys: Keys, answer: object) -> None:
    assert "nothing answered" in row(keys, answers={"x00-say": answer}).note


def test_a_year_in_figures_of_another_script_is_that_year(keys: Keys) -> None:
    grid = {"cells": {**GRID, "letter": {**GRID["letter"], "year": "\u200e١٨٩٣"}}}
    assert row(keys, answers={**RIGHT, "x00-grid": grid}).points == 6


def test_answers_to_other_exercises_are_passed_over_and_named(keys: Keys) -> None:
    found = row(keys, answers={**RIGHT, "x09-matrix": {}, "=x": {}, "\ud800": {}, "c": {}})
    assert found.points == 6
    assert found.note == "passed over, being no part of this exercise: x09-matrix, =x, \ufffd and 1 more"


def test_a_text_that_was_written_is_for_a_teacher(keys: Keys) -> None:
    assert row(keys, answers={"x00-say": {"text": "Who?"}}).for_a_teacher == 3
    assert row(keys, answers={"x00-say": {"text": " "}}).for_a_teacher == 0


def test_places_in_another_edition_are_told(keys: Keys) -> None:
    here = {"BOX": {"guide": keys.editions["BOX"]["guide"]}}
    assert row(keys, texts=here).note == ""
    assert row(keys, texts={"BOX": {"guide": "0" * 64}}).note == "places were marked in another edition of BOX"


def test_a_clock_that_is_ahead_is_told(keys: Keys) -> None:
    assert "its own clock" in row(keys, made="2199-01-01T00:00:00Z").note


def test_the_marks_tell_part_by_part_and_no_words(keys: Keys) -> None:
    key = keys.get("00-lamp")
    assert key is not None
    from coursekit.marking.hand_in import read_hand_in

    grid = {"cells": {"copy": {"year": "1893"}}}
    found = json.loads(marks_of(key, read_hand_in(raw(made(answers={"x00-grid": grid}))), keys).questions)
    assert [(each["id"], each["state"], each["points"], each["of"]) for each in found] == [
        ("x00-grid", "wrong", 0, 4),
        ("x00-when", "unanswered", 0, 1),
        ("x00-where", "unanswered", 0, 1),
        ("x00-say", "unanswered", 0, 3),
    ]
    assert {"part": "copy:year", "tone": "wrong", "misconception": "M8"} in found[0]["parts"]
    assert "of what was copied" not in json.dumps(found)


def test_marks_are_looked_up_under_content_and_key(keys: Keys) -> None:
    store: dict[tuple[str, str], Any] = {}
    found = Candidate("a.json", raw(made()))
    first = judge(
        found, keys, lambda *key: store.get(key), lambda content, basis, marks: store.update({(content, basis): marks})
    )
    assert list(store) == [(first.content, first.basis)]

    def never(*_given: Any) -> None:
        raise AssertionError

    assert judge(found, keys, lambda *key: store[key], never) == first


def test_a_fault_in_marking_costs_one_row(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(judging, "mark_exercise", broken)
    found = row(keys)
    assert (found.status, found.learner, found.points) == (FAULT, "Ada", None)
    assert "ZeroDivisionError" in found.note


def test_a_faulty_exercise_of_the_course_stops_with_file_and_line(key: Path, keys: Keys) -> None:
    key.write_text(key.read_text(encoding="utf-8").replace('kind = "date"', 'kind = "datum"'), encoding="utf-8")
    with pytest.raises(CourseError, match=r"solutions/00-lamp/exercise\.toml:\d+: "):
        row(keys)


def test_a_key_mended_without_a_new_version_is_another_key(key: Path, keys: Keys, course: Path) -> None:
    from coursekit.marking.keys import Keys as Again

    before = row(keys).basis
    key.write_text(key.read_text(encoding="utf-8").replace("1951", "1952"), encoding="utf-8")
    assert row(Again(Course(course))).basis != before


@pytest.mark.parametrize(
    "answers",
    [
        {"x00-grid": {"cells": {"copy": {"year": "9" * 2000}}}},
        {"x00-grid": {"cells": {"copy": {"year": "1e999999"}}}},
        {"x00-grid": {"cells": {"copy": {"who": "\ud800" * 500}}}},
        {"x00-when": {"text": "1893" * 500}},
        {"x00-when": {"text": "between " * 100}},
        {"x00-where": {"spans": [{**SPAN, "start": 10**18, "end": -1}]}},
        {"x00-where": {"spans": [SPAN] * 3000}},
        {"x00-say": {"text": "a" * 70_000}},
        {"x00-say": {"text": "<script>", "levels": {"a": 1e308}}},
        {name: [[[[]]]] for name in RIGHT},
    ],
)
def test_no_answer_is_more_than_an_answer(keys: Keys, answers: dict[str, Any]) -> None:
    found = row(keys, answers=answers)
    assert found.status == MARKED
    assert found.points == 0
    assert all(sign.isprintable() for cell in found.cells() for sign in cell)


def test_the_list_of_statuses_is_closed() -> None:
    assert len(set(STATUSES)) == 7
