"""A text in the pane beside the lesson: its words, its tags, its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from coursekit.annotation.keys import load_key
from coursekit.sources import load_tags
from tests.browser.pointing import drag
from tests.browser.waiting import press

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from coursekit.annotation.keys import Key
    from tests.browser.harness import Learner

# The colours under words: what marks there are, as [highlight, words].
COLOURS = """(root, wanted) => [...CSS.highlights]
  .filter(([name]) => new RegExp(wanted).test(name))
  .flatMap(([name, ranges]) => [...ranges].map((range) => [name, range]))
  .filter(([, range]) => root.contains(range.startContainer))
  .map(([name, range]) => [name, range.startContainer.data.slice(range.startOffset, range.endOffset)])
  .sort((one, other) => (one.join() < other.join() ? -1 : 1))"""
MARKS = r"^ck-m\d"


@dataclass
class Desk:
    """One reader: its door in the lesson, by number, and what is behind it."""

    learner: Learner
    number: int = 0

    @property
    def door(self) -> Locator:
        """What stands in the lesson."""
        return self.learner.page.locator(".ck-door").nth(self.number)

    @property
    def root(self) -> Locator:
        """The reader in the pane, where it is brought if another text is there."""
        if self.door.get_attribute("data-shown") != "true":
            self.door.get_by_role("button").click()
        expect(self.door).to_have_attribute("data-shown", "true")
        return self.learner.page.locator(".ck-pane .ck-reader")

    def words(self, paragraph: str, edition: str = "guide") -> Locator:
        """Return the words of a paragraph."""
        return self.root.locator(f".ck-row[data-p='{paragraph}'] .ck-text[data-edition={edition}] .ck-words")

    def tag(self, tag: str) -> None:
        """Press a tag, known by its id."""
        more = self.root.locator(".ck-more")
        if more.is_visible() and more.get_attribute("aria-expanded") == "false":
            more.click()
        self.root.locator(".ck-palette").get_by_role("button", name=self.name(tag), exact=True).click()

    def name(self, tag: str) -> str:
        """Return the name of a tag."""
        sets = load_tags(self.learner.lab.course / "sources" / "tags.toml").values()
        return next(each.name for one in sets for each in one.tags if each.id == tag)

    def mark(self, paragraph: str, phrase: str, tag: str, *, edition: str = "guide") -> None:
        """Mark a phrase with the mouse, and wait until it is saved."""
        before = len(self.learner.lab.marks())
        drag(self.words(paragraph, edition), phrase)
        self.tag(tag)
        self.learner.wait(lambda: len(self.learner.lab.marks()) == before + 1)

    def finish(self) -> None:
        """Say that one has finished, and have the expert's marks laid beside one's own."""
        for name in ("I have finished", "Show them"):
            press(self.root.get_by_role("button", name=name))

    def key(self, task: str) -> Key:
        """Return what the expert marks in a task."""
        return load_key(self.learner.lab.course / "lessons" / "keys" / f"{task}.toml")

    def left_unmarked(self, task: str) -> tuple[str, str]:
        """Return words of a paragraph in which the expert marks nothing: (paragraph, words)."""
        marked = {span.paragraph for span in self.key(task).spans}
        shown = self.root.locator(".ck-row[data-p]").evaluate_all("rows => rows.map((row) => row.dataset.p)")
        paragraph = next(each for each in shown if each not in marked)
        return paragraph, " ".join((self.words(paragraph).text_content() or "").split()[:4])

    def open_note(self, paragraph: str) -> None:
        """Open the note on a paragraph by the list of all marks, which is folded behind their count."""
        self.root.locator(".ck-marks").click()
        self.root.locator(f".ck-list-go:has(.ck-sig:text-is('{paragraph}'))").click()

    def notes(self, paragraph: str) -> Locator:
        """Return the notes beside a paragraph, the reader's own."""
        return self.root.locator(f".ck-row[data-p='{paragraph}'] .ck-note:not(.ck-expert)")

    def colours(self, wanted: str = MARKS) -> list[tuple[str, str]]:
        """Return the colours under the words: (highlight, words)."""
        return [(name, words) for name, words in self.root.evaluate(COLOURS, wanted)]

    def coloured(self, wanted: str = MARKS) -> list[str]:
        """Return the words that are coloured."""
        return [words for _, words in self.colours(wanted)]

    def saved(self) -> None:
        """Wait until the reader says that all is saved."""
        expect(self.root.locator(".ck-status")).to_have_attribute("data-state", "saved")
