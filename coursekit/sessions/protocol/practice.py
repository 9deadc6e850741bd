"""A practice test on made-up sources, and the page on which it is taken."""

from __future__ import annotations

from typing import Literal, TypedDict

from coursekit.sessions.protocol.acks import Ack, Refused
from coursekit.sessions.protocol.card import Answer  # noqa: TC001 - read at run time, where types of the front end are made


class PracticePaper(TypedDict):
    """A made-up source: the lines of its head, the sentences of each paragraph, and which parts are open."""

    id: str
    title: str
    head: list[str]
    body: list[list[str]]
    opened: list[str]


class PracticeOption(TypedDict):
    """An answer to choose; what it is worth and why, once all is handed over (before: -1 and "")."""

    text: str
    weight: int
    feedback: str


class PracticeSample(TypedDict):
    """A written answer at a level, and what a reader of it would say."""

    level: int
    text: str
    comment: str


class PracticeItem(TypedDict):
    """A question. What follows ``options`` is empty, and ``points`` None, before all is handed over.

    ``points`` is None for a blank answer, too; ``level`` is what its writer gave a written answer, -1 before.
    """

    id: str
    kind: str
    prompt: str
    options: list[PracticeOption]
    points: int | None
    of: int
    feedback: list[str]
    accepted: list[str]
    rubric: list[str]
    samples: list[PracticeSample]
    level: int


class PracticeForm(TypedDict):
    """A form as it stands; ``handed`` once it is over."""

    form: str
    title: str
    event: str
    minutes: int
    handed: bool
    papers: list[PracticePaper]
    items: list[PracticeItem]
    answers: dict[str, Answer]


class PracticeNow(TypedDict):
    """To pages, and what they are given to begin with: the forms that were begun, and what came of them.

    ``stage`` is ``start``, ``sitting``, ``between`` (the second form is still to come) or ``done``.
    """

    op: Literal["now"]
    stage: Literal["start", "sitting", "between", "done"]
    minutes: int
    forms: list[PracticeForm]
    told: list[str]


class PracticeBegin(TypedDict):
    """From a page: begin; the first form is drawn by lot."""

    op: Literal["begin"]
    n: int


class PracticeOpen(TypedDict):
    """From a page: a part of a paper was opened."""

    op: Literal["open"]
    n: int
    form: str
    paper: str
    part: Literal["head", "body"]


class PracticeAnswer(TypedDict):
    """From a page: an answer as it is now."""

    op: Literal["answer"]
    n: int
    form: str
    item: str
    answer: Answer


class PracticeHandOver(TypedDict):
    """From a page: all is answered that is to be."""

    op: Literal["hand-over"]
    n: int
    form: str


class PracticeRate(TypedDict):
    """From a page: the level that a learner gives a written answer of their own."""

    op: Literal["rate"]
    n: int
    form: str
    item: str
    level: int


FromPracticePage = PracticeBegin | PracticeOpen | PracticeAnswer | PracticeHandOver | PracticeRate
ToPracticePage = Ack | Refused | PracticeNow
