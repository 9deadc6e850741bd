// A place in a scrolling text: the first paragraph in sight, and how far it has gone. (Heights change while rows are
// drawn, so pixels alone would lead elsewhere.)

const FRAMES = 4;
const SOME = 80; // px of a paragraph, of which a slot's tools may cover a part
/** @type {WeakMap<HTMLElement, number>} */
const going = new WeakMap(); // slot -> the number of its last way back

/** @returns {ScrollPlace} */
export function placeIn(/** @type {HTMLElement} */ slot) {
  const edge = slot.getBoundingClientRect().top;
  const rows = [...slot.querySelectorAll("[data-p]")];
  const row = slot.scrollTop > 0 ? rows.find((each) => each.getBoundingClientRect().bottom > edge + 1) : undefined;
  return { top: slot.scrollTop, p: /** @type {HTMLElement | undefined} */ (row)?.dataset.p ?? "", off: row ? row.getBoundingClientRect().top - edge : 0 };
}

/** Whether some of a paragraph's words can be read just now. */
export function sees(/** @type {HTMLElement} */ slot, /** @type {string} */ paragraph) {
  const row = slot.querySelector(`[data-p="${CSS.escape(paragraph)}"]`)?.getBoundingClientRect();
  const { top, bottom } = slot.getBoundingClientRect();
  const some = Math.min(SOME, row?.height ?? 0);
  return row !== undefined && row.bottom - top >= some && bottom - row.top >= some;
}

/** Whatever way back a slot is on, it ends here: somebody is brought elsewhere. Returns the number of the next. */
export function stay(/** @type {HTMLElement} */ slot) {
  const next = (going.get(slot) ?? 0) + 1;
  going.set(slot, next);
  return next;
}

/** Go back to a place; to the top where there is none yet. */
export function putBack(/** @type {HTMLElement} */ slot, /** @type {ScrollPlace | undefined} */ place) {
  const own = stay(slot);
  const row = place?.p ? slot.querySelector(`[data-p="${CSS.escape(place.p)}"]`) : null;
  if (!place || !row) {
    slot.scrollTop = place?.top ?? 0;
    return;
  }
  let left = FRAMES;
  // What comes into sight by the first step is drawn a moment later, and may be taller than it was taken to be.
  function step() {
    if (!place || !row?.isConnected || going.get(slot) !== own) return;
    slot.scrollTop += row.getBoundingClientRect().top - slot.getBoundingClientRect().top - place.off;
    left -= 1;
    if (left > 0) requestAnimationFrame(step);
  }
  step();
}
