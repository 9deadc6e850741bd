"""An instructor's notebook: answers put before a reader, levels kept and found again, nobody's work in the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.lesson import agreement, read_answers
from coursekit.seminar import levels
from coursekit.seminar.desk.kept import Kept
from tests.exercise import NAME
from tests.lesson.conftest import WIDGET, Page
from tests.seminar.handed import QUESTION, REFLECTION, gave, hand_in, lay_out, lay_out_texts, lesson_hand_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def handed(page: Page, course: Path, work: Path) -> Path:
    lay_out(course)
    return work / "hand-ins"


def answers(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.widget().session.setup["answers"]
    return found


def test_without_hand_ins_it_says_so_and_still_shows_the_rubric(page: Page, handed: Path) -> None:
    read_answers(QUESTION, "hand-ins", marker="AB")
    (shown,) = page.outputs
    assert "No hand-ins are here yet: work/hand-ins is not there." in shown.words
    assert "Says where it ends: 0 nowhere; 1 somewhere" in shown.words


def test_what_lies_on_the_desk_is_read_and_an_empty_desk_is_told(
    page: Page, handed: Path, work: Path, tmp_path: Path
) -> None:
    read_answers(QUESTION, marker="AB")
    assert "No hand-ins are on the teacher’s desk yet. Put them there: desk.ipynb" in page.last.words
    hand_in(work / "teaching" / "in" / "hand-ins", "Ada", "On the desk.")
    hand_in(tmp_path / "term", "Bob", "In a folder that the desk names.")
    Kept(work).name_folder(str(tmp_path / "term"))
    read_answers(QUESTION, marker="AB", anonymous=False)
    assert {each["text"] for each in answers(page)} == {"On the desk.", "In a folder that the desk names."}


@pytest.mark.parametrize("folder", ["nowhere", "x" * 5000, "a\0b"])
def test_a_folder_that_is_not_there_or_cannot_be_is_told(page: Page, handed: Path, folder: str) -> None:
    read_answers(QUESTION, folder, marker="AB")
    assert "is not there" in page.last.words


def test_without_an_answer_to_this_question_it_says_so(page: Page, handed: Path) -> None:
    hand_in(handed, "Ada", "")
    (handed / "notes.txt").write_text("nothing")
    read_answers(QUESTION, "hand-ins", marker="AB")
    (shown,) = page.outputs
    assert "No answer to this question is in work/hand-ins yet." in shown.words
    assert "1 hand-in left this question blank. 1 file could not be read; grade says which" in shown.words


def test_no_name_reaches_the_page(page: Page, handed: Path) -> None:
    for name in ("Ada Lovelace", "Bob Noyce"):
        hand_in(handed / f"{name}_1_assignsubmission_file_", name, "Because.")
    read_answers(QUESTION, "hand-ins", marker="AB", anonymous=True)
    sent = json.dumps(page.widget().get_state()["setup"]) + "".join(str(each.data) for each in page.outputs)
    assert [each["label"] for each in answers(page)] == ["Answer 1", "Answer 2"]
    assert "Ada" not in sent
    assert "Noyce" not in sent


def test_with_names_they_are_there(page: Page, handed: Path) -> None:
    hand_in(handed, "Bob", "Because.")
    hand_in(handed, "Ada", "Because.")
    read_answers(QUESTION, "hand-ins", marker="AB", anonymous=False)
    assert [each["label"] for each in answers(page)] == ["Ada", "Bob"]


def test_the_notebooks_file_holds_neither_answers_nor_names(page: Page, handed: Path) -> None:
    hand_in(handed, "Ada", "Words of her own.")
    read_answers(QUESTION, "hand-ins", marker="AB", anonymous=False)
    saved = "".join(str(output.data) for output in page.outputs)
    assert WIDGET in saved
    assert "Words of her own" not in saved
    assert "Ada" not in saved


def test_levels_are_on_the_disk_before_they_are_called_saved_and_there_again(
    page: Page, handed: Path, work: Path, restart: Any
) -> None:
    content = hand_in(handed, "Ada", "Because.")
    read_answers(QUESTION, "hand-ins", marker="AB")
    (answer,) = answers(page)
    told = page.tell(page.widget(), n=1, op="levels", answer=answer["id"], levels={"claim": 2}, comment="Fair.")
    assert [each["op"] for each in told] == ["changed", "ack"]
    kept = levels.read(work / "marking" / "levels-AB.jsonl").given[content, QUESTION]
    assert (kept.levels, kept.comment, kept.at) == ({"claim": 2}, "Fair.", told[-1]["at"])
    restart()
    read_answers(QUESTION, "hand-ins", marker="AB")
    (again,) = answers(page)
    assert (again["levels"], again["comment"], again["at"]) == ({"claim": 2}, "Fair.", kept.at)
    restart()
    read_answers(QUESTION, "hand-ins", marker="CD")
    assert answers(page)[0]["levels"] == {}, "another marker does not see them"


def test_a_level_that_is_none_is_refused(page: Page, handed: Path, work: Path) -> None:
    hand_in(handed, "Ada", "Because.")
    read_answers(QUESTION, "hand-ins", marker="AB")
    name = answers(page)[0]["id"]
    (told,) = page.tell(page.widget(), n=1, op="levels", answer=name, levels={"claim": 9}, comment="")
    assert (told["op"], "0 to 3" in told["why"]) == ("refused", True)
    assert not (work / "marking").exists()


def test_a_lesson_s_texts_are_read_the_same_way(page: Page, handed: Path, course: Path, work: Path) -> None:
    lay_out_texts(course)
    answer = {REFLECTION: {"text": "The keeper.", "levels": {"ground": 3}}}
    content = lesson_hand_in(course, handed, "Ada", answer)
    hand_in(handed, "Ada", "Of the exercise.")
    read_answers(REFLECTION, "hand-ins", marker="AB")
    (shown,) = answers(page)
    assert (shown["text"], shown["levels"]) == ("The keeper.", {}), "what a learner set is not the marker's"
    assert "for no points" in page.last.words
    page.tell(page.widget(), n=1, op="levels", answer=shown["id"], levels={"ground": 1}, comment="")
    assert levels.read(work / "marking" / "levels-AB.jsonl").given[content, REFLECTION].levels == {"ground": 1}


def test_the_list_of_what_is_read_has_the_lessons_texts(page: Page, handed: Path, course: Path) -> None:
    lay_out_texts(course)
    read_answers("00-place", marker="AB")
    assert "00-place: is not read by a rubric; these are: x00-why, 00-believe, 00-short" in page.last.words


@pytest.mark.parametrize(
    ("question", "marker", "told"),
    [
        ("x00-grid", "AB", "is not read by a rubric; these are: x00-why"),
        ("x77-none", "AB", "is not read by a rubric"),
        (QUESTION, "", "say who reads"),
        (QUESTION, "A/B", "say who reads"),
    ],
)
def test_a_mistake_is_one_plain_line(page: Page, handed: Path, question: str, marker: str, told: str) -> None:
    read_answers(question, "hand-ins", marker=marker)
    assert told in page.last.words


def test_a_students_copy_shows_no_samples_this_way(page: Page, handed: Path, course: Path) -> None:
    from coursekit.authoring.sealed import seal

    toml = course / "solutions" / NAME / "exercise.toml"
    given = course / "exercises" / NAME
    given.mkdir(parents=True)
    (given / "questions.sealed").write_text(seal(toml.read_text()))
    toml.unlink()
    read_answers(QUESTION, "hand-ins", marker="AB")
    assert "instructor's copy" in page.last.words


def test_agreement_is_a_table_or_says_what_is_missing(page: Page, handed: Path, course: Path, work: Path) -> None:
    agreement(QUESTION)
    assert "needs two markers; nobody has read answers to it so far." in page.last.words
    one, other = "a" * 64, "b" * 64
    for content in (one, other):
        gave(course, work, "AB", content, 1, 3)
    agreement(QUESTION)
    assert "so far AB has read answers to it." in page.last.words
    gave(course, work, "CD", one, 1, 1)
    gave(course, work, "CD", other, 2, 3)
    agreement(QUESTION)
    words = page.last.words
    assert "x00-why: AB and CD" in words
    assert "Says what is claimed 2 1 (50%) 0.00" in words
    assert "All rows together 4 2 (50%)" in words
    assert "Two levels apart or more; read these again together:" in words
    assert "Says where it ends: AB 3, CD 1" in words
