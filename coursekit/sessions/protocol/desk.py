"""The teacher's desk: what lies on it, who has handed in, and what is made of it."""

from __future__ import annotations

from typing import Literal, TypedDict

from coursekit.sessions.protocol.acks import Ack, Refused


class DeskFile(TypedDict):
    """A file or folder on the desk: by what it is taken away again, its name, what it is taken for."""

    id: str
    name: str
    role: Literal["hand-ins", "list", "gradebook"]


class DeskCell(TypedDict):
    """What one learner handed in for one exercise, in words and as a state; both empty where it is nothing."""

    words: str
    state: Literal["in", "look", "bad", ""]


class DeskRow(TypedDict):
    """A learner, by name or pseudonym, and a cell for each exercise."""

    learner: str
    cells: list[DeskCell]


class DeskColumn(TypedDict):
    """A column of a gradebook that marks can be written into: by what it is asked for, and what it is called."""

    id: str
    name: str


class DeskDeadline(TypedDict):
    """Until when an exercise, "" every one, was to be handed in; what both are called."""

    exercise: str
    name: str
    when: str


class DeskTable(TypedDict):
    """Learners by exercises, and what is to be said of them."""

    exercises: list[str]
    rows: list[DeskRow]
    notes: list[str]


class DeskDebrief(TypedDict):
    """What a room left: the session's name, and when it was, of which lesson."""

    session: str
    words: str


class DeskNow(TypedDict):
    """To desks: how things stand. While names are hidden it holds none, and nothing that could be one.

    ``n`` is the request it answers; ``said`` what came of that; ``trouble`` why the table cannot be made; ``outs``
    what can be made now; ``marked`` the exercises of which something counts; ``left`` how many hand-ins are still to be
    marked, of how many; ``can_be_due`` what a deadline can be given for; ``debriefs`` of rooms that were held.
    """

    op: Literal["now"]
    n: int
    hidden: bool
    files: list[DeskFile]
    aside: int
    table: DeskTable
    columns: list[DeskColumn]
    marked: list[str]
    outs: list[str]
    left: int
    of: int
    deadlines: list[DeskDeadline]
    can_be_due: list[str]
    debriefs: list[DeskDebrief]
    said: str
    trouble: str


class DeskLook(TypedDict):
    """From a desk: look again how things stand."""

    op: Literal["look"]
    n: int


class DeskGoOn(TypedDict):
    """From a desk: mark some more of what was handed in; how things stand then is the answer."""

    op: Literal["go-on"]
    n: int


class DeskDue(TypedDict):
    """From a desk: until when an exercise, "" every one, is to be handed in, as somebody wrote it; "" takes it back."""

    op: Literal["deadline"]
    n: int
    exercise: str
    when: str


class DeskPiece(TypedDict):
    """From a desk: a piece of a file that is put on it; the bytes come beside.

    ``role`` "" has it told by its look. Where ``more`` files follow, it is only acknowledged, with what it was taken
    for: how things stand is reckoned once, with the last.
    """

    op: Literal["bring"]
    n: int
    name: str
    role: Literal["hand-ins", "list", "gradebook", ""]
    size: int
    at: int
    more: bool


class DeskFolder(TypedDict):
    """From a desk: hand-ins lie in this folder, too."""

    op: Literal["folder"]
    n: int
    path: str


class DeskLeave(TypedDict):
    """From a desk: take a file away again, by its id."""

    op: Literal["leave"]
    n: int
    id: str


class DeskNames(TypedDict):
    """From a desk: hide the names, or show them."""

    op: Literal["names"]
    n: int
    hidden: bool


class DeskMake(TypedDict):
    """From a desk: make something of what was handed in, with what was chosen for it."""

    op: Literal["make"]
    n: int
    what: str
    choices: dict[str, object]


class DeskMade(TypedDict):
    """To desks: it is made; its file's name, where it lies (in words), its bytes in base64, what is to be told."""

    op: Literal["made"]
    n: int
    what: str
    name: str
    where: str
    type: str
    content: str
    lines: list[str]


class DeskAsks(TypedDict):
    """To desks: not made, since marks that stand there would change; which."""

    op: Literal["asks"]
    n: int
    what: str
    lines: list[str]


class DeskHoldRoom(TypedDict):
    """From a desk: hold a room of a lesson, "" of none; ``opened``: phones in the network may come in."""

    op: Literal["hold-room"]
    n: int
    lesson: str
    opened: bool


class DeskShowDebrief(TypedDict):
    """From a desk: show what a room left, by its session; what is made is the answer."""

    op: Literal["debrief"]
    n: int
    session: str


class DeskStopRoom(TypedDict):
    """From a desk: stop the room that is held from it."""

    op: Literal["stop-room"]
    n: int


class DeskRoom(TypedDict):
    """To desks: the address of the room's console, "" where none is held any more; what is to be told."""

    op: Literal["room"]
    n: int
    console: str
    lines: list[str]


FromDesk = (
    DeskLook
    | DeskGoOn
    | DeskDue
    | DeskPiece
    | DeskFolder
    | DeskLeave
    | DeskNames
    | DeskMake
    | DeskHoldRoom
    | DeskStopRoom
    | DeskShowDebrief
)
ToDesk = DeskNow | DeskMade | DeskAsks | DeskRoom | Ack | Refused
