"""What a journal comes to, folded as it grows, is what it comes to when it is read once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from coursekit import journal
from coursekit.journal import Event, Journal
from coursekit.sessions.learner_state import Following, LearnerState

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NAMES = st.sampled_from("abc")
MARKS = st.fixed_dictionaries({"id": NAMES, "source": NAMES, "task": NAMES, "spans": st.just([])})
DATA: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "answer": st.fixed_dictionaries(
        {
            "question": NAMES,
            "version": st.integers(1, 2),
            "answer": st.fixed_dictionaries({}, optional={"confidence": st.sampled_from([60, 90])}),
            "checked": st.booleans(),
        }
    ),
    "mark-shown": st.fixed_dictionaries(
        {"question": NAMES, "version": st.integers(1, 2), "state": st.sampled_from(["wrong", "right", "unanswered"])}
    ),
    "annotate": st.fixed_dictionaries({"annotation": MARKS}),
    "annotation-changed": st.fixed_dictionaries(
        {"annotation": NAMES, "changes": st.fixed_dictionaries({"tag": NAMES, "source": NAMES})}
    ),
    "annotation-removed": st.fixed_dictionaries({"annotation": NAMES}),
    "committed": st.fixed_dictionaries({"task": NAMES}),
    "opened": st.fixed_dictionaries({"source": NAMES}, optional={"question": NAMES}),
    "ran": st.fixed_dictionaries({"lesson": NAMES}),
    "hint": st.fixed_dictionaries({"question": NAMES, "step": st.integers(1, 3)}),
    "solution": st.fixed_dictionaries({"exercise": NAMES}),
    "named": st.fixed_dictionaries({"learner": NAMES}),
    "of-later": st.just({}),
}
EVENTS = st.lists(
    st.sampled_from(sorted(DATA)).flatmap(lambda name: DATA[name].map(lambda data: (name, data))), max_size=40
).map(lambda made: [Event(f"{n:032x}", f"2026-11-29T10:00:{n:02}.000Z", "s", *each) for n, each in enumerate(made)])


@given(EVENTS)
def test_folding_one_by_one_is_folding_all(events: list[Event]) -> None:
    state = LearnerState()
    for event in events:
        state.add(event)
    assert list(state.answers.items()) == list(journal.answers(events).items())
    assert list(state.marks.values()) == journal.annotations(events)
    assert set(state.committed) == journal.committed(events)
    assert state.opened == journal.opened(events)
    assert dict(state.hints) == journal.hints(events)
    assert state.solutions == journal.solutions(events)
    assert state.learner == journal.learner(events)
    assert state.begun == any(event.event != "ran" for event in events)
    assert state.tries == Counter(event.data["question"] for event in events if event.event == "mark-shown")
    for task in "abc":
        assert state.marks_for(task) == len(journal.annotations(events, task=task))
        for source in "abc":
            assert list(state.marks_of(source, task).values()) == journal.annotations(events, source, task)


def given_answer(book: Journal, choice: str, *, checked: bool = True) -> None:
    book.append("answer", question="q", version=1, answer={"choice": choice}, checked=checked)


def test_answers_handed_in_are_told_from_drafts(work: Path) -> None:
    book = Journal(work / "journal.jsonl")
    given_answer(book, "a")
    given_answer(book, "b", checked=False)
    state = Following(book).now()
    assert [each.answer for each in state.handed_in("q")] == [{"choice": "a"}]
    assert state.handed_in("q", 2) == []
    assert state.answers["q"].answer == {"choice": "b"}


def test_an_event_is_folded_once_however_long_the_journal(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Journal(work / "journal.jsonl")
    folded: list[str] = []
    add = LearnerState.add
    monkeypatch.setattr(LearnerState, "add", lambda self, event: (folded.append(event.id), add(self, event)))
    following = Following(book)
    for n in range(50):
        given_answer(book, str(n))
        assert following.now().answers["q"].answer == {"choice": str(n)}
        following.now()
    assert len(folded) == len(set(folded)) == 50


def test_a_journal_put_in_from_elsewhere_is_folded_anew(work: Path) -> None:
    book, path = Journal(work / "journal.jsonl"), work / "journal.jsonl"
    following = Following(book)
    given_answer(book, "a")
    given_answer(book, "b")
    assert following.now().tries["q"] == 0
    assert following.now().answers["q"].answer == {"choice": "b"}
    first, _second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first)
    assert following.now().answers["q"].answer == {"choice": "a"}
    path.unlink()
    assert following.now().answers == {}


def test_what_another_kernel_writes_is_seen(work: Path) -> None:
    following = Following(Journal(work / "journal.jsonl"))
    assert following.now().answers == {}
    given_answer(Journal(work / "journal.jsonl"), "a")
    assert following.now().answers["q"].answer == {"choice": "a"}
