"""What a kind of question must be able to do. One module in ``kinds/`` exports one such object as ``KIND``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar

from coursekit.errors import CourseError
from coursekit.questions.base import Question
from coursekit.questions.ground import ground_body
from coursekit.questions.page import twin_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.base import Answer, Decision, Mark, Option, State
    from coursekit.questions.shelf import Shelf, Texts
    from coursekit.questions.target import Target

Q = TypeVar("Q", bound=Question)
Reader = Literal["machine", "teacher", "both"]


class Kind(ABC, Generic[Q]):
    """The contract of a kind, with what most kinds do alike."""

    card: ClassVar[str] = ""
    """The kit's kind whose card draws it; "" where the front end has a file of its own name."""
    takes_ground: ClassVar[bool] = False
    """Whether a question of this kind may ask for its ground beside the answer."""
    chosen: ClassVar[bool] = False
    """Whether one answers by choosing among what is offered, and so may guess."""
    tells_key: ClassVar[bool] = True
    """Whether the mark of a wrong answer tells what would have been right, behind what says it `reveals`."""
    open_ended: ClassVar[bool] = False
    """Whether one writes sentences of one's own; what was handed in stays so while one goes on writing."""
    plain_key: ClassVar[str] = ""
    """What of an answer a plain value stands for; "" where there is no such value."""
    typed: ClassVar[bool] = False
    """Whether that value is a text, however it is written."""
    least_words: ClassVar[int] = 3
    """How many words of feedback give a reason."""
    minutes: ClassVar[float] = 0.6
    """How long one decision takes: a card sorted, an option chosen, an entry made."""

    @abstractmethod
    def load(self, table: Table, common: Mapping[str, Any]) -> Q:
        """Read the kind's own keys; ``common`` holds the fields of `Question`. Raises CourseError."""

    @abstractmethod
    def problem(self, question: Q, answer: Answer) -> str | None:
        """Say in one sentence what is wrong with the shape of an answer, or None. A blank answer is fine."""

    @abstractmethod
    def mark(self, question: Q, answer: Answer, texts: Texts | None = None) -> Mark:
        """Mark an answer that has no `problem`."""

    def unread(self, question: Q, answer: Answer) -> list[str]:  # noqa: ARG002
        """Return what was filled in and could not be read, each with the reason, where the rest can be marked."""
        return []

    @abstractmethod
    def view(self, question: Q, shelf: Shelf | None = None) -> dict[str, Any]:
        """Return the kind's part of what the front end gets: no key, no feedback."""

    @abstractmethod
    def body(self, question: Q, answer: Answer) -> Iterable[Safe]:
        """Return what stands between prompt and feedback in the static twin; an empty answer is a blank one."""

    def labels(self, question: Q, answer: Answer) -> Mapping[str, str]:  # noqa: ARG002
        """Return words for those parts of the feedback that need naming in the static twin."""
        return {}

    def twin(self, question: Q, answer: Answer, mark: Mark | None, shelf: Shelf | None = None) -> str:
        """Return the question as static HTML that reads well alone."""
        body = [*self.body(question, answer), *ground_body(question, answer)]
        return twin_page(question, body, mark, shelf, self.labels(question, answer))

    def read_by(self, question: Q) -> Reader:  # noqa: ARG002
        """Return who reads an answer: the machine, which counts its points, a teacher, or both."""
        return "machine"

    def filled(self, question: Q, answer: Answer) -> bool:
        """Tell whether an answer that has no `problem` is an honest try: at least half of it is there."""
        return self.mark(question, answer).state != "unanswered"

    def anchors(self, question: Q) -> tuple[Target, ...]:  # noqa: ARG002
        """Return what the question itself lets one point at."""
        return ()

    def offered(self, question: Q) -> tuple[Option, ...]:  # noqa: ARG002
        """Return the options of which exactly one is right."""
        return ()

    def decisions(self, question: Q, answer: Answer) -> Mapping[str, Decision]:  # noqa: ARG002
        """Return what an answer that has no `problem` decides, part by part; what is blank is not in it.

        A part is called as in the feedback, the question as a whole "". Kinds whose answers are places in a text, or
        words for people, have none.
        """
        return {}

    def plain(self, question: Q, value: object) -> Answer:
        """Return the answer that a plain value means. Raises CourseError where it means none."""
        if not self.plain_key:
            raise CourseError(f"{question.id}: a question of the kind {question.kind} is answered on its card")
        if self.typed:
            return {self.plain_key: value if isinstance(value, str) else str(value)}
        if isinstance(value, list | tuple | set):
            return {self.plain_key: [str(each) for each in value]}
        return {self.plain_key: dict(value) if isinstance(value, Mapping) else value}

    def worked(self, question: Q, tries: Sequence[tuple[Answer, State]]) -> Answer:  # noqa: ARG002
        """Return the answer that a solution shows, of those the question is tried with."""
        return next((answer for answer, state in tries if state in ("right", "human")), {})

    def solved(self, question: Q, answer: Answer, mark: Mark, shelf: Shelf | None = None) -> str:
        """Return a right answer with its reasons as static HTML, for a solution."""
        return self.twin(question, answer, mark, shelf)

    @abstractmethod
    def typical(self, question: Q) -> list[tuple[Answer, State]]:
        """Return answers to try it with, each with the state it must get: blank, wrong ones, right."""

    @abstractmethod
    def feedback(self, question: Q) -> Iterable[tuple[str, str]]:
        """Return all (part, words) an author wrote as feedback, for the checks."""
