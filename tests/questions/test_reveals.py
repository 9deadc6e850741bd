"""Which notes give the key away: each kind says so, and one filter leaves them out while one may try again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.marking import mark
from coursekit.marking.held_back import without_key
from coursekit.questions import typical
from tests.questions.test_every_kind import QUESTIONS

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.questions.shelf import LibraryShelf

EACH = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


@EACH
def test_a_right_answer_reveals_nothing_it_has_not_earned(question: Question, shelf: LibraryShelf) -> None:
    for answer, state in typical(question):
        if state == "right":
            assert not [note for note in mark(question, answer, shelf).feedback if note.reveals]


@EACH
def test_of_a_wrong_answer_only_what_it_has_right_is_told(question: Question, shelf: LibraryShelf) -> None:
    for answer, state in typical(question):
        if state == "wrong":
            given = json.dumps(answer)
            left = [note.part for note in without_key(mark(question, answer, shelf)).feedback if note.tone == "right"]
            assert all(f'"{part}"' in given or (part.startswith("ground:") and "ground" in answer) for part in left)


def test_a_partly_right_sorting_keeps_its_right_note_and_gives_no_class_away(quiz: dict[str, Question]) -> None:
    sorting = quiz["basis"]
    first, second = sorting.cards[:2]  # type: ignore[attr-defined]
    wrong = next(box.id for box in sorting.boxes if box.id not in second.boxes)  # type: ignore[attr-defined]
    found = without_key(mark(sorting, {"classes": {first.id: first.boxes[0], second.id: wrong}}))
    assert [(note.part, note.tone) for note in found.feedback[:2]] == [(first.id, "right"), (second.id, "wrong")]
    assert "Better:" not in " ".join(note.text for note in found.feedback)


def test_pointing_elsewhere_keeps_the_place(quiz: dict[str, Question], shelf: LibraryShelf) -> None:
    found = mark(quiz["out"], {"nowhere": True}, shelf)
    assert [note.part for note in found.feedback if note.reveals] == ["accept:1"]
    assert [note.part for note in without_key(found).feedback] == ["nowhere"]


def test_a_note_that_reveals_nothing_does_not_say_so(quiz: dict[str, Question]) -> None:
    plain = mark(quiz["keeper"], {"choice": "b"}).to_json()["feedback"]
    assert [note.get("reveals") for note in plain] == [None, True]
    assert "reveals" not in plain[0]
