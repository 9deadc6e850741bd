"""A hand at the keyboard, and the proof that no other hand was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Person(Protocol):
    """Somebody who sits before a page."""

    @property
    def page(self) -> Page:
        """The page."""


COUNT_POINTERS = """() => {
  window.pointed = [];
  for (const kind of ["pointerdown", "mousedown", "touchstart"])
    addEventListener(kind, (event) => window.pointed.push(kind), true);
}"""
MOST_TABS = 60


def without_mouse(learner: Person) -> None:
    """Begin where nothing has the focus, and count what a mouse or a finger does from now on."""
    learner.page.evaluate(COUNT_POINTERS)
    learner.page.evaluate("document.activeElement.blur()")


def pointers(learner: Person) -> list[str]:
    """Return what a mouse or a finger did since."""
    found: list[str] = learner.page.evaluate("window.pointed")
    return found


def tab_to(learner: Person, wanted: str) -> None:
    """Press Tab until something that fits a selector has the focus."""
    for _ in range(MOST_TABS):
        learner.page.keyboard.press("Tab")
        if learner.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab does not lead to {wanted}")


def press(learner: Person, key: str, times: int = 1) -> None:
    """Press a key, several times."""
    for _ in range(times):
        learner.page.keyboard.press(key)
