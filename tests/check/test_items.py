"""The mechanical report on questions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.settings import Wanted
from coursekit.check.items import Known, item_report
from coursekit.questions import Question, load_quiz

if TYPE_CHECKING:
    from collections.abc import Callable

QUIZ = Path(__file__).parents[1] / "questions" / "data" / "01-lighthouse.toml"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], tuple[Question, ...]]:
    def load(text: str) -> tuple[Question, ...]:
        path = tmp_path / "01-try.toml"
        path.write_text(text, encoding="utf-8")
        return load_quiz(path, "01-try.toml")

    return load


def single(number: int, *options: str, right: int = 0, prompt: str = "What does it show?") -> str:
    text = f'[[question]]\nid = "01-q{number}"\nkind = "single"\nprompt = "{prompt}"\n'
    for place, option in enumerate(options):
        key = "right = true\n" if place == right else 'misconception = "M1"\n'
        text += f'[[question.option]]\ntext = "{option}"\n{key}feedback = "Look at the passage again."\n'
    return text


def messages(questions: tuple[Question, ...], known: Known | None = None) -> str:
    return "\n".join(map(str, item_report(questions, known).findings))


CUES = [
    (("perhaps a late copy", "an early copy of it", "the printed book of it"), "only the key is hedged"),
    (("a copy, made later", "an early copy of it", "the printed book it"), "only the key has a comma"),
    (("late since it quotes", "an early copy of it", "the printed book it"), "only the key gives a reason"),
    (("a copy made later on", "always the true copy", "never any true copy"), "every wrong option is absolute"),
    (("a copy made in the spring by a clerk", "a forgery", "a novel"), "options are of unequal length"),
    (
        ("the clerk's copy", "the copy by the clerk's copy", "the printed book here"),
        "option a is contained in option b",
    ),
]


@pytest.mark.parametrize(("options", "said"), CUES)
def test_what_gives_the_key_away_is_named(
    read: Callable[[str], tuple[Question, ...]], options: tuple[str, ...], said: str
) -> None:
    assert said in messages(read(single(1, *options)))


def test_a_cue_that_a_distractor_shares_gives_nothing_away(read: Callable[[str], tuple[Question, ...]]) -> None:
    options = ("perhaps a copy, late", "perhaps a book, early", "a forgery of a year")
    said = messages(read(single(1, *options)))
    assert "hedged" not in said
    assert "comma" not in said


def test_siblings_of_like_length_are_left_alone(read: Callable[[str], tuple[Question, ...]]) -> None:
    findings = item_report(
        read(single(1, "the clerk who copied", "the keeper who wrote", "the board that asked"))
    ).findings
    assert not [f for f in findings if "01-q1" in f.message and "a bare choice" not in f.message]


def test_a_choice_that_needs_no_text_is_named_unless_it_is_called_method(
    read: Callable[[str], tuple[Question, ...]],
) -> None:
    bare = single(1, "the clerk here", "the keeper there")
    assert "warning: 01-q1: a bare choice" in messages(read(bare))
    method = bare.replace("prompt =", "method = true\nprompt =", 1)
    assert "a bare choice" not in messages(read(method))
    assert "a bare choice" not in messages(read(bare.replace("prompt =", 'purpose = "reflection"\nprompt =', 1)))
    counted = item_report(read(method + single(2, "a boat here", "a ship there")))
    assert counted.to_json()["course"]["choices"] == {"ground": 0, "method": 1, "bare": 1}
    assert counted.table().splitlines()[-1].endswith("0 1 1")


def test_options_without_codes_of_misconceptions_are_named(read: Callable[[str], tuple[Question, ...]]) -> None:
    bare = single(1, "the clerk here", "the keeper there").replace('misconception = "M1"\n', "")
    assert "no wrong option carries the code" in messages(read(bare))


def test_feedback_of_a_word_gives_no_reason(read: Callable[[str], tuple[Question, ...]]) -> None:
    thin = single(1, "the clerk", "the keeper").replace("Look at the passage again.", "Yes.", 1)
    assert "01-try.toml:1: error: 01-q1: feedback for a gives no reason" in messages(read(thin))


def course(read: Callable[[str], tuple[Question, ...]], keys: list[int], *, longest: bool) -> str:
    items = []
    for number, right in enumerate(keys):
        options = ["four letters" + "x" * (place == (right if longest else (right + 1) % 4)) for place in range(4)]
        items.append(single(number, *options, right=right))
    return messages(read("".join(items)))


def test_a_course_whose_key_is_mostly_the_longest_is_refused(read: Callable[[str], tuple[Question, ...]]) -> None:
    evenly = [0, 1, 2, 3] * 5
    said = "over all questions: error: the key is the longest option in 20 of 20, by chance 5"
    assert said.replace("over all questions: error: ", "error: over all questions: ") in course(
        read, evenly, longest=True
    )
    assert "longest option" not in course(read, evenly, longest=False)


def test_a_place_that_carries_the_key_too_often_or_too_seldom_is_named(
    read: Callable[[str], tuple[Question, ...]],
) -> None:
    said = course(read, [1] * 12 + [0, 2, 3] * 2 + [0, 2], longest=False)
    assert "the key stands at b in 12 of 20; its share is 5" in said
    assert "the key stands at d in 2 of 20; its share is 5" in said
    assert "stands at" not in course(read, [0, 1, 2, 3] * 5, longest=False)


def test_few_questions_are_not_held_to_shares(read: Callable[[str], tuple[Question, ...]]) -> None:
    assert "stands at" not in course(read, [0], longest=True)
    assert "longest option" not in course(read, [0], longest=True)


def test_a_lesson_of_few_kinds_is_told_and_refused_where_the_course_is_strict(
    read: Callable[[str], tuple[Question, ...]],
) -> None:
    said = course(read, [0, 1, 2, 3], longest=False)
    assert "warning: lesson 01: 1 kinds of question; at least 5 are wanted" in said
    found = item_report(read(single(1, "a copy", "a print")), wanted=Wanted(kinds=2, strict=True)).errors
    assert any("lesson 01: 1 kinds of question; at least 2 are wanted" in str(each) for each in found)
    assert "0 of 4 items ask for more than a choice" in said
    assert "kinds of question" not in messages(load_quiz(QUIZ))


def test_nowhere_that_is_never_right_is_named(read: Callable[[str], tuple[Question, ...]]) -> None:
    item = (
        '[[question]]\nid = "01-e{}"\nkind = "evidence"\nprompt = "Where?"\nsource = "LOG"\n'
        'elsewhere = "Not here at all."\nnowhere_feedback = "It stands there."\n'
        '[[question.accept]]\nparagraph = "p1"\nfeedback = "There it is."\n'
    )
    said = messages(read("".join(item.format(n) for n in range(4))))
    assert "“nowhere” is right in none of 4 evidence questions" in said


class TestWhatQuestionsReferTo:
    def test_paragraphs_that_are_not_there_are_errors(self) -> None:
        known = Known(passages={"LOG p1", "LOG p2", "LOG p3", "REP p1"})
        said = messages(load_quiz(QUIZ), known)
        assert "error: 01-silences: REP p2: no such paragraph" in said
        assert "LOG p" not in said

    def test_facts_that_are_not_there_are_errors(self) -> None:
        assert "01-keeper: F1: no such outside fact" in messages(load_quiz(QUIZ), Known(facts={"F2"}))
        assert "outside fact" not in messages(load_quiz(QUIZ), Known(facts={"F1"}))

    def test_quotations_that_stand_nowhere_are_errors(self) -> None:
        asked = []

        def verbatim(quote: str, passages: tuple[str, ...]) -> bool:
            asked.append((quote, passages))
            return quote != "regrettable darkness"

        said = messages(load_quiz(QUIZ), Known(verbatim=verbatim))
        assert "01-layers: “regrettable darkness” stands nowhere" in said
        assert said.count("stands nowhere") == 1
        assert ("burned true till four", ("LOG p2",)) in asked

    def test_places_must_stand_in_the_guide(self) -> None:
        class Texts:
            def text(self, siglum: str, edition: str, paragraph: str) -> str | None:
                return "it “burned true till four”" if paragraph == "p2" and siglum == "LOG" and edition else "Nothing."

        said = messages(load_quiz(QUIZ), Known(texts=Texts()))
        assert "01-out: near:1: “trimmed the lamp at ten” does not stand in LOG p1" in said
        assert "01-good-oil: ground:accept:1: “the oil was bad” does not stand in LOG p2" in said
        assert "01-out: accept:1" not in said


def test_a_key_told_by_an_earlier_item_is_named(read: Callable[[str], tuple[Question, ...]]) -> None:
    first = single(1, "the keeper saw it burn", "the clerk saw it burn")
    second = single(
        2, "the boat was very late", "the boat was too early", prompt="So the keeper saw it burn; what else?"
    )
    assert "its key is told" not in messages(read(first + second))
    assert "01-q1: its key is told by 01-q2" in messages(read(second + first))


def test_the_report_is_a_table_and_plain_data() -> None:
    report = item_report(load_quiz(QUIZ))
    assert report.table().splitlines()[-1].split()[:3] == ["all", "13", "10"]
    assert "1 of 2" in report.table()
    plain = report.to_json()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["course"]["kinds"]["evidence"] == 2
    assert report.errors == []
