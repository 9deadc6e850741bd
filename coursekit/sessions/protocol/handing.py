"""A learner's hand-in, and the form in which it is asked for."""

from __future__ import annotations

from typing import Literal, TypedDict

from coursekit.sessions.protocol.acks import Refused


class PartNow(TypedDict):
    """A part of an exercise as a hand-in made now would hold it: ``done`` once there is an answer."""

    name: str
    stands: str
    done: bool


class HandInNow(TypedDict):
    """To forms, and what they are given to begin with: what a hand-in made now would hold, and in whose name."""

    op: Literal["now"]
    unit: Literal["exercise", "lesson"]
    title: str
    learner: str
    summary: str
    parts: list[PartNow]


class GiveHandIn(TypedDict):
    """From a form: make the file; ``insist`` also where the one there has answers that it will lack."""

    op: Literal["hand-in"]
    n: int
    learner: str
    insist: bool


class HandedIn(TypedDict):
    """To forms: the file is made; its name, where it lies (in words), and all that is in it."""

    op: Literal["handed-in"]
    n: int
    learner: str
    name: str
    where: str
    summary: str
    content: str


class Emptier(TypedDict):
    """To forms: not made, since the file there has answers that it would lack; why, in words."""

    op: Literal["emptier"]
    n: int
    why: str


FromHandInForm = GiveHandIn
ToHandInForm = HandInNow | HandedIn | Emptier | Refused
