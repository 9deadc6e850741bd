// Bring a place on the page into view, and no more than needed.

function scroller(/** @type {HTMLElement} */ node) {
  for (let each = node.parentElement; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (/auto|scroll|overlay/.test(overflowY) && each.scrollHeight > each.clientHeight + 1) return each;
  }
  return document.scrollingElement;
}

export function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Scroll until `place` (an element or a Range within `node`) can be seen.
 * `below`: how much at the bottom is covered; `middle`: to the middle, where it should catch the eye.
 */
export function reveal(/** @type {HTMLElement} */ node, /** @type {Element | Range} */ place = node, { below = 0, middle = false } = {}) {
  const box = scroller(node);
  if (!box) return;
  const rect = place.getBoundingClientRect();
  const page = box === document.scrollingElement;
  const view = page ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
  const [top, bottom] = [view.top + 12, Math.min(view.bottom, innerHeight) - below - 12];
  let by = 0;
  if (middle && (rect.top < top || rect.bottom > bottom)) by = (rect.top + rect.bottom) / 2 - (top + bottom) / 2;
  else if (rect.top < top) by = rect.top - top;
  else if (rect.bottom > bottom) by = Math.min(rect.bottom - bottom, rect.top - top);
  if (by !== 0) box.scrollBy({ top: by, behavior: middle && !calm() ? "smooth" : "auto" });
}

/** A Range over units of an item's text. */
export function rangeOver(/** @type {Item} */ item, /** @type {number} */ start, /** @type {number} */ end) {
  const range = document.createRange();
  range.setStart(item.leaf, start);
  range.setEnd(item.leaf, end);
  return range;
}
