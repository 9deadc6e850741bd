"""An example of a tag that stands where a task asks for this tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course

if TYPE_CHECKING:
    from pathlib import Path

KEY, TAGS = "lessons/keys/00-marks.toml", "sources/tags.toml"


def given_away(course: Path) -> list[str]:
    findings = check_course(course).findings
    return [f"{each.file}:{each.line}: {each.message}" for each in findings if "asks for this tag" in each.message]


def change(course: Path, file: str, before: str, after: str) -> None:
    path = course / file
    words = path.read_text(encoding="utf-8")
    assert before in words
    path.write_text(words.replace(before, after), encoding="utf-8")


def example(course: Path, words: str) -> None:
    change(course, TAGS, 'example = "box 12"', f'example = "{words}"')


def test_an_example_without_a_place_or_outside_the_task_gives_nothing_away(course: Path) -> None:
    assert given_away(course) == []
    change(course, KEY, "m1 p1-p3", "p1-p3")
    example(course, "the box in the copyist's line (BOX m1)")
    assert given_away(course) == []


@pytest.mark.parametrize(("words", "places"), [("the shelf (BOX p2)", ["p2"]), ("the shelf (BOX p2-p3)", ["p2", "p3"])])
def test_an_example_in_a_paragraph_of_the_task_is_told_with_its_line(
    course: Path, words: str, places: list[str]
) -> None:
    example(course, words)
    line = (course / TAGS).read_text(encoding="utf-8").splitlines().index(f'example = "{words}"') + 1
    assert given_away(course) == [
        f"{TAGS}:{line}: ARCHIVE-REF: its example is in BOX {place}, where 00-marks asks for this tag; "
        "take one from another paragraph"
        for place in places
    ]


def test_a_task_that_does_not_offer_the_tag_does_not_mind(course: Path) -> None:
    change(course, KEY, "tags = []", 'tags = ["ENCLOSURE"]')
    example(course, "the shelf (BOX p2)")
    assert given_away(course) == []


@pytest.mark.parametrize("words", ["the shelf (BOX p77)", "the shelf (LID p2)"])
def test_a_place_that_is_not_there_is_in_no_task(course: Path, words: str) -> None:
    example(course, words)
    assert given_away(course) == []
