"""A form on paper, and answers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.practice.judging import points
from coursekit.practice.plain import printed, read, score_lines

if TYPE_CHECKING:
    from coursekit.practice.forms import Form

ANSWERS = """Reader seven
a-1: A
a-2: (d)
a-4: [log 2.1]
a-5. letter 0.2
a-6: For whom was it written?

That is the question.
"""


def test_a_printed_form_has_all_that_is_asked_and_nothing_of_the_keys(both: dict[str, Form]) -> None:
    text = printed(both["a"])
    assert "[log 2.1] I saw the lamp myself." in text
    assert "[letter 0.2] How it came to us: copied by the clerk." in text
    assert "  D  Answer N" in text
    for item in both["a"].items:
        assert f"{item.id}: {item.prompt}" in text
    for key in ("Worth", "weight", "He says that he saw it", "That is what he was told", "A guess", "He was not there"):
        assert key not in text


def test_answers_are_read_and_scored(both: dict[str, Form]) -> None:
    answers = read(both["a"], ANSWERS)
    assert points(both["a"], answers) == {"a-1": 4, "a-2": 2, "a-4": 4, "a-5": 4}
    assert answers["a-6"] == {"text": "For whom was it written?\n\nThat is the question."}
    assert score_lines(both["a"], answers) == [
        "a-1  move 1: 4 of 4",
        "a-2  move 2: 2 of 4",
        "a-3  move 3: blank",
        "a-4  knowledge: 4 of 4",
        "a-5  transmission: 4 of 4",
        "a-6  silence: to be read, 0 to 3",
        "14 of 16 points",
    ]


@pytest.mark.parametrize(
    "line", ["a-1: E", "a-1: lamp", "a-4: the log", "a-4: log 2.9", "a-4: diary 1.1", "a-4: log 2.0"]
)
def test_what_is_no_answer_is_told(both: dict[str, Form], line: str) -> None:
    with pytest.raises(CourseError):
        read(both["a"], line)
