// The cards and tasks of a lesson, as they stand in the page: what each says of itself in its attributes.

const CARDS = ".ck-question[data-question][data-state], .ck-door[data-task][data-state]";

/** What stands in a page just now: id to state. */
export function statesIn(/** @type {Element} */ root) {
  /** @type {Map<string, import("./progress.js").CardState>} */
  const found = new Map();
  for (const node of root.querySelectorAll(CARDS)) {
    const { question, task, state = "", points, of, again, answered } = /** @type {HTMLElement} */ (node).dataset;
    const id = question ?? task ?? "";
    const card = { state, points: Number(points) || 0, of: Number(of) || 0, again: again === "true", answered: answered === "true" };
    // A card may stand in a lesson twice; what has been answered in one of them is answered.
    if (!found.has(id) || state !== "open") found.set(id, card);
  }
  return found;
}

const key = (/** @type {Map<string, import("./progress.js").CardState>} */ states) => JSON.stringify([...states]);

/**
 * Tell of every change, once a frame at most.
 *
 * @param {Element} root
 * @param {(states: Map<string, import("./progress.js").CardState>) => void} told
 * @returns {() => void}  stops looking
 */
export function watchStates(root, told) {
  let last = "";
  let due = 0;
  const look = () => {
    due = 0;
    const states = statesIn(root);
    const now = key(states);
    if (now === last) return;
    last = now;
    told(states);
  };
  const soon = () => {
    due ||= requestAnimationFrame(look);
  };
  // A card is rendered before it is attached: attributes alone would not tell of it.
  const observer = new MutationObserver(soon);
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state", "data-points", "data-again", "data-answered"] });
  soon();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(due);
  };
}
