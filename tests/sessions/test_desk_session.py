"""What comes of the messages of a teacher's desk, by plain messages only."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.errors import CourseError
from coursekit.sessions.desk import MOST_BYTES, DeskSession, Made, WouldChange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.sessions.protocol import DeskNow


class Plain:
    """A desk that remembers what it was asked for."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.trouble: Exception | None = None

    def now(self) -> DeskNow:
        return {
            "op": "now",
            "n": 0,
            "hidden": False,
            "files": [],
            "aside": 0,
            "table": {"exercises": [], "rows": [], "notes": []},
            "columns": [],
            "marked": [],
            "outs": [],
            "left": 0,
            "of": 0,
            "deadlines": [],
            "can_be_due": [],
            "debriefs": [],
            "said": "",
            "trouble": "",
        }

    def _do(self, *what: Any) -> str:
        if self.trouble:
            raise self.trouble
        self.done.append(what)
        return "done"

    def look(self) -> None:
        self._do("look")

    def go_on(self) -> None:
        self._do("go on")

    def deadline(self, exercise: str, when: str) -> str:
        return self._do("deadline", exercise, when)

    def bring(self, name: str, role: str | None, data: bytes) -> str:
        return self._do("bring", name, role, data)

    def folder(self, path: str) -> str:
        return self._do("folder", path)

    def leave(self, file: str) -> str:
        return self._do("leave", file)

    def hold_room(self, lesson: str, *, opened: bool) -> tuple[str, list[str]]:
        self._do("hold room", lesson, opened)
        return "http://127.0.0.1:1/console#x", ["from this machine alone"]

    def stop_room(self) -> str:
        return self._do("stop room")

    def debrief(self, session: str) -> Made:
        self._do("debrief", session)
        return Made("debrief.html", "in work", "text/html", b"<p>")

    def hide(self, *, hidden: bool) -> None:
        self._do("hide", hidden)

    def make(self, what: str, choices: Mapping[str, object]) -> Made | WouldChange:
        self._do("make", what, choices)
        if choices.get("column") == "full":
            return WouldChange(("Ada: 1 → 2",))
        return Made("marks.csv", "in work", "text/csv", b"a,b\n", ("One line.",))


@pytest.fixture
def desk() -> Plain:
    return Plain()


@pytest.fixture
def session(desk: Plain) -> DeskSession:
    return DeskSession(desk, "test")


def piece(data: bytes, at: int = 0, size: int | None = None, **more: Any) -> dict[str, Any]:
    whole = len(data) if size is None else size
    return {"op": "bring", "n": 5, "name": "class.zip", "role": "", "size": whole, "at": at} | more


def test_a_page_is_given_nothing_that_a_notebook_could_keep(session: DeskSession) -> None:
    assert session.traits() == {"course": "test"}


@pytest.mark.parametrize(
    ("message", "done", "said"),
    [
        ({"op": "look"}, ("look",), ""),
        ({"op": "go-on"}, ("go on",), ""),
        ({"op": "deadline", "exercise": "", "when": "1 May 2026"}, ("deadline", "", "1 May 2026"), "done"),
        ({"op": "folder", "path": "/here"}, ("folder", "/here"), "done"),
        ({"op": "leave", "id": "list/x.csv"}, ("leave", "list/x.csv"), "done"),
        ({"op": "names", "hidden": True}, ("hide", True), ""),
    ],
)
def test_what_is_asked_for_is_done_and_how_things_stand_is_told(
    desk: Plain, session: DeskSession, message: dict[str, Any], done: tuple[Any, ...], said: str
) -> None:
    (told,) = session.handle({"n": 3, **message})
    assert (told["op"], told["n"], told["said"]) == ("now", 3, said)
    assert desk.done == [done]


def test_a_room_is_held_and_stopped(desk: Plain, session: DeskSession) -> None:
    (told,) = session.handle({"op": "hold-room", "n": 3, "lesson": "04", "opened": True})
    assert (told["op"], told["n"], told["lines"]) == ("room", 3, ["from this machine alone"])
    assert told["console"] == "http://127.0.0.1:1/console#x"
    (told,) = session.handle({"op": "stop-room", "n": 4})
    assert told == {"op": "room", "n": 4, "console": "", "lines": ["done"]}
    assert desk.done == [("hold room", "04", True), ("stop room",)]


