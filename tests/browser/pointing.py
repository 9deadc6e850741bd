"""A hand with a mouse: words are selected as a person selects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Locator

# The box of one sign of a paragraph's words; the place is counted in UTF-16 units, as JavaScript does.
BOX = """(node, at) => {
  const leaf = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
  range.setStart(leaf, at);
  range.setEnd(leaf, at + 1);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return { left, right, y: (top + bottom) / 2 };
}"""
# In the middle of the window, and no longer moving; a long text may stand in a box that scrolls by itself.
SETTLE = """async (node, at) => {
  const leaf = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
  range.setStart(leaf, at);
  range.setEnd(leaf, at + 1);
  const middle = (each) => (each.getBoundingClientRect().top + each.getBoundingClientRect().bottom) / 2;
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = NaN, now, n = 0; n < 50; n += 1, top = now) {
    const box = node.closest(".ck-window");
    if (box) box.scrollTop += middle(range) - middle(box);
    (box ?? node).scrollIntoView({ block: "center", behavior: "instant" });
    await frame();
    now = range.getBoundingClientRect().top;
    if (now === top) return;
  }
}"""
# A page of ours lets no words be run as a program, which is how Playwright would wait for this.
PICKED = """async () => {
  for (const end = performance.now() + 30_000; !CSS.highlights.get("ck-pick")?.size; ) {
    if (performance.now() > end) throw new Error("no words are picked");
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}"""
FIND = """(node, words) => {
  const at = node.textContent.indexOf(words);
  if (at < 0 || node.textContent.indexOf(words, at + 1) >= 0) throw new Error(`not once in it: ${words}`);
  return at;
}"""


def box(words: Locator, at: int) -> dict[str, Any]:
    """Return where one sign of a paragraph is on the screen."""
    found: dict[str, Any] = words.evaluate(BOX, at)
    return found


def place(words: Locator, phrase: str) -> tuple[int, int]:
    """Return where a phrase stands in a paragraph."""
    start: int = words.evaluate(FIND, phrase)
    return start, start + len(phrase)


def drag(words: Locator, phrase: str, last: Locator | None = None, last_phrase: str = "") -> None:
    """Select a phrase; with ``last``, from its beginning to the end of another phrase, in another paragraph."""
    start, end = place(words, phrase)
    words.evaluate(SETTLE, start)
    still(words.page)
    if last is not None:
        _, end = place(last, last_phrase)
    one, two = box(words, start), box(last or words, end - 1)
    mouse = words.page.mouse
    mouse.move(one["left"] + 1, one["y"])
    mouse.down()
    mouse.move((one["left"] + two["right"]) / 2, (one["y"] + two["y"]) / 2)
    mouse.move(two["right"] - 1, two["y"], steps=2)
    mouse.up()
    words.page.evaluate(PICKED)


def click(words: Locator, phrase: str) -> None:
    """Click into the middle of a phrase."""
    start, end = place(words, phrase)
    words.evaluate(SETTLE, start)
    still(words.page)
    middle = box(words, (start + end) // 2)
    words.page.mouse.click((middle["left"] + middle["right"]) / 2, middle["y"])
