// Where somebody is in a notebook that scrolls: which cell is at the top, and whether they have moved by themselves.

const MOVES = ["pointerdown", "wheel", "touchstart", "keydown"];
const SLACK = 80; // px below the top edge at which a cell counts as reached

/** What scrolls in a notebook. */
export const scrollerOf = (/** @type {any} */ notebook) => /** @type {HTMLElement} */ (notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.node);

/**
 * The cell that is being read: the last in sight that has reached the top; at the very end the last of all.
 *
 * @param {HTMLElement} scroller
 * @param {number[]} inSight  cells in sight, by their places
 * @param {{ node: HTMLElement }[]} cells
 */
export function cellRead(scroller, inSight, cells) {
  if (scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4) return inSight.at(-1) ?? 0;
  const top = scroller.getBoundingClientRect().top + SLACK;
  return inSight.findLast((at) => (cells[at]?.node.getBoundingClientRect().top ?? Infinity) <= top) ?? inSight[0] ?? 0;
}

/**
 * Tell when a notebook is scrolled, once a frame at most, and know whether anybody has touched it.
 *
 * @param {HTMLElement} node      the whole panel
 * @param {HTMLElement} scroller
 * @param {() => void} scrolled
 */
export function follow(node, scroller, scrolled) {
  let due = 0;
  const found = { touched: false, dispose };
  const soon = () => {
    due ||= requestAnimationFrame(() => {
      due = 0;
      scrolled();
    });
  };
  const touch = () => {
    found.touched = true;
  };
  scroller.addEventListener("scroll", soon, { passive: true });
  for (const kind of MOVES) node.addEventListener(kind, touch, { capture: true, passive: true });
  function dispose() {
    cancelAnimationFrame(due);
    scroller.removeEventListener("scroll", soon);
    for (const kind of MOVES) node.removeEventListener(kind, touch, { capture: true });
  }
  return found;
}
