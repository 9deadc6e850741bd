"""A lesson or an exercise gone through as a student does: laid out, by Next and by what stands below a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.waiting import press, still

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.laid import Laid

# The first card or task that is in sight and waits, as [a question's id, a task's id].
_WAITS = """() => {
  const cards = document.querySelectorAll(".jp-NotebookPanel .ck-question, .jp-NotebookPanel .ck-door[data-task]");
  const first = [...cards].find((card) => card.checkVisibility() && ["open", "begun"].includes(card.dataset.state));
  return first ? [first.dataset.question ?? "", first.dataset.task ?? ""] : null;
}"""


def opened(laid: Laid, path: str) -> None:
    """Open a copy, and wait until it says that it is ready."""
    laid.learner.open_copy(path)
    expect(laid.line).to_contain_text("Ready")
    laid.learner.idle()


def goes_on(laid: Laid) -> bool:
    """Press Next; tells whether there was anything to go on to."""
    following = laid.line.locator(".ck-progress-next")
    if following.get_attribute("aria-disabled") == "true":
        return False
    following.click()
    still(laid.page)
    return True


def passes(laid: Laid) -> bool:
    """Go on from what stands last in sight, answered or not; tells whether something follows in this sitting."""
    way = laid.panel.locator(".ck-onward").get_by_role("button", name="Go on", exact=True)
    unanswered = laid.panel.locator(".ck-onward").get_by_role("button", name="Go on without answering")
    onward = way.or_(unanswered)
    if not onward.count():
        return False
    press(onward)
    still(laid.page)
    return True


def waiting(laid: Laid) -> tuple[str, str] | None:
    """Return the first card or task in sight that waits, as a question's id and a task's; None where none does."""
    found = laid.page.evaluate(_WAITS)
    return (found[0], found[1]) if found else None


def ends(laid: Laid) -> Locator:
    """Return the box at the end of the sitting in sight."""
    return laid.panel.locator(".ck-pause:visible")
