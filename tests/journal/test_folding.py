"""What the events come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.journal import Journal, annotations, answers, committed, opened, ran

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def mark(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "source": "LET", "task": "01-layers", "tag": "A", "comment": "", "spans": [], **more}


def test_the_latest_answer_counts_and_remembers_its_version(book: Journal) -> None:
    book.append("answer", question="a", version=1, answer={"choice": "x"}, checked=True)
    book.append("answer", question="b", version=1, answer={}, checked=False)
    last = book.append("answer", question="a", version=2, answer={"choice": "y"}, checked=False)
    found = answers(book.read().events)
    assert list(found) == ["a", "b"]
    assert found["a"] == ({"choice": "y"}, 2, last.at, False)


def test_annotations_are_added_changed_and_removed(book: Journal) -> None:
    for name in "abc":
        book.append("annotate", annotation=mark(name))
    book.append(
        "annotation-changed", annotation="b", changes={"tag": "B", "comment": "why", "id": "z", "source": "YUD"}
    )
    book.append("annotation-removed", annotation="a")
    standing = annotations(book.read().events)
    assert standing == [mark("b", tag="B", comment="why"), mark("c")]


def test_a_removed_annotation_can_be_put_back(book: Journal) -> None:
    book.append("annotate", annotation=mark("a", comment="first"))
    book.append("annotation-removed", annotation="a")
    book.append("annotate", annotation=mark("a", comment="again"))
    assert annotations(book.read().events) == [mark("a", comment="again")]


def test_an_addition_that_arrives_twice_undoes_no_later_change(book: Journal) -> None:
    book.append("annotate", annotation=mark("a"))
    book.append("annotation-changed", annotation="a", changes={"comment": "later"})
    book.append("annotate", annotation=mark("a"))
    assert annotations(book.read().events)[0]["comment"] == "later"


def test_changes_to_what_is_not_there_do_nothing(book: Journal) -> None:
    book.append("annotation-changed", annotation="x", changes={"tag": "B"})
    book.append("annotation-removed", annotation="y")
    assert annotations(book.read().events) == []


def test_annotations_of_one_source_and_one_task(book: Journal) -> None:
    book.append("annotate", annotation=mark("a"))
    book.append("annotate", annotation=mark("b", source="YUD", task=""))
    book.append("annotate", annotation=mark("c", task=""))
    events = book.read().events
    assert [one["id"] for one in annotations(events, source="LET")] == ["a", "c"]
    assert [one["id"] for one in annotations(events, task="")] == ["b", "c"]
    assert [one["id"] for one in annotations(events, source="LET", task="01-layers")] == ["a"]


def test_folding_leaves_the_events_as_they_are(book: Journal) -> None:
    book.append("annotate", annotation=mark("a"))
    book.append("annotation-changed", annotation="a", changes={"comment": "x"})
    events = book.read().events
    assert annotations(events) == annotations(events)
    assert events[0].data["annotation"] == mark("a")


def test_commitments_openings_and_runs(book: Journal) -> None:
    book.append("committed", task="01-layers")
    book.append("opened", source="LET", question="01-prediction")
    book.append("ran", lesson="01")
    again = book.append("ran", lesson="01")
    events = book.read().events
    assert committed(events) == {"01-layers"}
    assert opened(events) == {("LET", "01-prediction")}
    assert ran(events) == {"01": again.at}
