"""What a kind of question must be able to do. One module in ``kinds/`` exports one such object as ``KIND``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from coursekit.questions.base import Question
from coursekit.questions.ground import ground_body
from coursekit.questions.page import twin_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.base import Answer, Mark, State
    from coursekit.questions.shelf import Shelf, Texts

Q = TypeVar("Q", bound=Question)


class Kind(ABC, Generic[Q]):
    """The contract of a kind, with what most kinds do alike."""

    takes_ground: ClassVar[bool] = False
    """Whether a question of this kind may ask for its ground beside the answer."""

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

    @abstractmethod
    def typical(self, question: Q) -> list[tuple[Answer, State]]:
        """Return answers to try it with, each with the state it must get: blank, wrong ones, right."""

    @abstractmethod
    def feedback(self, question: Q) -> Iterable[tuple[str, str]]:
        """Return all (part, words) an author wrote as feedback, for the checks."""
