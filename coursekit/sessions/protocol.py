"""Every message between a view and the session behind it, and what a view is given to begin with.

The types of the front end (`frontend/src/protocol.js`) are made from this file: see `coursekit.sessions.jsdoc`.

A change bears a number, unique over all views of a course. It is acknowledged only once it is kept, and taking it twice
does no harm. What a session says goes to all views of it: each knows its own by the number.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

State = Literal["unanswered", "right", "partly", "wrong", "human"]
Tone = Literal["right", "wrong", "partly", "note"]
Answer = dict[str, Any]


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


# ---- a question and its card


class Note(TypedDict):
    """What a mark says of a part of an answer, and the passages it links to; ``reveals``: it gives the key away."""

    part: str
    tone: Tone
    text: str
    passages: list[str]
    reveals: NotRequired[bool]


class Mark(TypedDict):
    """The mark of an answer."""

    state: State
    points: float
    of: float
    feedback: list[Note]


class Passage(TypedDict):
    """A paragraph of a guide; ``quotes`` are ranges of code points."""

    text: str
    quotes: list[list[int]]
    title: str


class Saved(TypedDict):
    """What was answered before; empty where nothing was."""

    answer: NotRequired[Answer]
    mark: NotRequired[Mark | None]
    at: NotRequired[str]
    passages: NotRequired[dict[str, Passage]]
    hints: NotRequired[list[str]]


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


FromCard = GiveAnswer | TakeHint | AskPassages
ToCard = Ack | Refused | Changed | Marked | Passages | Hints

# ---- a text and its reader


class SpanJson(TypedDict):
    """Words in a text, by code points."""

    source: str
    edition: str
    paragraph: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


class AnnotationJson(TypedDict):
    """A mark in a text."""

    id: str
    source: str
    task: str
    tag: str
    comment: str
    spans: list[SpanJson]


class AnnotationChanges(TypedDict):
    """What is new of a mark."""

    tag: NotRequired[str]
    comment: NotRequired[str]
    spans: NotRequired[list[SpanJson]]


class AddMark(TypedDict):
    """A mark is made. From a reader it bears a number."""

    op: Literal["add"]
    n: NotRequired[int]
    annotation: AnnotationJson


class ChangeMark(TypedDict):
    """A mark is changed. From a reader it bears a number."""

    op: Literal["change"]
    n: NotRequired[int]
    id: str
    changes: AnnotationChanges


class RemoveMark(TypedDict):
    """A mark is gone. From a reader it bears a number."""

    op: Literal["remove"]
    n: NotRequired[int]
    id: str


class Commit(TypedDict):
    """From a reader: these are my marks; show the expert's. With the number 0 they are only asked for anew."""

    op: Literal["commit"]
    n: int


class OpenLocked(TypedDict):
    """From a reader: read without predicting."""

    op: Literal["open"]
    n: int


class Refresh(TypedDict):
    """From a reader: what is new? ``n`` is 0; ``revision`` says how many changes are known."""

    op: Literal["refresh"]
    n: int
    revision: NotRequired[int]


class CopyPiece(TypedDict):
    """From a reader: a piece of a file, which comes as its one buffer; all pieces of one bear the same number."""

    op: Literal["copy"]
    n: int
    name: str
    size: int
    at: int


class MarksChanged(TypedDict):
    """To readers: what has changed."""

    op: Literal["changed"]
    changes: list[MarkChange]
    revision: int


class KeySpan(SpanJson):
    """Words that an expert marked, and why."""

    id: str
    tags: list[str]
    reason: str
    also: NotRequired[str]
    optional: NotRequired[bool]


class KeyPassage(TypedDict):
    """How a reader's marks stand to one of the expert's."""

    key: str
    state: str
    yours: list[str]


class Agreement(TypedDict):
    """How a reader's marks stand to the expert's."""

    passages: list[KeyPassage]
    extra: list[str]
    found: int
    of: int


class ExpertKey(TypedDict):
    """To readers: the expert's marks, beside the learner's as they are now."""

    op: Literal["key"]
    spans: list[KeySpan]
    agreement: Agreement
    at: NotRequired[str]
    edition: NotRequired[str]


class Unlocked(TypedDict):
    """To readers: the text is open."""

    op: Literal["unlocked"]


class Copied(TypedDict):
    """To readers: what became of a file, in plain sentences."""

    op: Literal["copied"]
    n: int
    lines: list[str]


class ParagraphJson(TypedDict):
    """A paragraph of an edition; ``status`` of a learner's own copy: exact, changed or missing."""

    id: str
    voice: str
    text: str
    quotes: list[list[int]]
    status: NotRequired[str]


class EditionJson(TypedDict):
    """The guide, or the full text."""

    name: str
    label: str
    paragraphs: list[ParagraphJson]


class Unplaced(TypedDict):
    """A mark without a place, and why."""

    annotation: AnnotationJson
    reason: str


class SourceNames(TypedDict):
    """What a source is called."""

    siglum: str
    title: str
    short: str


class TagJson(TypedDict):
    """What a mark can say."""

    id: str
    name: str
    definition: str
    example: str
    colour: int
    line: str


class Task(TypedDict):
    """An annotation task."""

    id: str
    prompt: str
    about: int
    committed: bool


class ReaderSetup(TypedDict):
    """All that a reader shows."""

    source: SourceNames
    editions: list[EditionJson]
    links: dict[str, list[list[int]]]
    tags: list[TagJson]
    task: Task | None
    annotations: list[AnnotationJson]
    unplaced: list[Unplaced]
    locked: str
    readonly: bool
    revision: int
    course: str


class ReaderState(TypedDict):
    """To readers: all that stands, for one that has missed something, or because a full text has come."""

    op: Literal["state"]
    annotations: list[AnnotationJson]
    unplaced: list[Unplaced]
    committed: bool
    locked: str
    revision: int
    editions: list[EditionJson]
    links: dict[str, list[list[int]]]


MarkChange = AddMark | ChangeMark | RemoveMark
FromReader = AddMark | ChangeMark | RemoveMark | Commit | OpenLocked | Refresh | CopyPiece
ToReader = Ack | Refused | MarksChanged | ExpertKey | Unlocked | Copied | ReaderState

# ---- the answers of a class and the page on which they are read


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
