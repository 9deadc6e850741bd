"""Waiting for something that can be seen, never for a while: a busy machine takes longer, and is no fault.

``SHORT_TIMERS`` goes into a page of ours before its own scripts: from then on ``settled`` waits until nothing is
about to happen by itself. In JupyterLab, whose timers are many, ``still`` waits until nothing moves.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import EventInfo, FileChooser, Locator, Page

LONGEST = 60.0  # seconds; after that it will never be
# Timers of up to a second and idle work count; what waits longer (for a kernel that may be dead) does not.
SHORT_TIMERS = """(() => {
  const LONGEST = 1000, due = new Set();
  const counted = (start, stop, is) => [
    (work, wait, ...rest) => {
      const id = start((...given) => { due.delete(is + id); work(...given); }, wait, ...rest);
      if (!(wait > LONGEST)) due.add(is + id);
      return id;
    },
    (id) => { due.delete(is + id); stop(id); },
  ];
  [window.setTimeout, window.clearTimeout] = counted(setTimeout.bind(window), clearTimeout.bind(window), "timer");
  [window.requestIdleCallback, window.cancelIdleCallback] =
    counted(requestIdleCallback.bind(window), cancelIdleCallback.bind(window), "idle");
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  // A change of selection is told with a frame, and what hears of it may set a timer.
  window.settled = async () => {
    const end = performance.now() + 30_000;
    do {
      if (performance.now() > end) throw new Error(`never at rest: ${[...due]}`);
      await frame();
      await frame();
    } while (due.size > 0);
  };
})()"""
STILL = """async () => {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const look = () => JSON.stringify([...document.querySelectorAll(".jp-WindowedPanel-outer, .ck")].map((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [left, top, width, height];
  }));
  const fades = () => document.getAnimations().some((each) => each instanceof CSSTransition);
  const end = performance.now() + 30_000;
  for (let same = 0, before = ""; same < 5; ) {
    if (performance.now() > end) throw new Error("never still");
    await frame();
    const now = look();
    same = now === before && !fades() ? same + 1 : 0;
    before = now;
  }
}"""
HEAR = """(button) => {
  const heard = { click: false };
  button.addEventListener("click", () => { heard.click = true; }, { capture: true, once: true });
  return heard;
}"""
# Every box that JupyterLab puts in the way from now on.
DIALOGS = """() => {
  const seen = [];
  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]);
    seen.push(...added.filter((node) => node.matches?.(".jp-Dialog")));
  }).observe(document.body, { childList: true });
  return seen;
}"""
# A click within half a second of a mark is taken for an impatient one: a person clicks again, and so do we.
TRY_AGAIN = """(root) => {
  const [button, reason] = [".ck-foot .ck-button", ".ck-feedback"].map((each) => root.querySelector(each));
  if (reason.checkVisibility()) {
    button.focus();
    button.click();
  }
  return !reason.checkVisibility();
}"""


def settled(page: Page) -> None:
    """Wait until a page that has ``SHORT_TIMERS`` has done all it is about to do."""
    page.evaluate("settled()")


def still(page: Page) -> None:
    """Wait until nothing of ours moves or fades."""
    page.evaluate(STILL)


def try_again(card: Locator) -> None:
    """Press "Try again" until the reason goes away."""
    card.page.wait_for_function(TRY_AGAIN, arg=card.element_handle(), polling=50)


def press(button: Locator) -> None:
    """Click a button of ours with the mouse, and see that the click came to it.

    Playwright scrolls and presses at once. In a long lesson scrolling itself moves what stands there (rows get their
    true heights as they come into sight, a last answer unfolds its reason); what moves away between press and release
    is not clicked, and nobody is told.
    """
    button.scroll_into_view_if_needed()
    still(button.page)
    heard = button.evaluate_handle(HEAR)
    button.click()
    assert heard.evaluate("(heard) => heard.click"), "it moved away between press and release"


@contextlib.contextmanager
def file_chooser(page: Page) -> Iterator[EventInfo[FileChooser]]:
    """Expect that a file chooser opens.

    Playwright tells the page to hand its choosers over, and does not wait until the page has heard of it. A key
    takes a shorter way and may come first; then the browser opens a chooser of its own, which without a window
    closes at once. What is asked of the page is answered after what it was told.
    """
    with page.expect_file_chooser() as choosing:
        page.evaluate("0")
        yield choosing


def until(page: Page, holds: Callable[[], object], left: Callable[[], object] = str) -> None:
    """Wait until something holds that pages tell by their events; ``left`` says what is missing when it never does."""
    end = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < end, f"waited in vain {left()}"
        page.wait_for_timeout(100)
