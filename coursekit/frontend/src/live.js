// One polite live region for the page: what changed is said once, and the focus stays where it is.
const SHARED = Symbol.for("coursekit.live");
const page = /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis)); // what all bundles of a page share

function region() {
  const known = page[SHARED];
  if (known?.isConnected) return known;
  const node = document.createElement("div");
  node.className = "ck-live";
  node.setAttribute("role", "status");
  node.setAttribute("aria-live", "polite");
  // Out of sight also where no style sheet has arrived yet.
  node.style.cssText = "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.body.append(node);
  page[SHARED] = node;
  return node;
}

/** @type {string[]} */
let waiting = [];
let timer = 0;

/** Say something to those who listen instead of look. Messages of one moment are said together, unless one stands alone. */
export function announce(/** @type {string} */ message, { alone = false } = {}) {
  const node = region();
  if (alone) waiting = [];
  waiting = [...waiting.filter((item) => item !== message), String(message)].slice(-3);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const next = waiting.join(" ");
    waiting = [];
    // The same words twice would not be heard as a change.
    node.textContent = node.textContent === next ? `${next}\u00a0` : next;
  }, 120);
}

/** Make the region early: one that appears together with its first words is often not read. */
export function prepare() {
  region();
}
