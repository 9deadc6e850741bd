"""A form of the practice test: its papers, and what it asks about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from coursekit.authoring.problems import Where
from coursekit.spans.sentences import sentences

Kind = Literal["weighted", "written", "point"]
Part = Literal["head", "body"]
KINDS: tuple[Kind, ...] = ("weighted", "written", "point")
PARTS: tuple[Part, ...] = ("head", "body")
WEIGHTS = (4, 2, 1, 0)
MOST, NEAR = 4, 2  # points of an item that a key marks, and of a near miss when pointing
LEVELS = 4  # of a rubric: 0 to 3
HEAD = 0  # the number of a paper's head among its paragraphs


class Spot(NamedTuple):
    """What one points at: a sentence of a paragraph (from 1), or a line of the head (paragraph 0); both from 0."""

    paper: str
    paragraph: int
    sentence: int


@dataclass(frozen=True)
class Paper:
    """A made-up source: what is said of it, and its text."""

    id: str
    title: str
    head: tuple[str, ...]
    body: tuple[str, ...]

    @cached_property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """What can be pointed at: the lines of the head, then each paragraph's sentences."""
        cut = (tuple(text[start:end] for start, end in sentences(text)) for text in self.body)
        return (self.head, *cut)

    def holding(self, paragraph: int, quote: str) -> list[int]:
        """Return which sentences of a paragraph (lines of the head) hold a quotation, each as often as they do."""
        there = self.parts[paragraph] if 0 <= paragraph < len(self.parts) else ()
        return [number for number, words in enumerate(there) for _ in range(words.count(quote))]


@dataclass(frozen=True)
class Option:
    """An answer to choose, what it is worth, and what is said to whoever chose it."""

    text: str
    weight: int
    feedback: str


@dataclass(frozen=True)
class Sample:
    """A written answer as others gave it, its level, and what a reader of it would say."""

    level: int
    text: str
    comment: str = ""


@dataclass(frozen=True)
class Passage:
    """A place that counts, and what is said to whoever pointed at it."""

    spot: Spot
    quote: str
    feedback: str = ""


@dataclass(frozen=True)
class Item:
    """A question of a form; of its kind's own parts the others are empty.

    Parameters
    ----------
    move
        What one has to do: the parallel item of the other form asks for the same.
    options
        Of a weighted choice.
    rubric, samples, say
        Of a written answer: what each level is, samples, and what a good answer does.
    accepted, near, feedback
        Of pointing: what counts in full, what nearly, and what is said in any case.
    """

    id: str
    move: str
    kind: Kind
    prompt: str
    options: tuple[Option, ...] = ()
    rubric: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()
    say: str = ""
    accepted: tuple[Passage, ...] = ()
    near: tuple[Passage, ...] = ()
    feedback: str = ""
    where: Where = field(default=Where(), compare=False)

    @property
    def keyed(self) -> bool:
        """Whether a key marks it; what is written, its writer rates."""
        return self.kind != "written"


@dataclass(frozen=True)
class Form:
    """One form; ``id`` is the name of its file, ``event`` says what it is about, and that it is made up."""

    id: str
    version: int
    title: str
    event: str
    minutes: int
    papers: tuple[Paper, ...]
    items: tuple[Item, ...]

    def paper(self, name: str) -> Paper | None:
        """Return a paper; None where there is none of that id."""
        return next((each for each in self.papers if each.id == name), None)

    def item(self, name: str) -> Item | None:
        """Return an item; None where there is none of that id."""
        return next((each for each in self.items if each.id == name), None)
