"""A question and its card."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from coursekit.sessions.protocol.acks import Ack, Refused
from coursekit.sessions.protocol.paragraph import ParagraphJson  # noqa: TC001 - jsdoc looks it up

State = Literal["unanswered", "right", "partly", "wrong", "human"]
Tone = Literal["right", "wrong", "partly", "note"]
Answer = dict[str, Any]


class Note(TypedDict):
    """What a mark says of a part of an answer, and the passages it links to; ``reveals``: it gives the key away."""

    part: str
    tone: Tone
    text: str
    passages: list[str]
    reveals: NotRequired[bool]


class Mark(TypedDict):
    """The mark of an answer; ``places``: how each place pointed at was right or wrong, in the answer's order.

    ``tally``: of an answer with blank parts how many are right, how many blank, and of how many. ``again``: to be
    looked at again.
    """

    state: State
    points: float
    of: float
    feedback: list[Note]
    places: NotRequired[list[Tone]]
    tally: NotRequired[list[int]]
    again: NotRequired[bool]


class Passage(TypedDict):
    """A paragraph of a guide; ``quotes`` are ranges of code points."""

    text: str
    quotes: list[list[int]]
    title: str


class Saved(TypedDict):
    """What was answered before; empty where nothing was.

    ``sure``: how sure the learner was when a verdict was first shown (None: not said); absent before there was one.
    """

    answer: NotRequired[Answer]
    mark: NotRequired[Mark | None]
    at: NotRequired[str]
    passages: NotRequired[dict[str, Passage]]
    hints: NotRequired[list[str]]
    sure: NotRequired[float | None]


class GiveAnswer(TypedDict):
    """From a card: this is the answer now; ``check`` hands it in to be marked."""

    op: Literal["answer"]
    n: int
    answer: Answer
    check: bool


class TakeHint(TypedDict):
    """From a card: the hint of this number is wanted."""

    op: Literal["hint"]
    n: int
    step: int


class AskPassages(TypedDict):
    """From a card: the words of these passages are wanted. Changes nothing, so it bears no number."""

    op: Literal["passages"]
    refs: list[str]


class AskText(TypedDict):
    """From a card: the text is wanted that one points into. Changes nothing, so it bears no number."""

    op: Literal["text"]


class PointedText(TypedDict):
    """To cards: the text that one points into, or why it is not open yet."""

    op: Literal["text"]
    paragraphs: list[ParagraphJson]
    locked: str


class Changed(TypedDict):
    """To cards: the answer is this now. It is not marked; only a text that people read keeps its mark."""

    op: Literal["changed"]
    n: int
    answer: Answer
    at: str
    mark: Mark | None


class Marked(TypedDict):
    """To cards: the answer was handed in; its mark, and what that links to."""

    op: Literal["marked"]
    n: int
    answer: Answer
    at: str
    mark: Mark
    passages: dict[str, Passage]


class Passages(TypedDict):
    """To cards: passages that were asked for."""

    op: Literal["passages"]
    passages: dict[str, Passage]


class Hints(TypedDict):
    """To cards: all hints that are out."""

    op: Literal["hints"]
    hints: list[str]


FromCard = GiveAnswer | TakeHint | AskPassages | AskText
ToCard = Ack | Refused | Changed | Marked | Passages | PointedText | Hints
