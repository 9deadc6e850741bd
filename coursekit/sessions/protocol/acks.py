"""What every change is answered with."""

from __future__ import annotations

from typing import Literal, TypedDict


class Ack(TypedDict):
    """A change is kept since this time (ISO time, or ready words)."""

    op: Literal["ack"]
    n: int
    at: str


class Refused(TypedDict):
    """A change is not kept; why, in a line."""

    op: Literal["refused"]
    n: int
    why: str
