"""The summary beside a journal: it saves time, and changes nothing, whatever became of the journal meanwhile."""

from __future__ import annotations

import gc
import random
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Event, Judgements, summary
from coursekit.journal.events import line
from coursekit.journal.merging import read_one
from coursekit.journal.summary import NAME, folded
from coursekit.questions.confidence import sure
from coursekit.study import doings, verdicts
from coursekit.study.doings import DoingsFold
from coursekit.study.looking_back import LookingBack
from coursekit.study.path import Part, Unit
from coursekit.study.review import attempts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WAY = (Unit("lesson", "00-a", "A", "", (Part(1, "", 10, ("00-q", "00-m")),), frozenset({"00-m"})),)


class Names:
    """The ids of all events, in order; and how many were heard, rather than taken over."""

    def __init__(self, stamp: str = "") -> None:
        self.stamp = stamp
        self.ids: list[str] = []
        self.heard = 0

    def hear(self, event: Event) -> None:
        self.ids.append(event.id)
        self.heard += 1

    def kept(self) -> Any:
        return self.ids

    def take(self, kept: Any) -> None:
        self.ids = list(kept)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "WORTH", 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def some(number: int, hour: int = 1) -> list[Event]:
    return [
        Event(uuid4().hex, f"2026-03-02T{hour:02}:{n % 60:02}:00.000Z", "desk", "ran", {"lesson": "00"})
        for n in range(number)
    ]


def write(path: Path, events: Iterable[Event], mode: str = "ab") -> None:
    with path.open(mode) as file:
        file.writelines(line(event) for event in events)


def right(path: Path) -> Names:
    """Return what the journal comes to, having seen that it is what its bytes say."""
    found = folded(path, Names)
    assert found.ids == list(dict.fromkeys(event.id for event in read_one(path).events))
    return found


def test_nobody_looks_for_rubbish_while_a_long_journal_is_folded(path: Path) -> None:
    """It took a third of the time, and there is none."""
    on: list[bool] = []

    class Watching(Names):
        def hear(self, event: Event) -> None:
            on.append(gc.isenabled())
            super().hear(event)

        def kept(self) -> Any:
            on.append(gc.isenabled())
            return super().kept()

    write(path, some(5))
    folded(path, Watching)
    assert on == [False] * 6
    assert gc.isenabled()


def test_what_was_read_once_is_not_read_again(path: Path) -> None:
    write(path, some(5))
    assert right(path).heard == 5
    assert right(path).heard == 0
    write(path, some(2))
    assert right(path).heard == 2
    assert right(path).heard == 2, "two lines are not worth a new summary"


