// Which sheets' places in the lesson have been in sight. What lies folded in a later sitting has not.

/** @param {() => void} changed  another one has been seen */
export function createMet(changed) {
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {Map<Element, string>} */
  const awaited = new Map();
  const eye = new IntersectionObserver((entries) => {
    const seen = entries.filter(({ isIntersecting }) => isIntersecting);
    for (const { target } of seen) {
      ids.add(awaited.get(target) ?? "");
      eye.unobserve(target);
      awaited.delete(target);
    }
    if (seen.length > 0) changed();
  });
  return {
    ids,
    watch(/** @type {PaneSheet} */ { id, kind, anchor }) {
      if (kind !== "task" || ids.has(id)) return;
      awaited.set(anchor, id);
      eye.observe(anchor);
    },
    leave(/** @type {PaneSheet} */ { anchor }) {
      eye.unobserve(anchor);
      awaited.delete(anchor);
    },
  };
}
