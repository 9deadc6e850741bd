"""Who works alone is not found beside anybody; who copied is, in whatever is left of it."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.seminar.alike import Alike, alike
from coursekit.seminar.alike.finding import LEAST
from coursekit.seminar.alike.sheet import sheet
from coursekit.seminar.classwork import gather
from tests.conftest import ROOT
from tests.seminar import platforms
from tests.seminar.alike.copying import TABLE, TEXT, Hands, a_class, keys, look, words
from tests.seminar.made_up_class import make

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("this_course")

SEEDS = 20
COPIER = "Somebody Else"


def seen(found: Alike) -> list[tuple[set[str], list[str]]]:
    """Return who was found beside whom, and by what."""
    return [
        ({pair.one.row.learner, pair.other.row.learner}, [sign.kind for sign in pair.signs]) for pair in found.pairs
    ]


def copied(hands: Hands, **fields: Any) -> tuple[str, dict[str, Any]]:
    """Return somebody of whom much was missed, and their hand-in under another name, with some fields changed."""
    source = sorted(hands)[len(hands) // 2]
    data = deepcopy(hands[source]) | {"learner": COPIER, "made": "2026-02-01T07:00:00Z"} | fields
    hands[COPIER] = data
    return source, data


def poor(seed: int) -> Hands:
    """Return a class whose middle one missed much: what somebody got right can't show from whom it came."""
    hands = a_class(seed)
    name = sorted(hands)[len(hands) // 2]
    rng = Random(f"{seed} poor")  # noqa: S311 - no secret is made of it
    for row in hands[name]["answers"][TABLE]["cells"].values():
        for column in row:
            if column != "note" and rng.random() < 0.6:
                row[column] = rng.choice("ASPDNXLV")
    return hands


@pytest.mark.slow
def test_in_classes_without_copying_almost_nobody_is_found(tmp_path: Path) -> None:
    found = 0
    for seed in range(SEEDS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        found += len(look(a_class(seed), folder).pairs)
    assert found <= 1


@pytest.mark.slow
def test_of_a_made_up_class_only_the_file_that_was_passed_on_is_found(tmp_path: Path) -> None:
    course = Course(ROOT)
    names = ["00-cards", "10-argument"]
    for seed in range(5):
        made = make(course, 24, names, seed=seed)
        zips = [platforms.moodle_zip(made, name, tmp_path / f"{seed}-{name}.zip") for name in names]
        found = alike(gather(zips, keys()), keys())
        assert [kinds for _, kinds in seen(found)] == [["file"]]


def test_one_work_under_another_name_is_found(tmp_path: Path) -> None:
    hands = a_class(1)
    source, _ = copied(hands)
    found = look(hands, tmp_path)
    assert seen(found) == [({source, COPIER}, ["work"])]
    assert "another name put to it" in found.pairs[0].signs[0].said


def test_a_work_folder_that_was_continued_is_found(tmp_path: Path) -> None:
    hands = a_class(2)
    source, data = copied(hands)
    data["history"].append({"at": "2026-02-01T06:59:59.120Z", "what": "checked", "question": TABLE})
    data["answers"] = {TEXT: {"text": words(Random("new"))}}  # noqa: S311
    (pair,) = look(hands, tmp_path).pairs
    assert {pair.one.row.learner, pair.other.row.learner} == {source, COPIER}
    assert [(sign.kind, sign.figure) for sign in pair.signs] == [("history", 4)]
    assert pair.signs[0].said.startswith("4 of 4 entries in the shorter history")


@pytest.mark.parametrize("seed", range(5))
def test_a_text_that_was_taken_over_is_found_though_edited(seed: int, tmp_path: Path) -> None:
    hands, rng = a_class(seed), Random(f"{seed} text")  # noqa: S311
    source, data = copied(hands, history=[])
    said = data["answers"][TEXT]["text"].split()
    for at in range(5, len(said), 9):
        said[at] = "another"
    data["answers"] = {
        TABLE: hands["Reader 00"]["answers"][TABLE],
        TEXT: {"text": f"{words(rng, 12)} {' '.join(said)}"},
    }
    hands["Reader 00"]["answers"].pop(TABLE)
    (pair,) = look(hands, tmp_path).pairs
    assert {pair.one.row.learner, pair.other.row.learner} == {source, COPIER}
    (sign,) = pair.signs
    assert sign.kind == "words"
    (beside,) = sign.beside
    for pieces in (beside.one, beside.other):
        assert sum(len(piece.split()) for piece, shared in pieces if shared) > 30
    assert "People who write by themselves share next to none." in sign.said


@pytest.mark.parametrize("seed", range(10))
def test_errors_that_were_taken_over_are_found_though_some_were_changed(seed: int, tmp_path: Path) -> None:
    hands, rng = poor(seed), Random(f"{seed} errors")  # noqa: S311
    source, data = copied(hands, history=[])
    for row in data["answers"][TABLE]["cells"].values():
        row[rng.choice(sorted(row))] = "O"
    data["answers"][TEXT]["text"] = words(rng)
    ((who, kinds),) = seen(found := look(hands, tmp_path))
    assert (who, kinds) == ({source, COPIER}, ["errors"])
    (sign,) = found.pairs[0].signs
    assert len(sign.beside) == sign.figure
    assert " such classes." in sign.said
    page = sheet(found)
    assert page.count('<th scope="row">') == sign.figure
    assert "<mark>" not in page


def test_with_few_hand_ins_nothing_is_said_of_errors_and_texts(tmp_path: Path) -> None:
    hands = dict(list(poor(1).items())[-LEAST + 2 :])
    copied(hands, history=[])
    found = look(hands, tmp_path)
    assert [kinds for _, kinds in seen(found)] == [["work"]]  # a text that is the same to the last letter
    assert found.notes == (f"09-matrix: {LEAST - 1} hand-ins, too few to compare errors and texts; at least {LEAST}",)


def test_one_s_own_earlier_hand_in_is_nobody_else_s(tmp_path: Path) -> None:
    hands = a_class(3)
    hands["again"] = deepcopy(hands["Reader 04"]) | {"made": "2026-02-02T07:00:00Z"}
    assert look(hands, tmp_path).pairs == ()


def test_of_very_many_pairs_the_page_shows_some_and_says_so(tmp_path: Path) -> None:
    hands = a_class(4, 2)
    (pair,) = (copied(hands), look(hands, tmp_path).pairs)[1]
    page = sheet(Alike((pair,) * 203, ()))
    assert page.count("<section>") == 200
    assert "3 pairs more are not shown" in page
