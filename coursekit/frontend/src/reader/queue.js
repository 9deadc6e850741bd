// Rows are drawn when they are about to be seen, and the rest when the browser has nothing else to do:
// so a long text with a thousand marks opens as fast as a short one.

const NEAR = "600px 0px"; // how far outside of the window a row counts as about to be seen
const TALLEST = 1200; // px of rows drawn before anything is known of the window
const SLICE = 6; // ms of drawing at a time

const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => SLICE, didTimeout: false }), 30));
const unidle = globalThis.cancelIdleCallback ?? clearTimeout;

/**
 * @param {Row[]} rows  in order
 * @param {(row: Row) => void} draw  draws one
 * @param {(row: Row) => number} tall  about how tall a row will be, in px
 */
export function createQueue(rows, draw, tall) {
  const drawn = new Set();
  /** @type {Map<Element, Row>} */
  const byElement = new Map(rows.map((row) => [row.element, row]));
  let handle = 0;
  /** @type {IntersectionObserver | null} */
  let observer = null;
  let painted = false;

  function take(/** @type {Row | null | undefined} */ row) {
    if (!row || drawn.has(row)) return;
    drawn.add(row);
    observer?.unobserve(row.element);
    draw(row);
  }
  function work(/** @type {{ timeRemaining(): number }} */ deadline) {
    handle = 0;
    for (const row of rows) {
      if (drawn.has(row)) continue;
      if (deadline.timeRemaining() < 2) break;
      take(row);
    }
    if (drawn.size < rows.length) handle = idle(work);
  }
  return {
    isDrawn: (/** @type {Row | null | undefined} */ row) => drawn.has(row),
    soon: take,
    /** Begin, once; tells whether it has begun now, and so has just drawn what may be seen. */
    start() {
      if (observer) return false;
      // As many at once as may be seen. Asking where each is, or even how tall the window is, would make the
      // browser lay out the page twice.
      let room = Math.min(screen.availHeight, TALLEST);
      for (const row of rows) {
        if (room <= 0) break;
        take(row);
        room -= tall(row);
      }
      observer = new IntersectionObserver(
        (seen) => {
          for (const each of seen) if (each.isIntersecting) take(byElement.get(each.target));
        },
        { rootMargin: NEAR },
      );
      // The rest after what is on the screen has been painted.
      handle = requestAnimationFrame(() => {
        handle = requestAnimationFrame(() => {
          for (const row of rows) if (!drawn.has(row)) observer?.observe(row.element);
          handle = idle(work);
          painted = true;
        });
      });
      return true;
    },
    stop() {
      observer?.disconnect();
      if (handle) (painted ? unidle : cancelAnimationFrame)(handle);
    },
  };
}
