// Bring a place on the page into view, and no more than needed.

function scroller(/** @type {HTMLElement} */ node) {
  for (let each = node.parentElement; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (/auto|scroll|overlay/.test(overflowY) && each.scrollHeight > each.clientHeight + 1) return each;
  }
  return document.scrollingElement;
}

const FRAMES = 4; // in which rows that come into sight are drawn, and found to be taller or less tall than was thought
/** @type {WeakMap<Element, Element | Range>} */
const sought = new WeakMap(); // what was to be seen last in a box that scrolls

/**
 * Scroll until `place` (an element or a Range within `node`) can be seen, from its beginning on.
 * `below`: how much at the bottom is covered; `middle`: to the middle, where it should catch the eye.
 */
export function reveal(/** @type {HTMLElement} */ node, /** @type {Element | Range} */ place = node, { below = 0, middle = false } = {}) {
  const box = scroller(node);
  if (!box) return;
  sought.set(box, place);
  let left = FRAMES;
  // At once: a slow scroll would miss its end, because what is drawn on the way changes its height.
  function step() {
    if (!box || !node.isConnected || sought.get(box) !== place) return;
    const by = missing(box, place, below, middle);
    if (by !== 0) box.scrollBy({ top: by, behavior: "instant" });
    left -= 1;
    if (left > 0) requestAnimationFrame(step);
  }
  step();
}

/** How far a box has yet to be scrolled, in px; 0 where the place can be seen. */
function missing(/** @type {Element} */ box, /** @type {Element | Range} */ place, /** @type {number} */ below, /** @type {boolean} */ middle) {
  const rect = place.getBoundingClientRect();
  const page = box === document.scrollingElement;
  const view = page ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
  const [top, bottom] = [view.top + 12, Math.min(view.bottom, innerHeight) - below - 12];
  const begins = rect.top - top;
  if (begins >= 0 && rect.bottom <= bottom) return 0;
  if (middle) return Math.min(begins, (rect.top + rect.bottom) / 2 - (top + bottom) / 2);
  return begins < 0 ? begins : Math.min(rect.bottom - bottom, begins);
}

/** A Range over units of an item's text. */
export function rangeOver(/** @type {Item} */ item, /** @type {number} */ start, /** @type {number} */ end) {
  const range = document.createRange();
  range.setStart(item.leaf, start);
  range.setEnd(item.leaf, end);
  return range;
}