def test_what_a_room_left_is_given_as_a_page(desk: Plain, session: DeskSession) -> None:
    (told,) = session.handle({"op": "debrief", "n": 3, "session": "2026-11-30-101500-04-ab12"})
    assert (told["op"], told["what"], told["type"], base64.b64decode(told["content"])) == (
        "made",
        "debrief",
        "text/html",
        b"<p>",
    )
    assert desk.done == [("debrief", "2026-11-30-101500-04-ab12")]


def test_what_is_made_goes_to_the_page_with_its_bytes(session: DeskSession) -> None:
    (told,) = session.handle({"op": "make", "n": 3, "what": "marks", "choices": {}})
    assert (told["op"], told["what"], told["name"], told["where"]) == ("made", "marks", "marks.csv", "in work")
    assert (base64.b64decode(told["content"]), told["type"], told["lines"]) == (b"a,b\n", "text/csv", ["One line."])


def test_marks_that_would_change_are_asked_about(session: DeskSession) -> None:
    (told,) = session.handle({"op": "make", "n": 3, "what": "gradebook", "choices": {"column": "full"}})
    assert told == {"op": "asks", "n": 3, "what": "gradebook", "lines": ["Ada: 1 → 2"]}


def test_a_file_comes_in_pieces_and_is_put_on_the_desk_once(desk: Plain, session: DeskSession) -> None:
    assert session.handle(piece(b"abc", size=5), [b"abc"]) == []
    (told,) = session.handle(piece(b"de", at=3, size=5, role="list"), [memoryview(b"de")])
    assert (told["op"], told["n"], told["said"]) == ("now", 5, "done")
    assert desk.done == [("bring", "class.zip", "list", b"abcde")]


def test_of_several_files_all_but_the_last_are_only_acknowledged(desk: Plain, session: DeskSession) -> None:
    assert session.handle(piece(b"x", more=True), [b"x"]) == [{"op": "ack", "n": 5, "at": "done"}]
    assert session.handle(piece(b"x", n=6, more=False), [b"x"])[0]["op"] == "now"
    assert len(desk.done) == 2


def test_without_a_role_the_desk_decides(desk: Plain, session: DeskSession) -> None:
    session.handle(piece(b""), [b""])
    assert desk.done == [("bring", "class.zip", None, b"")]


def test_a_file_that_is_too_large_is_refused_before_it_has_come(desk: Plain, session: DeskSession) -> None:
    (told,) = session.handle(piece(b"x", size=MOST_BYTES + 1), [b"x"])
    assert told["why"] == "100 MB, at most 100 MB are read; put it into a folder and name that"
    assert desk.done == []


@pytest.mark.parametrize(
    "strange",
    [
        {"op": "other"},
        {"op": "folder", "path": 3},
        {"op": "leave"},
        {"op": "names", "hidden": "yes"},
        {"op": "make", "what": "marks", "choices": []},
        {"op": "bring", "name": 3, "role": "", "size": 1, "at": 0},
        {"op": "bring", "name": "x", "role": "other", "size": 1, "at": 0},
        {"op": "bring", "name": "x", "role": "", "size": "1", "at": 0},
    ],
)
def test_what_cannot_be_read_is_refused(desk: Plain, session: DeskSession, strange: dict[str, Any]) -> None:
    (told,) = session.handle({"n": 4, **strange}, [b"x"])
    assert (told["op"], told["n"]) == ("refused", 4)
    assert desk.done == []


@pytest.mark.parametrize("n", [None, "1", 0, -1, 2**60, True])
def test_messages_without_a_number_are_passed_over(session: DeskSession, n: object) -> None:
    assert session.handle({"op": "look", "n": n}) == []
    assert session.handle(piece(b"x", n=n), [b"x"]) == []


@pytest.mark.parametrize(
    ("trouble", "why"), [(CourseError("the disk is full"), "the disk is full"), (OSError(), "OSError")]
)
def test_trouble_is_one_line(desk: Plain, session: DeskSession, trouble: Exception, why: str) -> None:
    desk.trouble = trouble
    for told in (session.handle({"op": "look", "n": 1}), session.handle(piece(b"x"), [b"x"])):
        assert told[0]["op"] == "refused"
        assert why in told[0]["why"]
