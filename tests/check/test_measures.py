"""What the questions of a course measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.settings import Wanted
from coursekit.check.measures import Measures
from coursekit.questions import Question, load_quiz

if TYPE_CHECKING:
    from pathlib import Path


LEAST, WHOLE = 6, 60
WANTED = Wanted(skills={"context": LEAST, "silence": LEAST, "audience": LEAST}, sentences=LEAST, sizeable=WHOLE)


def items(count: int, **fields: object) -> list[Question]:
    return [Question(**{"id": "01-q", "kind": "single", "prompt": "?", **fields}) for _ in range(count)]  # type: ignore[arg-type]


def whole(**short: int) -> list[Question]:
    """Return a course with just enough of everything, but for what is named."""
    count = {"context": LEAST, "silence": LEAST, "audience": LEAST, "text": LEAST, "recall": 0} | short
    return [
        *items(count["context"], skill="context", card=("F1",)),
        *items(count["silence"], skill="silence"),
        *items(count["audience"], skill="audience"),
        *items(count["text"], kind="text"),
        *items(count["recall"], recall=True),
        *items(WHOLE),
    ]


def test_a_course_with_enough_of_everything_has_no_fault() -> None:
    assert Measures.of(whole(), WANTED).faults() == []


def test_each_harder_skill_that_is_short_is_named() -> None:
    for short, name in (
        ("context", "context"),
        ("silence", "silence"),
        ("audience", "audience"),
        ("text", "a sentence of one’s own"),
    ):
        faults = Measures.of(whole(**{short: LEAST - 1}), WANTED).faults()
        assert faults == [f"{LEAST - 1} on {name}; at least {LEAST} are wanted"]


def test_context_counts_only_with_a_fact_on_a_card() -> None:
    assert Measures.of([*items(1, skill="context"), *items(1, skill="context", card=("F1",))]).skills == {"context": 1}


def test_predictions_and_reflections_are_not_counted() -> None:
    found = Measures.of([*items(3, kind="text", purpose="prediction"), *items(2, kind="text", purpose="reflection")])
    assert (found.items, found.sentences) == (0, 0)


def test_more_than_one_item_in_six_of_mere_recall_is_too_many() -> None:
    assert Measures.of([*items(50), *items(10, recall=True)]).recall == 10
    assert not any("recall" in fault for fault in Measures.of([*items(50), *items(10, recall=True)]).faults())
    assert any(
        "11 of 60 items are mere recall" in f for f in Measures.of([*items(49), *items(11, recall=True)]).faults()
    )


def test_a_course_that_names_no_skills_is_held_to_none() -> None:
    assert Measures.of(items(WHOLE)).faults() == []


def test_a_short_course_is_not_asked_for_six_of_everything() -> None:
    assert Measures.of(items(WHOLE - 1), WANTED).faults() == []


def test_the_line_says_counts_and_share() -> None:
    assert Measures.of([*items(9), *items(1, recall=True)]).line().endswith("mere recall 1 of 10 (10 %)")


def test_an_author_marks_recall_in_the_quiz_file(tmp_path: Path) -> None:
    path = tmp_path / "01-try.toml"
    path.write_text(
        '[[question]]\nid = "01-when"\nkind = "date"\nprompt = "When?"\nrecall = true\naccept = ["1960"]\n'
        'feedback = "In that year."\nwrong_feedback = "Look again at the foot."\n',
        encoding="utf-8",
    )
    assert load_quiz(path, "01-try.toml")[0].recall
