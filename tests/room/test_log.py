"""The log: what was acknowledged is there after any kill, and a torn line costs nothing but itself."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.files.locks import claimed
from coursekit.room.reducer import Event, replay
from coursekit.room.store.committing import Committing
from coursekit.room.store.log import Log, line, restore, stamped
from coursekit.room.store.sessions import find_or_begin
from tests.room.kills import WRITER, acknowledged, kept
from tests.room.running import run
from tests.room.table import BEGUN

if TYPE_CHECKING:
    from pathlib import Path

FIRST = stamped({**BEGUN, "names": False})


def joined(number: int) -> Event:
    return stamped({"event": "joined", "who": f"w{number}", "name": ""})


def write(path: Path, *events: Event) -> None:
    log = Log(path)
    log.append([line(event) for event in events])
    log.close()


def test_a_log_leads_to_the_state_its_events_lead_to(log: Path) -> None:
    events = [FIRST, *map(joined, range(5))]
    write(log, *events)
    assert restore(log).room == replay(events)


def test_a_torn_last_line_is_set_aside_and_writing_goes_on(log: Path) -> None:
    write(log, FIRST, joined(1))
    log.write_bytes(log.read_bytes() + line(joined(2))[:-20])
    write(log, joined(3))
    found = restore(log)
    assert (list(found.room.people), found.unread) == (["w1", "w3"], 1)


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_wherever_it_is_torn_all_before_is_there(log: Path, cut: int) -> None:
    write(log, FIRST, joined(1), joined(2))
    log.write_bytes(log.read_bytes()[:-cut])
    assert "w1" in restore(log).room.people


NO_EVENTS = [b"{}", b"[1]", b"\xff\xfe", b'{"event":"voted","at":"x"}', b"[" * 9_999, b'{"event":["x"],"at":""}']


@pytest.mark.parametrize("raw", NO_EVENTS)
def test_a_line_that_is_none_is_passed_over(log: Path, raw: bytes) -> None:
    write(log, FIRST)
    log.write_bytes(log.read_bytes() + raw + b"\n")
    write(log, joined(1))
    assert (list(restore(log).room.people), restore(log).unread) == (["w1"], 1)


def test_what_is_no_room_is_not_taken_for_one(log: Path) -> None:
    log.write_text("shopping list\n")
    with pytest.raises(CourseError, match="no room"):
        restore(log)


def test_many_at_once_share_a_write_and_keep_their_order(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(log, FIRST)
    writes: list[int] = []
    append = Log.append
    monkeypatch.setattr(Log, "append", lambda self, lines: (writes.append(len(lines)), append(self, lines))[1])

    async def all_at_once() -> None:
        committing = Committing(Log(log))
        await asyncio.gather(*(committing.keep([joined(number)]) for number in range(300)))
        await committing.close()

    run(all_at_once())
    assert list(restore(log).room.people) == [f"w{number}" for number in range(300)]
    assert sum(writes) == 300
    assert len(writes) < 30


def test_what_the_disk_refuses_is_told_to_all_who_wait(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(log, FIRST)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Log, "append", full)

    async def refused() -> list[object]:
        committing = Committing(Log(log))
        found = await asyncio.gather(*(committing.keep([joined(n)]) for n in range(3)), return_exceptions=True)
        await committing.close()
        return list(found)

    assert all("make room on the disk" in str(each) for each in run(refused()))
    assert restore(log).room.people == {}


def test_what_comes_while_the_room_is_closed_is_told_that_it_is_not_kept(log: Path) -> None:
    write(log, FIRST)

    async def late() -> None:
        committing = Committing(Log(log))
        await committing.keep([joined(1)])
        await committing.close()
        with pytest.raises(CourseError, match="being closed"):
            await committing.keep([joined(2)])

    run(late())
    assert list(restore(log).room.people) == ["w1"]


def test_after_a_line_that_could_not_be_taken_back_the_next_is_whole(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(log, FIRST)
    broken = Log(log)
    half, pending = os.write, [OSError(5, "Input/output error")]

    def write_half(handle: int, raw: bytes) -> int:
        if pending:
            half(handle, raw[: len(raw) // 2])
            raise pending.pop()
        return half(handle, raw)

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", write_half)
        disk.setattr(os, "ftruncate", refuse)
        with pytest.raises(OSError, match="Input/output"):
            broken.append([line(joined(1))])
    broken.append([line(joined(2))])
    broken.close()
    assert (list(restore(log).room.people), restore(log).unread) == (["w2"], 1)


def test_a_session_goes_on_until_it_is_ended_or_a_new_one_is_asked_for(tmp_path: Path) -> None:
    first = find_or_begin(tmp_path, "00")
    again = find_or_begin(tmp_path, "00")
    assert (again.path, again.goes_on) == (first.path, True)
    assert again.restored.room.code == first.restored.room.code
    assert find_or_begin(tmp_path, "01").path != first.path
    assert find_or_begin(tmp_path, "00", new=True).path != first.path
    assert oct(first.path.stat().st_mode)[-3:] == "600"


def test_two_servers_do_not_share_a_session(tmp_path: Path) -> None:
    lock = tmp_path / "room.lock"
    with claimed(lock, "open already"), pytest.raises(CourseError, match="open already"), claimed(lock, "open already"):
        pass
    with claimed(lock, "open already"):
        pass


def test_killed_at_any_moment_every_acknowledged_vote_is_there(log: Path) -> None:
    chance = random.Random(1960)  # noqa: S311
    write(log, FIRST)
    told: set[str] = set()
    for _ in range(3):
        with subprocess.Popen([sys.executable, WRITER, str(log)], stdout=subprocess.PIPE, text=True) as writer:
            told |= acknowledged(writer, chance.randint(1, 40))
            os.kill(writer.pid, signal.SIGKILL)
            told |= acknowledged(writer)
    assert told <= kept(log)
    assert len(kept(log)) == len(restore(log).room.people)
