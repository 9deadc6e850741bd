"""Short texts: read by people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import load_quiz, twin, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursekit.questions import Question

WORDS = "The keeper saw it burn till four."


def test_a_text_is_for_a_human_and_has_no_points(quiz: dict[str, Question]) -> None:
    result = mark(quiz["note"], {"text": WORDS})
    assert (result.state, result.points, result.of) == ("human", 0, 1)


@pytest.mark.parametrize(("text", "said"), [(WORDS, "7 words."), ("Me.", "1 word; 5 to 60 were asked for.")])
def test_words_are_counted_and_a_wrong_number_only_told(quiz: dict[str, Question], text: str, said: Any) -> None:
    result = mark(quiz["note"], {"text": text})
    assert result.feedback[0].text == said
    assert result.state == "human"


def test_samples_come_after_one_has_set_all_levels(quiz: dict[str, Question]) -> None:
    def parts(levels: int) -> Any:
        return [note.part for note in mark(quiz["note"], {"text": WORDS, "levels": levels}).feedback]

    assert "sample:high" not in parts({}) + parts({"claim": 2}) + parts({"claim": 2, "source": None})
    assert parts({"claim": 2, "source": 0})[-4:] == ["sample:high", "comment:high", "sample:low", "comment:low"]


def test_ones_own_levels_are_said_back(quiz: dict[str, Question]) -> None:
    notes = mark(quiz["note"], {"text": WORDS, "levels": {"claim": 2}}).feedback
    assert notes[1].text == "You set level 2: a claim with its limits"
    assert notes[2].text == "Read it again and set a level for this."


@pytest.mark.parametrize("levels", [{"claim": 4}, {"claim": -1}, {"claim": True}, {"claim": "2"}, {"style": 1}, [1]])
def test_impossible_levels_are_refused(quiz: dict[str, Question], levels: int) -> None:
    assert mark(quiz["note"], {"text": WORDS, "levels": levels}).state == "unanswered"


def test_a_prediction_gets_its_points_to_compare_at_once(quiz: dict[str, Question]) -> None:
    notes = mark(quiz["guess"], {"text": "The cost."}).feedback
    assert [(note.part, note.passages) for note in notes] == [("compare:1", ("REP p2",))]


def test_the_view_has_rubric_and_length_but_no_samples(quiz: dict[str, Question]) -> None:
    shown = view(quiz["note"])
    assert shown["words"] == [5, 60]
    assert [row["id"] for row in shown["rows"]] == ["claim", "source"]
    assert "samples" not in shown


def test_the_twin_keeps_the_paragraphs_one_wrote(quiz: dict[str, Question]) -> None:
    assert '<blockquote class="ck-said"><p>One.</p><p>Two.</p></blockquote>' in twin(
        quiz["note"], {"text": "One.\n\nTwo."}
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("words = [40]", ":5: words: expected the fewest and the most words"),
        ("words = [120, 40]", ":5: words: expected the fewest and the most words"),
        (
            '[[question.row]]\nid = "a"\nname = "A"\nlevels = ["0", "1"]',
            ":8: levels: expected 4 levels, 0 to 3, found 2",
        ),
        (
            '[[question.sample]]\nlevel = "best"\ntext = "x"\ncomment = "y"',
            ":6: level: expected one of high, middle, low",
        ),
        (
            'purpose = "prediction"\n[[question.row]]\nid = "a"\nname = "A"\nlevels = ["0", "1", "2", "3"]',
            "row: expected no rubric for a prediction",
        ),
    ],
)
def test_faults_of_an_author_are_told(load: Callable[..., Question], lines: str, message: str) -> None:
    with pytest.raises(CourseError) as caught:
        load(lines, "text")
    assert message in str(caught.value)


def test_lessons_may_share_a_rubric(tmp_path: Path) -> None:
    quizzes = tmp_path / "quizzes"
    quizzes.mkdir()
    (tmp_path / "rubric.toml").write_text('[[row]]\nid = "a"\nname = "A"\nlevels = ["0", "1", "2", "3"]\n')
    quiz = '[[question]]\nid = "01-a"\nkind = "text"\nprompt = "Say."\nrubric = "{}"\n'
    (quizzes / "01-a.toml").write_text(quiz.format("five-rows"))
    assert [row["id"] for row in view(load_quiz(quizzes / "01-a.toml")[0])["rows"]] == ["a"]
    (quizzes / "01-a.toml").write_text(quiz.format("five-row"))
    with pytest.raises(CourseError, match=r":5: rubric: expected one of five-rows, three-rows, found “five-row”"):
        load_quiz(quizzes / "01-a.toml")


def test_a_short_text_takes_the_short_rows_of_the_shared_rubric(tmp_path: Path) -> None:
    quizzes = tmp_path / "quizzes"
    quizzes.mkdir()
    row = '[[row]]\nid = "{0}"\nname = "{0}"\nlevels = ["0", "1", "2", "3"]\n'
    (tmp_path / "rubric.toml").write_text(row.format("a") + "short = true\n" + row.format("b"))
    quiz = '[[question]]\nid = "01-{0}"\nkind = "text"\nprompt = "Say."\nrubric = "{0}-rows"\n'
    (quizzes / "01-a.toml").write_text(quiz.format("five") + quiz.format("three"))
    five, three = (view(question)["rows"] for question in load_quiz(quizzes / "01-a.toml"))
    assert [row["id"] for row in five] == ["a", "b"]
    assert [row["id"] for row in three] == ["a"]


def test_rows_of_a_question_of_its_own_have_no_short_form(load: Callable[..., Question]) -> None:
    with pytest.raises(CourseError, match="short"):
        load('[[question.row]]\nid = "a"\nname = "A"\nshort = true\nlevels = ["0", "1", "2", "3"]', "text")
