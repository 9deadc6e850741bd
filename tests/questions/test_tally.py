"""An answer with blank parts: blank is neither right nor wrong, and is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.marking import mark
from coursekit.questions import tally_words
from coursekit.questions.kinds.table import headed
from coursekit.questions.page import twin_page

if TYPE_CHECKING:
    from coursekit.questions import Question


@pytest.mark.parametrize(
    ("pairs", "words", "only"),
    [
        ({"true": "keeper"}, "1 of 3 right, 2 not answered yet", True),
        ({"true": "clerk", "regret": ""}, "0 of 3 right, 2 not answered yet", False),
        ({"true": "keeper", "regret": "keeper", "sic": "keeper"}, "", False),
    ],
)
def test_blank_parts_are_counted_by_themselves(
    quiz: dict[str, Question], pairs: dict[str, str], words: str, *, only: bool
) -> None:
    found = mark(quiz["layers"], {"pairs": pairs})
    assert (tally_words(found), found.only_blank) == (words, only)
    assert found.to_json().get("again", False) == found.again == (not only and found.state != "right")
    assert ("tally" in found.to_json()) == bool(words)


def test_the_page_without_a_kernel_says_it_too(quiz: dict[str, Question]) -> None:
    question = quiz["layers"]
    page = twin_page(question, [], mark(question, {"pairs": {"true": "keeper"}}), None)
    assert "<strong>1 of 3 right, 2 not answered yet:" in page
    assert "Partly right" not in page


def test_a_name_that_asks_has_its_sign_already() -> None:
    assert [headed(name) for name in ("How sure", "How sure are you?")] == ["How sure:", "How sure are you?"]
