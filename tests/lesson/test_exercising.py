"""An exercise in a notebook: hints one by one, the answer held back, the solution after a try, one file to hand in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.authoring.sealed import seal
from coursekit.build.class_copy import class_copy
from coursekit.course import course as the_course
from coursekit.journal import Journal
from coursekit.lesson import answer, ask, hand_in, points, results, solution, worked
from coursekit.marking.exercise import mark_exercise
from coursekit.marking.hand_in import read_hand_in
from coursekit.marking.writing import FOLDER, write_hand_in
from tests.exercise import NAME, lay_out_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.course import Course
    from tests.lesson.conftest import Page

RIGHT = {"log": {"lamp": "says", "oil": 4.6}, "report": {"lamp": "silent", "oil": 0}}


@pytest.fixture(autouse=True)
def exercise(course: Path) -> Path:
    return lay_out_exercise(course)


def pressed(page: Page) -> str:
    """Press the button put out last and return what is shown."""
    from coursekit.lesson.plain import plain

    button, shown = page.widget().children
    button.click()
    return plain(shown.value)


def handed_in(page: Page, name: str, *, insist: bool = False) -> dict[str, Any]:
    """Ask the form put out last for the file; return what it is told of that."""
    told = page.tell(page.widget(), op="hand-in", n=1, learner=name, insist=insist)
    found: dict[str, Any] = next(message for message in told if message["op"] != "now")
    return found


def written(here: Course) -> Path:
    return write_hand_in(here.exercises[NAME], here.journal, here.library, here.work / FOLDER, "Ann")


def try_all() -> None:
    answer("x00-grid", {"log": {"lamp": "silent", "oil": 9}})
    answer("x00-day", "4 November 1871")
    answer("x00-why", "I believe the keeper.")


def test_hints_come_one_by_one_and_are_kept(page: Page, restart: Any, work: Path) -> None:
    ask("x00-grid")
    replies = page.tell(page.widget(), n=1, op="hint", step=1)
    assert [reply["op"] for reply in replies] == ["ack", "hints"]
    assert replies[1]["hints"] == ["Look at the second entry."]
    page.tell(page.widget(), n=2, op="hint", step=2)
    restart()
    ask("x00-grid")
    assert page.widget().session.saved["hints"] == ["Look at the second entry.", "Ask who saw it."]
    events = [event for event in Journal(work / "journal.jsonl").read().events if event.event == "hint"]
    assert [event.data["step"] for event in events] == [1, 2]


@pytest.mark.parametrize("step", [0, 4, "1", None, True])
def test_a_hint_there_is_not_is_refused(page: Page, step: object) -> None:
    ask("x00-grid")
    (reply,) = page.tell(page.widget(), n=1, op="hint", step=step)
    assert reply["op"] == "refused"


def test_the_view_says_how_many_hints_there_are_and_none_of_them(page: Page) -> None:
    ask("x00-grid")
    assert page.widget().session.view["hints"] == 3
    assert "gallery" not in str(page.widget().session.view)


def test_what_is_right_is_held_back_until_the_solution_was_opened(page: Page) -> None:
    answer("x00-day", "4 November 1871")
    assert "Look at the head" in page.last.words
    assert "secret" not in page.last.words
    answer("x00-grid", {"log": {"lamp": "silent", "oil": 9}})
    answer("x00-why", "I believe the keeper.")
    solution(NAME)
    assert "Worked solution: The log" in pressed(page)
    ask("x00-day")
    assert "secret entry" in page.last.words


def test_the_solution_opens_after_a_try_only(page: Page, work: Path) -> None:
    solution(NAME)
    assert "Not yet: 3 of 3 parts are not checked" in pressed(page)
    answer("x00-grid", {"log": {"lamp": "says"}})  # one cell of four
    answer("x00-day", "1871")
    answer("x00-why", "The keeper.")
    solution(NAME)
    assert "(Fill in what the log bears out)" in pressed(page)
    try_all()
    solution(NAME)
    assert "The secret entry is of the third." in pressed(page)
    assert [e.data for e in Journal(work / "journal.jsonl").read().events if e.event == "solution"] == [
        {"exercise": NAME}
    ]


def test_in_a_class_copy_the_solution_is_not_there(page: Page, exercise: Path) -> None:
    from coursekit.build.exercises import make

    sealed = next(content for path, content in make(exercise).items() if path.name == "questions.sealed")
    target = exercise.parent.parent / "exercises" / NAME / "questions.sealed"
    target.parent.mkdir(parents=True)
    target.write_bytes(sealed)
    (exercise / "exercise.toml").unlink()
    try_all()
    solution(NAME)
    assert page.last.words == "The worked solution is not in this copy of the course: your instructor has it."


def test_results_count_here_and_name_what_a_teacher_reads(page: Page) -> None:
    results(NAME)
    box = page.last
    assert "0 of 6 points counted here: 0 of 2 parts right, 2 not answered yet." in box.words
    answer("x00-grid", RIGHT)
    assert "4 of 6 points counted here: 1 of 2 parts right, 1 not answered yet." in box.words
    assert "1 part is read by your teacher (3 points); 0 written." in box.words
    assert "right · 4 of 4 points · checked once" in box.words
    assert "To look at again" not in box.words
    answer("x00-grid", {"log": {"lamp": "says"}})
    assert "To look at again" not in box.words, "what is only blank is not wrong"
    answer("x00-day", "1066")
    assert "To look at again:\nWhen was it written?" in box.words


def test_points_are_a_cells_last_value(page: Page) -> None:
    assert points("x00-grid") == 0.0
    answer("x00-grid", {"log": {"lamp": "says", "oil": 4.58}})
    assert points("x00-grid") == 1.0
    assert points("x00-nothing") == 0.0  # a cell without a value would have full credit
    assert "no such part" in page.last.words


def test_a_hand_in_asks_for_a_name_once_and_holds_everything(page: Page, work: Path, restart: Any) -> None:
    try_all()
    hand_in(NAME)
    refused = handed_in(page, " ")
    assert (refused["op"], refused["why"]) == ("refused", "say in whose name; a pseudonym will do")
    made = handed_in(page, "Ann O'Neill")
    assert (made["op"], made["learner"], made["name"]) == ("handed-in", "Ann O'Neill", "00-log-ann-o-neill.json")
    assert made["where"] == f"at {work / 'hand-ins' / made['name']}"
    restart()
    hand_in(NAME)
    assert page.widget().setup["learner"] == "Ann O'Neill"
    (path,) = (work / "hand-ins").glob("*.json")
    assert path.read_text(encoding="utf-8") == made["content"]
    found = read_hand_in(path.read_bytes())
    assert (found.exercise, found.version, found.learner) == (NAME, 1, "Ann O'Neill")
    assert set(found.answers) == {"x00-grid", "x00-day", "x00-why"}
    assert [entry["what"] for entry in found.history] == ["checked"] * 3
    assert set(found.texts) == set(the_course().library.sigla)


def test_a_lesson_says_whom_it_concerns(page: Page) -> None:
    hand_in("L00")
    assert "Hand this lesson in. Only where your instructor asks for it" in page.last.words
    assert "your answers and marks" in page.last.words
    assert page.widget().setup["unit"] == "lesson"


def test_the_page_asks_before_it_replaces_a_fuller_hand_in(page: Page, work: Path, restart: Any) -> None:
    try_all()
    hand_in(NAME)
    handed_in(page, "Ann")
    (path,) = (work / "hand-ins").glob("*.json")
    full = path.read_bytes()
    (work / "journal.jsonl").unlink()
    restart()
    hand_in(NAME)
    asked = handed_in(page, "Ann")
    assert (asked["op"], asked["why"][:41]) == ("emptier", "The file you made before answers 3 parts "[:41])
    assert path.read_bytes() == full
    assert handed_in(page, "Ann", insist=True)["op"] == "handed-in"
    assert path.with_name(f"{path.name}.before-1").read_bytes() == full


def test_the_form_follows_what_is_answered(page: Page) -> None:
    hand_in(NAME)
    form = page.widget()
    assert [part["done"] for part in form.setup["parts"]] == [False] * 3
    page.said[form.model_id].clear()
    answer("x00-day", "1871-11-03")
    (told,) = page.said[form.model_id]
    assert [part["done"] for part in told["parts"]] == [False, True, False]
    assert told["parts"][1]["stands"] == "right · 2 of 2 points · checked once"


def test_without_a_kernel_the_way_by_the_command_line_is_told(page: Page) -> None:
    hand_in(NAME)
    assert "python3 course.py hand-in 00" in page.last.words


@pytest.mark.parametrize(
    "tried", [{}, {"x00-grid": RIGHT}, {"x00-grid": {"log": {"oil": 4.58}}, "x00-day": "1871-11-03"}]
)
def test_a_hand_in_is_marked_as_the_learner_saw_it(page: Page, tried: dict[str, Any]) -> None:
    for name, value in tried.items():
        answer(name, value)
    here = the_course()
    handed = read_hand_in(written(here).read_bytes())
    marked = mark_exercise(here.exercises[NAME], handed.answers, here.shelf)
    results(NAME)
    assert marked.summary in page.last.words
    assert {q.id: mark.points for q, mark in marked.marks if q.kind != "text"} == {
        name: points(name) for name in ("x00-grid", "x00-day")
    }


def test_a_hand_in_beside_the_notebook_is_what_counts(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer("x00-grid", RIGHT)
    here = the_course()
    path = written(here)
    answer("x00-grid", {"log": {"lamp": "silent"}})
    folder = tmp_path / "submitted"
    folder.mkdir()
    (folder / "mine.json").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "other.json").write_text(json.dumps({"format": "something else"}), encoding="utf-8")
    monkeypatch.setenv("COURSEKIT_COURSE", str(here.root))
    monkeypatch.chdir(folder)
    assert points("x00-grid") == 4.0


def test_a_released_solution_opens_in_a_class_copy_after_a_try(
    page: Page, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = course / "exercises" / NAME
    given.mkdir(parents=True)
    (given / "questions.sealed").write_text(seal((course / "solutions" / NAME / "exercise.toml").read_text()))
    (given / f"{NAME}.ipynb").write_text("{}")
    class_copy(course, tmp_path / "without")
    class_copy(course, tmp_path / "with", [NAME])
    monkeypatch.setenv("COURSEKIT_COURSE", str(tmp_path / "without"))
    solution(NAME)
    assert "is not in this copy of the course: your instructor has it" in page.last.html
    monkeypatch.setenv("COURSEKIT_COURSE", str(tmp_path / "with"))
    solution(NAME)
    assert pressed(page).startswith("Not yet: 3 of 3 parts")
    try_all()
    solution(NAME)
    shown = pressed(page)
    assert "Worked solution: The log" in shown
    assert "The secret entry is of the third." in shown
    assert "The secret reason why." in shown
    assert "solutions/" not in shown
    worked("x00-day")
    assert "the worked answer is not in this copy of the course" in page.last.html
