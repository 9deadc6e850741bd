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


class DeskTable(TypedDict):
    """Learners by exercises, and what is to be said of them."""

    exercises: list[str]
    rows: list[DeskRow]
    notes: list[str]


class DeskNow(TypedDict):
    """To desks: how things stand. While names are hidden it holds none, and nothing that could be one.

    ``n`` is the request it answers; ``said`` what came of that; ``trouble`` why the table cannot be made; ``outs``
    what can be made now; ``marked`` the exercises of which something counts.
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
    said: str
    trouble: str


class DeskLook(TypedDict):
    """From a desk: look again how things stand."""

    op: Literal["look"]
    n: int


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


FromDesk = DeskLook | DeskPiece | DeskFolder | DeskLeave | DeskNames | DeskMake
ToDesk = DeskNow | DeskMade | DeskAsks | Ack | Refused
