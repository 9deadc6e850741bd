// Passages that no document of a lesson has: its cards can ask for them, and lend what comes to the prose around.

/** What the cards of a lesson lend. `changed`: called when something has come, or somebody has begun to lend. */
export function createLent(/** @type {() => void} */ changed) {
  /** @type {Set<Lender>} */
  const lenders = new Set();
  return {
    /** Whether somebody can be asked. */
    get open() {
      return lenders.size > 0;
    },
    /** All passages that have come so far. */
    passages: () => Object.assign({}, ...[...lenders].map((each) => each.passages())),
    ask(/** @type {string[]} */ refs) {
      const [first] = lenders; // all ask the same library
      first?.ask(refs);
    },
    /** Lend; `arrived()` tells that something has come, `end()` ends it. */
    lend(/** @type {Lender} */ lender) {
      lenders.add(lender);
      changed();
      return { arrived: changed, end: () => lenders.delete(lender) };
    },
  };
}
