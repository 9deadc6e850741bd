"""A text and its reader."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from coursekit.sessions.protocol.acks import Ack, Refused
from coursekit.sessions.protocol.paragraph import ParagraphJson  # noqa: TC001 - jsdoc looks it up


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
    """What a source is called; and whether its text itself stands in the course, so that no copy is asked for."""

    siglum: str
    title: str
    short: str
    whole: NotRequired[bool]


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
