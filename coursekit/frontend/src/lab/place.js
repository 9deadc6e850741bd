// Where somebody is in a notebook that scrolls: which step is at the top, and whether they have moved by themselves.

const MOVES = ["pointerdown", "wheel", "touchstart", "keydown"];
const SLACK = 80; // px below the top edge at which a step counts as reached

/** What scrolls in a notebook. */
export const scrollerOf = (/** @type {any} */ notebook) => /** @type {HTMLElement} */ (notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.node);

/**
 * The step that is being read: the last whose first cell has reached the top; at the very end the last in sight.
 *
 * @param {HTMLElement} scroller
 * @param {import("./plan.js").PlanStep[]} steps  those in sight
 * @param {{ node: HTMLElement }[]} cells
 */
export function stepRead(scroller, steps, cells) {
  if (scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4) return steps.length - 1;
  const top = scroller.getBoundingClientRect().top + SLACK;
  return Math.max(0, steps.findLastIndex(({ first }) => (cells[first]?.node.getBoundingClientRect().top ?? Infinity) <= top));
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
