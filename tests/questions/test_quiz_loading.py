"""A quiz file says where it is wrong: file, line, key, what was expected."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.questions import Questions, check_quiz, load_quiz

QUIZ = Path(__file__).with_name("data") / "01-lighthouse.toml"
GOOD = """[[question]]
id = "01-try"
kind = "single"
prompt = "What?"
[[question.option]]
text = "this"
right = true
feedback = "Yes."
[[question.option]]
text = "that"
feedback = "No."
"""
FAULTS = [
    ('id = "01-try"', 'id = "try"', ":2: id: expected two digits and words, as 01-custody, found “try”"),
    ('id = "01-try"\n', "", ":1: id: expected a text, found nothing"),
    ('kind = "single"', 'kind = "singel"', "found “singel” (did you mean “single”?)"),
    ('kind = "single"', "kind = 3", ":3: kind: expected one of"),
    ('prompt = "What?"', 'promt = "What?"', ":1: prompt: expected a text, found nothing"),
    ('prompt = "What?"', 'prompt = "What?"\npionts = 2', ":5: pionts: expected no such key (did you mean “points”?)"),
    ('prompt = "What?"', 'prompt = "  "', ":4: prompt: expected a text, found nothing in it"),
    ('prompt = "What?"', 'prompt = "What?"\npoints = 0', ":5: points: expected more than 0"),
    ('prompt = "What?"', 'prompt = "What?"\npoints = nan', ":5: points: expected a number"),
    (
        'prompt = "What?"',
        'prompt = "What?"\nconfidence = "yes"',
        ":5: confidence: expected true or false, found a text",
    ),
    ('prompt = "What?"', 'prompt = "What?"\nversion = 0', ":5: version: expected a whole number from 1 up"),
    ('prompt = "What?"', 'prompt = "What?"\nrests_on = ["LOG-p2"]', ":5: rests_on: expected paragraphs as LOG p11"),
    ('prompt = "What?"', 'prompt = "What?"\nrests_on = [3]', ":5: rests_on: expected a list of texts"),
    ('prompt = "What?"', 'prompt = "What?"\npurpose = "exam"', ":5: purpose: expected one of quiz, warm-up"),
    ('feedback = "No."', "", ":9: feedback: expected a text, found nothing"),
    (
        'feedback = "No."',
        'feedback = "No."\nmisconcepton = "M1"',
        ":12: misconcepton: expected no such key (did you mean",
    ),
    ("right = true\n", "", "option: expected exactly one option with right = true"),
    ('text = "that"', 'text = "that"\nright = true', "option: expected exactly one option with right = true"),
    ('text = "that"', 'id = "a"\ntext = "that"', ":10: id: expected an id used once here, found “a” twice"),
    ("[[question]]", "[[queston]]", ":1: question: expected entries opened by [[question]], found a table"),
    ("[[question]]", "[[question]", ":1: not TOML"),
]


@pytest.fixture
def quiz_file(tmp_path: Path) -> Any:
    path = tmp_path / "01-try.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_is_told_with_file_line_and_key(quiz_file: Path, old: str, new: str, message: str) -> None:
    quiz_file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_quiz(quiz_file, "01-try.toml")
    assert str(caught.value).startswith("01-try.toml:")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_good_file_loads(quiz_file: Path) -> None:
    (question,) = load_quiz(quiz_file)
    assert (question.id, question.points, question.purpose) == ("01-try", 1.0, "quiz")
    assert check_quiz(quiz_file) == []


def test_check_finds_one_fault_a_question(quiz_file: Path) -> None:
    second = GOOD.replace("01-try", "01-two").replace('prompt = "What?"', "prompt = 1")
    quiz_file.write_text(GOOD.replace('"What?"', '""') + second + GOOD.replace("01-try", "01-three"), encoding="utf-8")
    problems = check_quiz(quiz_file, "quiz.toml")
    assert [(problem.file, problem.line) for problem in problems] == [("quiz.toml", 4), ("quiz.toml", 15)]


def test_an_id_used_twice_is_told_with_both_places(quiz_file: Path) -> None:
    quiz_file.write_text(GOOD + GOOD, encoding="utf-8")
    with pytest.raises(CourseError, match=r"q:13: id: expected an id used once; 01-try stands at q:1"):
        load_quiz(quiz_file, "q")
    assert len(check_quiz(quiz_file, "q")) == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="cannot be read"):
        load_quiz(tmp_path / "none.toml")


def test_paragraphs_of_a_prompt_are_kept_and_lines_joined(quiz_file: Path) -> None:
    quiz_file.write_text(GOOD.replace('"What?"', '"""\nOne\nline.\n\nTwo."""'), encoding="utf-8")
    assert load_quiz(quiz_file)[0].prompt == "One line.\n\nTwo."


class TestQuestionsOfACourse:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Any:
        quizzes = tmp_path / "lessons" / "quizzes"
        quizzes.mkdir(parents=True)
        shutil.copy(QUIZ, quizzes)
        return tmp_path

    def test_are_found_by_id_and_by_quiz(self, root: Path) -> None:
        questions = Questions(root)
        assert questions["01-keeper"].kind == "single"
        assert [question.id for question in questions.quizzes["01-lighthouse"]][:2] == ["01-keeper", "01-silences"]
        assert str(questions["01-keeper"].where) == "lessons/quizzes/01-lighthouse.toml:3"

    def test_an_unknown_id_is_told_with_the_nearest(self, root: Path) -> None:
        with pytest.raises(
            CourseError, match=r"01-keper: no such question in lessons/quizzes .did you mean “01-keeper”"
        ):
            Questions(root)["01-keper"]

    def test_an_id_in_two_files_is_told(self, root: Path) -> None:
        quizzes = root / "lessons" / "quizzes"
        shutil.copy(QUIZ, quizzes / "02-more.toml")
        with pytest.raises(CourseError, match=r"02-more.toml:3: id: 01-keeper is taken at lessons/quizzes/01-"):
            _ = Questions(root).by_id

    def test_one_question_reads_the_quizzes_of_its_number_only(self, root: Path) -> None:
        (root / "lessons" / "quizzes" / "02-faulty.toml").write_text("[[question]]\n", encoding="utf-8")
        found = Questions(root).find("01-keeper")
        assert found is not None
        assert found.id == "01-keeper"
        with pytest.raises(CourseError, match="02-faulty"):
            Questions(root).find("02-keeper")

    def test_a_question_is_found_in_whichever_quiz_it_stands(self, root: Path) -> None:
        quizzes = root / "lessons" / "quizzes"
        (quizzes / "01-lighthouse.toml").rename(quizzes / "05-lighthouse.toml")
        assert Questions(root)["01-keeper"].where.file == "lessons/quizzes/05-lighthouse.toml"
        assert Questions(root).find("01-nothing") is None
