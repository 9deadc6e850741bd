"""A teacher's desk: what its page may ask for, and what comes of it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, get_args

from coursekit.errors import CourseError
from coursekit.sessions.chunked_upload import ChunkedUpload
from coursekit.sessions.session import LARGEST, Session, ack, refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.sessions.protocol import Ack, DeskAsks, DeskMade, DeskNow, DeskRoom, Refused

MOST_BYTES = 100_000_000  # of one file that is put on the desk
Role = Literal["hand-ins", "list", "gradebook"]
ROLES: tuple[Role, ...] = get_args(Role)
_AGAIN = "run the notebook again"


class Made(NamedTuple):
    """Something that was made: its file's name, where it lies (in words), its kind and bytes, what is to be told."""

    name: str
    where: str
    type: str
    content: bytes
    lines: tuple[str, ...] = ()


class WouldChange(NamedTuple):
    """Marks that stand in a gradebook and would change: it is asked first."""

    lines: tuple[str, ...]


class Desk(Protocol):
    """What lies on a desk: `coursekit.seminar.desk`, or a test's. All raise `CourseError` in one line."""

    def now(self) -> DeskNow:
        """Return how things stand; ``n`` and ``said`` are the session's."""

    def look(self) -> None:
        """Read anew what was handed in."""

    def go_on(self) -> None:
        """Mark some more of what was handed in; as much as takes well under a second."""

    def bring(self, name: str, role: Role | None, data: bytes) -> str:
        """Put a file on the desk; return what it was taken for, in words."""

    def folder(self, path: str) -> str:
        """Have hand-ins found in a folder, too; return what is to be told."""

    def leave(self, file: str) -> str:
        """Take a file away; return what is to be told."""

    def deadline(self, exercise: str, when: str) -> str:
        """Say until when an exercise, with "" every one, was to be handed in; return what is to be told."""

    def hide(self, *, hidden: bool) -> None:
        """Hide names, or show them."""

    def hold_room(self, lesson: str, *, opened: bool) -> tuple[str, list[str]]:
        """Hold a room for votes; return its console's address, and who can reach it, in lines."""

    def stop_room(self) -> str:
        """Stop it; return what is to be told."""

    def debrief(self, session: str) -> Made:
        """Return the page that a room left when it was closed."""

    def make(self, what: str, choices: Mapping[str, object]) -> Made | WouldChange:
        """Make something of what was handed in."""


class DeskSession(Session):
    """A desk on a page.

    What a page is given to begin with holds nobody's name, for a notebook's file may keep it: the page asks.

    Parameters
    ----------
    desk
        What lies on it.
    course
        Names the course.
    """

    fault = f"that did not work ({{}}); {_AGAIN}"
    unknown = f"this version of the course does not know that; {_AGAIN}"

    def __init__(self, desk: Desk, course: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._course = course
        self._upload = ChunkedUpload(MOST_BYTES, "put it into a folder and name that")

    def traits(self) -> dict[str, Any]:
        """Return what a page is given."""
        return {"course": self._course}

    def overhear(
        self, message: dict[str, Any], buffers: Sequence[memoryview | bytes]
    ) -> list[DeskNow | Ack | Refused] | None:
        """Take a piece of a file; put it on the desk once it is whole."""
        n = message.get("n")
        if message.get("op") != "bring" or type(n) is not int or not self.least <= n < LARGEST:
            return None
        name, role = message.get("name"), message.get("role")
        if not isinstance(name, str) or role not in (*ROLES, ""):
            return [refused(n, self.unknown)]
        try:
            data = self._upload.take(n, message, buffers)
            said = None if data is None else self._desk.bring(name, role or None, data)
            if said is None:
                return []
            return [ack(n, said) if message.get("more") is True else self._now(n, said)]
        except CourseError as error:
            return [refused(n, str(error))]
        except Exception as error:  # noqa: BLE001 - whoever works here is told in one line, whatever it was
            return [refused(n, self.fault.format(type(error).__name__))]

    def take(self, n: int, message: dict[str, Any]) -> list[DeskNow | DeskMade | DeskAsks | DeskRoom]:
        """Do what is asked for."""
        said = ""
        match message:
            case {"op": "look"}:
                self._desk.look()
            case {"op": "go-on"}:
                self._desk.go_on()
            case {"op": "deadline", "exercise": str(exercise), "when": str(when)}:
                said = self._desk.deadline(exercise, when)
            case {"op": "folder", "path": str(path)}:
                said = self._desk.folder(path)
            case {"op": "leave", "id": str(file)}:
                said = self._desk.leave(file)
            case {"op": "names", "hidden": bool(hidden)}:
                self._desk.hide(hidden=hidden)
            case {"op": "make", "what": str(what), "choices": dict(choices)}:
                return [self._made(n, what, choices)]
            case _:
                return [self._of_a_room(n, message)]
        return [self._now(n, said)]

    def _of_a_room(self, n: int, message: dict[str, Any]) -> DeskRoom | DeskMade:
        match message:
            case {"op": "hold-room", "lesson": str(lesson), "opened": bool(opened)}:
                console, lines = self._desk.hold_room(lesson, opened=opened)
                return {"op": "room", "n": n, "console": console, "lines": lines}
            case {"op": "stop-room"}:
                return {"op": "room", "n": n, "console": "", "lines": [self._desk.stop_room()]}
            case {"op": "debrief", "session": str(session)}:
                return _given(n, "debrief", self._desk.debrief(session))
        raise CourseError(self.unknown)

    def _now(self, n: int, said: str) -> DeskNow:
        return {**self._desk.now(), "n": n, "said": said}

    def _made(self, n: int, what: str, choices: Mapping[str, object]) -> DeskMade | DeskAsks:
        made = self._desk.make(what, choices)
        if isinstance(made, WouldChange):
            return {"op": "asks", "n": n, "what": what, "lines": list(made.lines)}
        return _given(n, what, made)


def _given(n: int, what: str, made: Made) -> DeskMade:
    return {
        "op": "made",
        "n": n,
        "what": what,
        "name": made.name,
        "where": made.where,
        "type": made.type,
        "content": base64.b64encode(made.content).decode(),
        "lines": list(made.lines),
    }
