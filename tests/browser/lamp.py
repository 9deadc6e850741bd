"""An invented course of two sources for the pane beside a lesson, and JupyterLab on it."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.harness import Lab, learner_of, running_lab
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

    from tests.browser.harness import Learner

NAME = "96-lamp"
OTHER = "97-log"
WAYS = "98-ways"
STEPS = "93-steps"
WIDGETS = {NAME: 7, WAYS: 6, STEPS: 3}
PARAGRAPHS = 14
LONG = "The keeper writes of the wind, of the oil and of ships that passed in the dark. " * 6
HANDLES = """(node, words) => {
  const leaf = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode(), at = leaf.data.indexOf(words);
  document.getSelection().setBaseAndExtent(leaf, at, leaf, at + words.length);
}"""
QUIZ = """
[[question]]
id = "96-oil"
kind = "evidence"
prompt = "Point at the words that name the ninth watch."
rests_on = ["LOG p9"]
skill = "layers"
source = "LOG"
nowhere_feedback = "It does (LOG p9)."
elsewhere = "Not there."
[[question.accept]]
paragraph = "p9"
quote = "the watch of number 9"
feedback = "Yes, it is this one."

[[question]]
id = "96-who"
kind = "single"
prompt = "Who writes the log?"
rests_on = ["LOG p3"]
skill = "layers"
[[question.option]]
text = "a keeper"
right = true
feedback = "Yes."
[[question.option]]
text = "a captain"
feedback = "No ship's log."
misconception = "M8"
"""
KEY = """
id = "98-marks"
version = 1
source = "LOG"
edition = "guide"
sets = ["TS-X"]
tags = []
paragraphs = ""
prompt = "Mark the ninth watch."
about = 2
[[span]]
id = "k1"
paragraph = "p9"
quote = "the watch of number 9"
tag = ["ENCLOSURE"]
reason = "It is the ninth."
"""


def cell(verb: str, *arguments: str) -> str:
    """Return a code cell."""
    return f"from coursekit.lesson import {verb}\n{verb}({', '.join(arguments)})"


def _log(course: Path) -> None:
    """Add a second source, long enough to be scrolled in."""
    folder = course / "sources" / "LOG"
    shutil.copytree(course / "sources" / "BOX", folder)
    record = (folder / "record.toml").read_text(encoding="utf-8")
    record = record.replace("BOX", "LOG").replace("the letter", "the log").replace("Letter on", "Log of")
    head, _, rows = record.partition("[paragraphs]\n")
    print_of_one = rows.splitlines()[1].partition(" = ")[2]
    lines = [f"p{n} = {print_of_one}" for n in range(1, PARAGRAPHS + 1)]
    (folder / "record.toml").write_text("\n".join([head, "[paragraphs]", *lines, ""]), encoding="utf-8")
    blocks = [
        f"## p{n} · the harbour master\n\nThis is the watch of number {n}. {LONG}" for n in range(1, PARAGRAPHS + 1)
    ]
    guide = "# LOG: a calendar of the log\n\nMade up for tests.\n\n" + "\n\n".join(blocks) + "\n"
    (folder / "guide.md").write_text(guide, encoding="utf-8")


@contextlib.contextmanager
def lamp_lab(folder: Path) -> Iterator[Lab]:
    """Run JupyterLab on the course."""
    course = folder / "course"
    shutil.copytree(ROOT / "tests" / "tiny", course)
    _log(course)
    (course / "lessons" / "quizzes" / "96-lamp.toml").write_text(QUIZ, encoding="utf-8")
    (course / "lessons" / "keys" / "98-marks.toml").write_text(KEY, encoding="utf-8")
    with running_lab(course, course / "work") as lab:
        yield lab


def lessons(lab: Lab) -> None:
    """Add the lesson, another one, one that refers to what it does not lay out to be read, and one in steps."""
    lab.lesson(
        NAME,
        "# 96 · The lamp\n\nThe log tells of nine watches (LOG p9, p12). Nothing is said of p2.",
        cell("predict", '"00-expect"'),
        cell("read", '"BOX"', 'after="00-expect"'),
        cell("ask", '"00-where"'),
        cell("read", '"LOG"'),
        cell("ask", '"96-oil"'),
        cell("annotate", '"00-marks"'),
        cell("ask", '"96-who"'),
    )
    lab.lesson(
        WAYS,
        "# 98 · Ways\n\nOf the letter there is only a task (BOX p3). The log has it at length (LOG p9–p11). "
        "When was it lit (fact F1)?",
        cell("annotate", '"00-marks"'),
        cell("ask", '"96-oil"'),
        cell("read", '"LOG", "p1-p12"'),
        cell("ask", '"96-who"'),
        cell("annotate", '"98-marks"'),
        cell("ask", '"00-where"'),
        cell("facts", '"F1"'),
    )
    lab.lesson(
        STEPS,
        "# 93 · Steps",
        "### To read",
        cell("read", '"LOG"'),
        "### To point",
        cell("ask", '"96-oil"'),
        "### To be told\n\nOf the watches.",
        "### To answer\n\nWho wrote it?",
        cell("ask", '"96-who"'),
    )
    lab.lesson(OTHER, "# 97 · The log", cell("read", '"LOG", "p1-p3"'))


class Pane:
    """The pane as a learner has it."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.page: Page = learner.page

    @property
    def root(self) -> Locator:
        """The pane."""
        return self.page.locator(".ck-pane")

    def words(self, paragraph: str) -> Locator:
        """Return the words of a paragraph in the sheet that shows."""
        return self.root.locator(f"[data-p='{paragraph}'] .ck-words")

    def tab(self, name: str) -> Locator:
        """Return a button of the head."""
        return self.root.locator(".ck-pane-head").get_by_role("button", name=name)

    def door(self, what: str) -> Locator:
        """Return the button of a door: of a source that is read, or of a task."""
        found = self.page.locator(f".ck-door[data-text='{what}'], .ck-door[data-task='{what}']")
        return found.get_by_role("button")

    def card(self, name: str) -> Locator:
        """Return a card."""
        return self.page.locator(f".ck-question[data-question='{name}']")

    def predict(self) -> None:
        """Write down what one expects."""
        card = self.card("00-expect")
        card.get_by_role("textbox").fill("He will complain.")
        card.locator(".ck-foot .ck-button").click()
        expect(card).to_have_attribute("data-state", "human")

    def widen(self, by: int) -> None:
        """Make the pane wider with the mouse, by so many pixels."""
        handle = self.page.locator("#jp-main-split-panel > .lm-SplitPanel-handle:visible").last.bounding_box()
        assert handle
        mouse = self.page.mouse
        mouse.move(handle["x"] + 1, 400)
        mouse.down()
        mouse.move(handle["x"] + 1 - by, 400, steps=4)
        mouse.up()

    def top(self, paragraph: str) -> int | None:
        """Return where on the screen a paragraph begins, in whole pixels."""
        box = self.words(paragraph).bounding_box()
        return round(box["y"]) if box else None


@contextlib.contextmanager
def pane_of(lab: Lab, context: BrowserContext, name: str, width: int = 1280, height: int = 900) -> Iterator[Pane]:
    """Open a lesson as a plain notebook and run it, for a learner who has done nothing yet."""
    lab.reset()
    lessons(lab)
    with learner_of(lab, context, width, height) as learner:
        learner.open(name)
        learner.run(widgets=WIDGETS[name])
        yield Pane(learner)


@contextlib.contextmanager
def laid_out(lab: Lab, context: BrowserContext, name: str) -> Iterator[Pane]:
    """Open a lesson that lays itself out, for a learner who has done nothing yet."""
    lab.reset()
    lessons(lab)
    with learner_of(lab, context, laid_out=True) as learner:
        learner.open(name)
        expect(learner.widgets()).to_have_count(WIDGETS[name])
        learner.idle()
        yield Pane(learner)
