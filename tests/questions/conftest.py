"""An invented case: a lamp on the Sker rock, two papers that tell of it, and questions of every kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.questions import Question, load_quiz
from coursekit.questions.shelf import LibraryShelf
from coursekit.sources import Edition, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

QUIZ = Path(__file__).with_name("data") / "01-lighthouse.toml"
GUIDE = {
    "p1": "The keeper “trimmed the lamp at ten” and went below to his books.",
    "p2": "The second keeper writes that it “burned true till four”; the oil was bad and the relief boat late.",
    "p3": "A note in another hand: it was “dark at the change of the watch”. " + "The copy was made in spring. " * 20,
}
TEXT = {
    "p1": "Nov. 2. Trimmed the lamp\nat ten and turned in.",
    "p2": "Nov. 3. The light burned ‘true’ till\nfour. Oil thick as tar. Relief boat two hours behind.",
    "p3": "[Copyist:] dark at the change of the watch, see Nov. 3.",
}


class FakeLibrary:
    """As much of a library as a shelf needs."""

    def __init__(self, *, with_text: bool = True) -> None:
        self.with_text = with_text

    def source(self, _siglum: str) -> Any:
        class Record:
            short = "the log"

        class Source:
            record = Record()
            guide = edition("guide", GUIDE)
            text = edition("text", TEXT) if self.with_text else None

        return Source()


def edition(name: str, texts: dict[str, str]) -> Edition:
    return Edition("LOG", name, tuple(Paragraph(pid, "keeper", text) for pid, text in texts.items()))


@pytest.fixture(scope="session")
def quiz() -> dict[str, Question]:
    """Return the invented quiz by id, without the two digits."""
    return {question.id[3:]: question for question in load_quiz(QUIZ)}


@pytest.fixture(scope="session")
def shelf() -> LibraryShelf:
    fact = {"date": "1871-11", "statement": "The moon was new.", "certainty": "print", "checked": "an almanac"}
    return LibraryShelf(FakeLibrary(), {"F1": fact})


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], Question]:
    """Read one question from the lines that follow id and prompt."""

    def read(lines: str, kind: str = "") -> Question:
        path = tmp_path / "01-try.toml"
        head = f'[[question]]\nid = "01-try"\nkind = "{kind}"\nprompt = "What?"\n' if kind else ""
        path.write_text(head + lines, encoding="utf-8")
        return load_quiz(path, "01-try.toml")[0]

    return read


@pytest.fixture(scope="session")
def pointed() -> Callable[..., dict[str, Any]]:
    """Return the answer that points at some words of the log."""

    def point(*places: tuple[str, str], edition: str = "guide") -> dict[str, Any]:
        texts = GUIDE if edition == "guide" else TEXT
        spans = []
        for paragraph, quote in places:
            start = texts[paragraph].index(quote)
            where = {"source": "LOG", "edition": edition, "paragraph": paragraph, "start": start}
            spans.append({**where, "end": start + len(quote), "quote": quote, "prefix": "", "suffix": ""})
        return {"spans": spans}

    return point
