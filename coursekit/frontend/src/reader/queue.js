// Rows are drawn when they are about to be seen, and the rest when the browser has nothing else to do:
// so a long text with a thousand marks opens as fast as a short one.

const FIRST = 6; // rows drawn at once, before anything is known of the window
const NEAR = "800px 0px"; // how far outside of the window a row counts as about to be seen
const SLICE = 6; // ms of drawing at a time

const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => SLICE }), 30));
const unidle = globalThis.cancelIdleCallback ?? clearTimeout;

export function createQueue(rows, draw) {
  const drawn = new Set();
  const byElement = new Map(rows.map((row) => [row.element, row]));
  let handle = 0;
  let observer = null;

  function take(row) {
    if (!row || drawn.has(row)) return;
    drawn.add(row);
    observer?.unobserve(row.element);
    draw(row);
  }
  function work(deadline) {
    handle = 0;
    for (const row of rows) {
      if (drawn.has(row)) continue;
      if (deadline.timeRemaining() < 2) break;
      take(row);
    }
    if (drawn.size < rows.length) handle = idle(work);
  }
  return {
    isDrawn: (row) => drawn.has(row),
    soon: take,
    start() {
      if (observer) return;
      rows.slice(0, FIRST).forEach(take);
      observer = new IntersectionObserver(
        (seen) => seen.filter((each) => each.isIntersecting).forEach((each) => take(byElement.get(each.target))),
        { rootMargin: NEAR },
      );
      for (const row of rows) if (!drawn.has(row)) observer.observe(row.element);
      handle = idle(work);
    },
    stop() {
      observer?.disconnect();
      if (handle) unidle(handle);
    },
  };
}
