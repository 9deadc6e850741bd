"""The answers of a class, and the page on which they are read."""

from __future__ import annotations

from typing import Literal, TypedDict

from coursekit.sessions.protocol.acks import Ack, Refused


class Row(TypedDict):
    """A row of a rubric: the words of each level, from 0 up."""

    id: str
    name: str
    levels: list[str]


class Sample(TypedDict):
    """A sample answer, and what a reader said of it."""

    level: str
    text: str
    comment: str


class ReadQuestion(TypedDict):
    """A question that people read."""

    id: str
    prompt: str
    points: float
    words: list[int] | None
    rows: list[Row]
    samples: list[Sample]


class ReadAnswer(TypedDict):
    """An answer to be read, and what it was given so far."""

    id: str
    label: str
    code: str
    text: str
    levels: dict[str, int]
    comment: str
    at: str


class GradingSetup(TypedDict):
    """All that a grading page shows."""

    question: ReadQuestion
    marker: str
    note: str
    answers: list[ReadAnswer]


class GiveLevels(TypedDict):
    """From a grading page: an answer's levels and its comment are these now."""

    op: Literal["levels"]
    n: int
    answer: str
    levels: dict[str, int]
    comment: str


class LevelsChanged(TypedDict):
    """To grading pages: an answer's levels and its comment are these now."""

    op: Literal["changed"]
    n: int
    answer: str
    levels: dict[str, int]
    comment: str
    at: str


FromGradingPage = GiveLevels
ToGradingPage = Ack | Refused | LevelsChanged
