"""What a thing that is asked must be able to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.questions.pointing import touches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursekit.questions import Decision
    from coursekit.room.items.passages import Expert
    from coursekit.spans import Span
    from coursekit.spans.texts import ParagraphText


@dataclass(frozen=True)
class Reason:
    """Why an option is right or not, shown once the vote is opened; ``right`` is None where there is no key."""

    option: str
    words: str
    right: bool | None = None


class Item(ABC):
    """One thing that is asked. What it is made from is kept in the log; what it shows is all that phones get of it."""

    kind: ClassVar[str]

    @abstractmethod
    def spec(self) -> dict[str, Any]:
        """Return what it is made from again, by `coursekit.room.items.load_item`."""

    @abstractmethod
    def shown(self) -> dict[str, Any]:
        """Return what everybody may see before the vote is opened: no key, no reason."""

    @abstractmethod
    def read(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Return an answer as it is kept. Raises RefusedError, in words, when it is none."""

    def decisions(self, answer: dict[str, Any]) -> Mapping[str, Decision]:  # noqa: ARG002
        """Return what an answer decides, part by part; nothing where the answer is places."""
        return {}

    def spans(self, answer: dict[str, Any]) -> Sequence[Span]:  # noqa: ARG002
        """Return the places that an answer points at."""
        return ()

    def number(self, answer: dict[str, Any]) -> float | None:  # noqa: ARG002
        """Return the number that an answer is, where it is one."""
        return None

    def share(self, answer: dict[str, Any]) -> float | None:  # noqa: ARG002
        """Return how far an answer is right, 0 to 1; None where nobody says what is right."""
        return None

    def offered(self) -> Mapping[str, str]:
        """Return the options by id, in order; those nobody chose are to be seen, too."""
        return {}

    def reasons(self) -> Sequence[Reason]:
        """Return why each option is right or not."""
        return ()

    def paragraphs(self) -> Sequence[ParagraphText]:
        """Return the paragraphs one may point into."""
        return ()

    def source(self) -> str:
        """Return the siglum of the source one may point into."""
        return ""

    def expert(self) -> Sequence[Expert]:
        """Return the passages that an expert would point at."""
        return ()

    def touched(self, answer: dict[str, Any]) -> Sequence[bool]:
        """Return, for each of an expert's passages, whether an answer points at it."""
        spans = self.spans(answer)
        return [any(touches(span, each.paragraph, each.quote) for span in spans) for each in self.expert()]
