"""What every question has, and what marking gives back."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from coursekit.authoring.problems import Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.questions.ground import Ground

State = Literal["unanswered", "right", "partly", "wrong", "human"]
Tone = Literal["right", "wrong", "partly", "note"]
Answer = dict[str, Any]
STATES: tuple[State, ...] = ("unanswered", "right", "partly", "wrong", "human")
PURPOSES = ("quiz", "warm-up", "prediction", "reflection")
# Stored with every mark, so that a later change of the rules shows whom it touches. Raise it with any such change.
MARKING = "2"

_NEARLY = 1e-9  # sums of thirds miss 1 by less


@dataclass(frozen=True)
class Note:
    """One piece of feedback.

    Parameters
    ----------
    part
        What it speaks of: the id of an option, item, card or row; ``answer`` for how the answer was read;
        ``whole`` for the question; ``confidence``; ``nowhere``, ``elsewhere``, ``accept:1``, ``near:1``;
        ``ground`` and whatever begins with ``ground:``, for the words an answer rests on;
        ``sample:high``, ``comment:high``, ``compare:1``.
    tone
        Whether that part is right or wrong *as the learner used it*; a right option is ``right`` chosen or not.
    passages
        Where one can read it up, as ``LOG p11`` or ``LOG p5-p6``.
    reveals
        Whether it gives the key away to somebody who may try again. The kind says so, who knows the answer.
    """

    part: str
    tone: Tone
    text: str
    passages: tuple[str, ...] = ()
    misconception: str = ""
    reveals: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return plain data; what reveals nothing does not say so."""
        plain = asdict(self) | {"passages": list(self.passages)}
        return plain if self.reveals else {key: value for key, value in plain.items() if key != "reveals"}


@dataclass(frozen=True)
class Mark:
    """The result of marking one answer; ``points`` of ``of``, unless the state is unanswered or human.

    ``places`` has the tone of each place that the answer points at, in the order of its spans (``note``: passed over);
    it is empty where nothing was pointed at, or where that would tell too much. ``tally`` counts the parts of an answer
    of which some are blank: right, blank, and of how many; None where no part is.
    """

    state: State
    points: float
    of: float
    feedback: tuple[Note, ...] = ()
    marking: str = MARKING
    places: tuple[Tone, ...] = ()
    tally: tuple[int, int, int] | None = None

    @property
    def only_blank(self) -> bool:
        """Whether nothing is wrong with it but that a part is blank."""
        return self.tally is not None and self.tally[0] + self.tally[1] == self.tally[2]

    @property
    def again(self) -> bool:
        """Whether it is to be looked at again: something in it is not right, and not only blank."""
        return self.state in ("partly", "wrong") and not self.only_blank

    def to_json(self) -> dict[str, Any]:
        """Return plain data for the journal and the front end; what it has not it does not speak of."""
        plain = asdict(self) | {"feedback": [note.to_json() for note in self.feedback], "places": list(self.places)}
        plain |= {"tally": list(self.tally or ()), "again": self.again}
        return {key: value for key, value in plain.items() if value or key not in ("places", "tally", "again")}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What all kinds have in common; each kind adds its own parts."""

    id: str
    kind: str
    prompt: str
    version: int = 1
    points: float = 1
    rests_on: tuple[str, ...] = ()
    skill: str = ""
    recall: bool = False  # mere memory, subtraction or spelling; a course may have few of these
    confidence: bool = False
    ground: Ground | None = None
    method: bool = False  # it asks how one works, and needs no text
    card: tuple[str, ...] = ()
    purpose: str = "quiz"
    listed: tuple[tuple[Answer, State], ...] = ()
    hints: tuple[str, ...] = ()
    where: Where = field(default=Where(), compare=False)

    @property
    def scores(self) -> bool:
        """Whether its points are added up: a warm-up, a prediction, a reflection is for the learner alone."""
        return self.purpose == "quiz"

    def __init_subclass__(cls) -> None:
        # A cell shows its last value: a question typed there by chance is not to show its key. (dataclass leaves a
        # class its own.)
        cls.__repr__ = Question.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"


@dataclass(frozen=True)
class Choice:
    """Something to tick, place or match: an id and its words."""

    id: str
    text: str

    def view(self) -> dict[str, str]:
        """Return what a learner may see before answering."""
        return {"id": self.id, "text": self.text}


@dataclass(frozen=True)
class Option(Choice):
    """One option of a choice question, with the reason for or against it."""

    right: bool = False
    feedback: str = ""
    misconception: str = ""


@dataclass(frozen=True)
class Decision:
    """One thing that an answer decides: which, and how.

    Parameters
    ----------
    about
        What is decided, in words; "" where it is the question itself.
    reading
        What it was decided to be, in words of the question or in normal form, never as it was typed.
    right
        Whether the key has all of it.
    """

    about: str
    reading: str
    right: bool


def unanswered(question: Question, why: str = "") -> Mark:
    """Return the mark of a blank answer, or of one that could not be read; it is never wrong."""
    notes = (Note("answer", "note", why),) if why else ()
    return Mark("unanswered", 0.0, question.points, notes)


def scored(question: Question, share: float, notes: Iterable[Note], places: Iterable[Tone] = ()) -> Mark:
    """Return the mark for a share (0 to 1) of the points; ``places`` as `Mark` has them."""
    share = min(1.0, max(0.0, share))
    full, none = share > 1 - _NEARLY, share < _NEARLY
    state: State = "right" if full else "wrong" if none else "partly"
    points = question.points if full else round(share * question.points, 2)
    return Mark(state, points, question.points, tuple(notes), places=tuple(places))


def counted_out(mark: Mark, right: int, blank: int, of: int) -> Mark:
    """Return a mark that tells right and blank parts, where some are blank: that is not wrong."""
    return replace(mark, tally=(right, blank, of)) if blank else mark


def tally_words(mark: Mark) -> str:
    """Return "1 of 5 right, 4 not answered yet"; "" where no part is blank."""
    if mark.tally is None:
        return ""
    right, blank, of = mark.tally
    return f"{right} of {of} right, {blank} not answered yet"


def note(part: str, tone: Tone, words: str, *passages: str, misconception: str = "") -> Note:
    """Return a note; the passages its words name are linked when it is marked."""
    return Note(part, tone, words, passages, misconception)


def key_note(part: str, words: str, *passages: str) -> Note:
    """Return a note on what would have been right; it gives the key away."""
    return Note(part, "right", words, passages, reveals=True)
