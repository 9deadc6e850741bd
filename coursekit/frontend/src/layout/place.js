// Where somebody is in a page that scrolls: which cell is at the top, and whether they have moved by themselves.

const MOVES = ["pointerdown", "wheel", "touchstart", "keydown"];
const SLACK = 80; // px below the top edge at which a cell counts as reached

/** Whether it is the document that scrolls: it tells so itself, and its edges are the window's. */
const isWhole = (/** @type {HTMLElement} */ scroller) => scroller === document.scrollingElement;

/** Between which lines, in px of the window, a scroller's text can be read; what sticks to its edges is its scroll padding. */
export function edgesOf(/** @type {HTMLElement} */ scroller) {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
  const { top, bottom } = isWhole(scroller) ? { top: 0, bottom: scroller.clientHeight } : scroller.getBoundingClientRect();
  return { top: top + (Number.parseFloat(scrollPaddingTop) || 0), bottom: bottom - (Number.parseFloat(scrollPaddingBottom) || 0) };
}

/**
 * The cell that is being read: the last in sight that has reached the top; at the very end the last of all.
 *
 * @param {HTMLElement} scroller
 * @param {number[]} inSight  cells in sight, by their places
 * @param {{ node: HTMLElement }[]} cells
 */
export function cellRead(scroller, inSight, cells) {
  if (scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4) return inSight.at(-1) ?? 0;
  const top = edgesOf(scroller).top + SLACK;
  return inSight.findLast((at) => (cells[at]?.node.getBoundingClientRect().top ?? Infinity) <= top) ?? inSight[0] ?? 0;
}

/**
 * Tell when a page is scrolled, once a frame at most; know whether anybody has touched it, and keep it where somebody
 * was brought as long as nobody has.
 *
 * @param {LessonPage} page
 * @param {() => void} scrolled
 */
export function follow({ node, scroller, cells }, scrolled) {
  const whole = isWhole(scroller);
  const teller = whole ? document : scroller;
  const touchable = whole ? document : node; // keys that scroll a document need not be pressed in a part of it
  let due = 0;
  let top = -1; // how far the page was scrolled by `brought`
  /** @type {HTMLElement | null} */
  let held = null;
  const found = { touched: false, brought, dispose };
  const soon = () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      if (Math.abs(scroller.scrollTop - top) < 2) return;
      top = -1;
      scrolled();
    });
  };
  const touch = () => {
    found.touched = true;
    held = null;
  };
  // Cards come alive one after the other: where one was brought may have been as far as the page went then.
  const heights = new ResizeObserver(() => {
    if (!held) return;
    held.scrollIntoView({ block: "start" });
    top = scroller.scrollTop;
  });
  for (const cell of cells()) heights.observe(cell.node);
  teller.addEventListener("scroll", soon, { passive: true });
  for (const kind of MOVES) touchable.addEventListener(kind, touch, { capture: true, passive: true });
  /** The page was scrolled for somebody, perhaps not as far as wanted; `hold`: the cell that is to be at the top. */
  function brought(/** @type {HTMLElement | null} */ hold = null) {
    held = hold;
    top = scroller.scrollTop;
  }
  function dispose() {
    cancelAnimationFrame(due);
    heights.disconnect();
    teller.removeEventListener("scroll", soon);
    for (const kind of MOVES) touchable.removeEventListener(kind, touch, { capture: true });
  }
  return found;
}
