"""An invented lesson in two sittings, its quiz, and a learner's hands on its layout."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.waiting import still

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator

    from tests.browser.harness import Lab, Learner

NAME = "94-pier"
NEXT = "95-harbour"
BUTTON = '<button type="button" data-commandlinker-command="notebook:run-all-cells">Run this lesson</button>'
WORDS = "A paragraph to be read at leisure. " * 30
_QUESTION = """
[[question]]
id = "94-{name}"
kind = "single"
version = 1
prompt = "Which is a month: {name}?"
rests_on = []
skill = "sourcing"
points = 1
option = [
  {{ text = "August", feedback = "Yes.", right = true }},
  {{ text = "Friday", feedback = "A day of the week." }},
]
"""
ASKED = ("first", "second", "third", "fourth")


def _cell(verb: str, *arguments: str) -> str:
    return f"from coursekit.lesson import {verb}\n{verb}({', '.join(arguments)})"


PARTS = (
    f"# 94 · The pier\n\n{WORDS}\n\n{BUTTON}",
    _cell("begin", '"94"'),
    f"## Sitting 1: The lamp\n\n*Goal: to see it.*\n\n{WORDS}",
    _cell("ask", '"94-first"'),
    "**Afterwards.** It was August.",
    f"### A step that only tells\n\n{WORDS}",
    f"### The second step\n\n{WORDS}\n\n{WORDS}",  # its heading is gone when its card is as high as it can come
    _cell("ask", '"94-second"'),
    "**Afterwards.** August again.",
    _cell("ask", '"94-third"'),
    "**What you have found.** A lamp.",
    _cell("pause", '"94"', "1"),
    f"## Sitting 2: The harbour\n\n*Goal: to leave.*\n\n{WORDS}",
    _cell("ask", '"94-fourth"'),
    f"### To remember\n\nOn to [lesson 95]({NEXT}.ipynb).",
    "**What you have found.** A harbour.",
    _cell("pause", '"94"', "2"),
)


@contextlib.contextmanager
def lessons(lab: Lab) -> Iterator[None]:
    """Add two lessons with their questions to the course, for a while."""
    quiz = lab.course / "lessons" / "quizzes" / f"{NAME}.toml"
    quiz.write_text("".join(_QUESTION.format(name=name) for name in ASKED), encoding="utf-8")
    lab.lesson(NAME, *PARTS)
    lab.lesson(NEXT, f"# 95 · The harbour\n\n{BUTTON}", _cell("begin", '"94"'), f"## Ships\n\n{WORDS}", WORDS)
    try:
        yield
    finally:
        for path in (quiz, *(lab.course / "lessons").glob("9[45]-*.*")):
            path.unlink(missing_ok=True)


class Laid:
    """A lesson that is laid out, as its learner sees and handles it."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.page = learner.page

    @property
    def panel(self) -> Locator:
        """The lesson in front."""
        return self.page.locator(".jp-NotebookPanel:visible")

    @property
    def line(self) -> Locator:
        """The line of progress."""
        return self.panel.locator("div.ck-progress")

    def open(self, name: str = NAME) -> None:
        """Open a lesson, and wait until it says that it is ready."""
        self.learner.open(name)
        self.ready()

    def ready(self) -> None:
        """Wait until all cells have run."""
        expect(self.line).to_be_visible()
        self.learner.wait(lambda: self.panel.locator(".ck-question").count() == len(ASKED))
        self.learner.idle()

    def card(self, name: str) -> Locator:
        """Return the card of a question."""
        return self.panel.locator(f".ck-question[data-question='94-{name}']")

    def answer(self, name: str, words: str = "August") -> None:
        """Answer a question, and wait for its mark."""
        card = self.card(name)
        card.get_by_label(words).check()
        card.get_by_role("button", name="Check").click()
        expect(card).to_have_attribute("data-state", "right" if words == "August" else "wrong")
        still(self.page)  # the verdict comes into sight, which moves the page

    def press(self, name: str) -> None:
        """Press one of the buttons by which one goes on."""
        self.panel.locator(".ck-onward").get_by_role("button", name=name).click()

    def told(self, words: str) -> Locator:
        """Return a paragraph of the lesson's prose."""
        return self.panel.locator(".jp-MarkdownOutput p").filter(has_text=words)

    def heading(self, words: str) -> Locator:
        """Return a heading."""
        return self.panel.get_by_role("heading", name=words, include_hidden=True)

    def at_top(self, words: str) -> bool:
        """Tell whether a heading stands at the top of the notebook."""
        box = self.heading(words).bounding_box()
        top = self.panel.locator(".jp-WindowedPanel-outer").bounding_box()
        return bool(box and top and 0 <= box["y"] - top["y"] < 60)