def test_a_short_journal_has_none(path: Path) -> None:
    write(path, some(2))
    right(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_no_journal_comes_to_nothing(path: Path) -> None:
    assert folded(path, Names).ids == []
    path.mkdir()
    with pytest.raises(CourseError, match="cannot be read"):
        folded(path, Names)


def test_an_event_that_stands_there_twice_counts_once(path: Path) -> None:
    events = some(4)
    write(path, events)
    right(path)
    write(path, events[1:3])
    assert right(path).heard == 0


def test_a_line_that_is_torn_and_then_whole(path: Path) -> None:
    events = some(5)
    write(path, events[:4])
    raw = line(events[4])
    for part in (raw[:20], raw[20:-1]):
        with path.open("ab") as file:
            file.write(part)
        right(path)
    with path.open("ab") as file:
        file.write(b"\n")
    assert len(right(path).ids) == 5


@pytest.mark.parametrize("what", ["shorter", "other", "mended", "gone"])
def test_another_journal_is_read_from_its_beginning(path: Path, what: str) -> None:
    write(path, some(6))
    right(path)
    lines = path.read_bytes().splitlines(keepends=True)
    if what == "shorter":
        path.write_bytes(b"".join(lines[:2]))
    elif what == "other":
        write(path, some(7), "wb")
    elif what == "mended":
        path.write_bytes(b"".join([*lines[:3], *lines[4:], *(line(each) for each in some(2))]))
    else:
        path.unlink()
        assert folded(path, Names).ids == []
        return
    found = right(path)
    assert found.heard == len(found.ids)


@pytest.mark.parametrize("bad", [b"", b"{}", b"x\n{}", b"\xff\n\xff"])
def test_a_summary_in_doubt_is_thrown_away(path: Path, bad: bytes) -> None:
    write(path, some(6))
    right(path)
    beside = path.with_name(NAME)
    whole = beside.read_bytes()
    for each in (bad, whole[:-5], whole.replace(b'"offset":', b'"offset":1')):
        beside.write_bytes(each)
        assert right(path).heard == 6


def test_a_summary_of_something_else_is_not_used(path: Path) -> None:
    write(path, some(6))
    right(path)
    assert folded(path, lambda: Names("another way through the course")).heard == 6


def test_another_version_of_what_a_fold_is_made_of_is_seen() -> None:
    made_of = {doings.__name__, verdicts.__name__, attempts.__name__, sure.__module__, Judgements.__module__}
    assert {name.split(".")[1] for name in made_of} <= set(summary.ROOMS)


def test_what_cannot_be_taken_over_is_read_anew(path: Path) -> None:
    class Sour(Names):
        def take(self, kept: Any) -> None:
            self.ids = ["half"]
            raise KeyError(kept[0])

    write(path, some(6))
    right(path)
    assert len(folded(path, Sour).ids) == 6


def test_a_folder_that_cannot_be_written_is_no_trouble(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(summary, "write_whole", full)
    write(path, some(6))
    assert right(path).heard == 6


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_it_comes_to_what_the_journal_says(path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    path.touch()
    for _ in range(40):
        match chance.randrange(6):
            case 0 | 1:
                write(path, some(chance.randrange(6), chance.randrange(24)))
            case 2:
                raw = path.read_bytes()
                path.write_bytes(raw[: chance.randrange(len(raw) + 1)])
            case 3:
                with path.open("ab") as file:
                    file.write(chance.choice([b"\n", b"no event\n", b'{"v": 1', b"\n\n", b'{"v": 9}\n']))
            case 4:
                known = read_one(path).events
                write(path, chance.sample(known, min(3, len(known))))
            case 5:
                write(path, [*reversed(read_one(path).events)], "wb")
        right(path)


def test_what_is_told_to_a_learner_is_the_same_with_it_and_without(path: Path) -> None:
    of = {"question": "00-q", "version": 1}
    mark = {"id": "m1", "task": "00-m", "spans": []}
    told: list[tuple[str, dict[str, Any]]] = [
        ("ran", {"lesson": "00"}),
        ("answer", {**of, "answer": {"choice": "a", "confidence": 80}, "checked": False}),
        ("answer", {**of, "answer": {"choice": "a", "confidence": 90}, "checked": True}),
        ("mark-shown", {**of, "state": "partly", "points": 0.5}),
        ("annotate", {"annotation": mark}),
        ("answer", {**of, "answer": {"choice": "b", "confidence": 50}, "checked": True}),
        ("mark-shown", {**of, "state": "right", "points": 1}),
        ("annotation-removed", {"annotation": "m1"}),
    ]
    events = [
        Event(f"{n:032x}", f"2026-03-02T10:{n:02}:00.000Z", "desk", name, data) for n, (name, data) in enumerate(told)
    ]
    for cut in range(3, len(events)):
        path.with_name(NAME).unlink(missing_ok=True)
        write(path, events[:cut], "wb")
        folded(path, lambda: LookingBack(WAY))
        write(path, events[cut:])
        found = folded(path, lambda: LookingBack(WAY))
        straight = DoingsFold(WAY)
        for event in events:
            straight.hear(event)
        assert found.doings.doings() == straight.doings()
        assert [(each.state, each.points, each.sure) for each in found.verdicts.verdicts()] == [("partly", 0.5, 90)]
