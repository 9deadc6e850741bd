"""Forms as authors write them, and what they are told when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.sealed import seal
from coursekit.errors import CourseError
from coursekit.places import Folders
from coursekit.practice.forms import Spot
from coursekit.practice.loading import check_forms, forms

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.practice.forms import Form


def test_a_form_is_read_whole(both: dict[str, Form]) -> None:
    a = both["a"]
    assert (a.id, a.title, a.minutes, a.version) == ("a", "The lamp", 20, 1)
    assert [each.id for each in a.papers] == ["letter", "log"]
    assert a.papers[1].parts[2] == ("I saw the lamp myself.", "The boy told me more.")
    assert [option.weight for option in a.items[0].options] == [4, 1, 0, 2]
    assert a.items[3].accepted[0].spot == Spot("log", 2, 0)
    assert a.items[4].accepted[0].spot == Spot("letter", 0, 1)
    assert a.items[5].rubric[3] == "A reason and a test of it."
    assert [item.keyed for item in a.items] == [True] * 5 + [False]


def test_sealed_forms_are_the_same(folder: Path, both: dict[str, Form]) -> None:
    for path in folder.glob("*.toml"):
        path.with_suffix(".sealed").write_text(seal(path.read_text(encoding="utf-8")), encoding="utf-8")
        path.unlink()
    assert forms(Folders(folder.parent.parent)) == both


def test_a_course_without_forms_has_no_practice_test(course: Path) -> None:
    assert forms(Folders(course)) == {}
    assert check_forms(Folders(course)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("weight = 2,", "weight = 3,", "weight: expected one of 4, 2, 1, 0, found 3"),
        ("weight = 1,", "weight = 4,", "options: expected one option of weight 4"),
        ("I saw the bell myself", "I heard the bell", "quote: expected words that stand once in one sentence"),
        ('quote = "The boy told me more"', 'quote = "I saw the bell"', "near: expected other sentences"),
        ('paper = "letter", paragraph = 0', 'paper = "note", paragraph = 0', "expected the id of a paper"),
        ('"3: A reason and a test of it."', '"3: A", "4: B"', "rubric: expected 4 lines"),
        ("level = 2,", "level = 1,", "samples: expected samples of 3 levels"),
        ('id = "b-2"', 'id = "b-1"', "expected an id used once among the items, found “b-1” twice"),
        ('id = "b-2"', 'id = "a-2"', "a-2: expected an id that only one of the forms uses"),
        ('move = "silence"', 'move = "audience"', "b-6: expected kind written and move silence, as a-6 has"),
        ("minutes = 20", 'minutes = 20\ncolour = "red"', "colour: expected no such key"),
        ('kind = "written"', 'kind = "sung"', "kind: expected one of weighted, written, point"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(folder: Path, old: str, new: str, told: str) -> None:
    text = (folder / "b.toml").read_text(encoding="utf-8")
    # Quotations stand in the key as well as in the paper: there it is the key that is changed.
    at = text.rindex(old) if old.startswith("I saw") else text.index(old)
    (folder / "b.toml").write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    here = Folders(folder.parent.parent)
    problems = [str(each) for each in check_forms(here)]
    assert any(told in each for each in problems), problems
    assert all(each.split(":")[1].isdigit() for each in problems)
    with pytest.raises(CourseError):
        forms(here)


def test_forms_of_different_lengths_are_not_parallel(folder: Path) -> None:
    text = (folder / "b.toml").read_text(encoding="utf-8")
    (folder / "b.toml").write_text(text[: text.rindex("[[items]]")], encoding="utf-8")
    (problem,) = check_forms(Folders(folder.parent.parent))
    assert "items: expected 6, as form a has, found 5" in str(problem)


def test_one_form_alone_is_none(folder: Path) -> None:
    (folder / "b.toml").unlink()
    with pytest.raises(CourseError, match="expected two forms in lessons/practice, found 1"):
        forms(Folders(folder.parent.parent))
