from __future__ import annotations

from typing import Any

import pytest

from coursekit.errors import CourseError
from coursekit.spans import Annotation, Lost, make_span, place, read_changes
from tests.spans.span_texts import one

TEXT = "At first many came. Later many left."
SPAN = make_span(one(TEXT), "p1", 9, 13).to_json()


def mark(**other: Any) -> dict[str, Any]:
    whole = {"id": "0123456789abcdef" * 2, "source": "LET", "task": "", "tag": "QUANT", "comment": "", "spans": [SPAN]}
    return {**whole, **other}


def test_json_and_back() -> None:
    assert Annotation.from_json(mark()).to_json() == mark()


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ({"id": "1"}, "id"),
        ({"id": "../../etc"}, "id"),
        ({"source": 1}, "source"),
        ({"task": "a b"}, "task"),
        ({"tag": "<b>"}, "tag"),
        ({"tag": "TURN"}, "TURN is not one of the tags"),
        ({"comment": None}, "comment"),
        ({"comment": "x" * 4001}, "at most 4000"),
        ({"spans": []}, "at least one"),
        ({"spans": [SPAN] * 41}, "at most 40"),
        ({"spans": "all"}, "at least one"),
        ({"spans": [{**SPAN, "source": "YUD"}]}, "one text of LET"),
        ({"spans": [SPAN, {**SPAN, "edition": "text"}]}, "one text of LET"),
        ({"spans": [SPAN, {**SPAN, "end": 99}]}, "passage 2"),
    ],
)
def test_what_is_no_mark_is_refused_in_one_line(other: dict[str, Any], named: str) -> None:
    with pytest.raises(CourseError, match=named) as caught:
        Annotation.from_json(mark(**other), tags={"QUANT"})
    assert "\n" not in str(caught.value)


def test_a_change_touches_only_what_it_names() -> None:
    changed = Annotation.from_json(mark()).changed({"comment": "How many?"})
    assert changed.to_json() == mark(comment="How many?")


@pytest.mark.parametrize("value", [{}, None, {"id": "x"}, {"tag": "QUANT", "source": "YUD"}, [("tag", "QUANT")]])
def test_only_tag_comment_and_spans_change(value: object) -> None:
    with pytest.raises(CourseError, match="expected a change"):
        read_changes(value, "LET")


def test_a_mark_is_placed_as_a_whole_or_not_at_all() -> None:
    later = make_span(one(TEXT), "p1", 20, 25).to_json()
    annotation = Annotation.from_json(mark(spans=[SPAN, later]))
    moved = place(annotation, {"guide": one("So: " + TEXT)})
    assert isinstance(moved, Annotation)
    assert [span.start for span in moved.spans] == [13, 24]
    lost = place(annotation, {"guide": one(TEXT.replace("Later", "Then"))})
    assert isinstance(lost, Lost)
    assert lost.annotation == annotation


def test_a_mark_in_a_text_that_is_not_here_is_lost_and_says_so() -> None:
    span = make_span(one(TEXT, "text"), "p1", 0, 2).to_json()
    lost = place(Annotation.from_json(mark(spans=[span])), {"guide": one(TEXT)})
    assert isinstance(lost, Lost)
    assert lost.reason == "it was made in the full text, which is not here"
