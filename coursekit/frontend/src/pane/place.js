// A place in a scrolling text: the first paragraph in sight, and how far it has gone. (Heights change while rows are
// drawn, so pixels alone would lead elsewhere.)

const FRAMES = 4;

/** @returns {ScrollPlace} */
export function placeIn(/** @type {HTMLElement} */ slot) {
  const edge = slot.getBoundingClientRect().top;
  const rows = [...slot.querySelectorAll("[data-p]")];
  const row = slot.scrollTop > 0 ? rows.find((each) => each.getBoundingClientRect().bottom > edge + 1) : undefined;
  return { top: slot.scrollTop, p: /** @type {HTMLElement | undefined} */ (row)?.dataset.p ?? "", off: row ? row.getBoundingClientRect().top - edge : 0 };
}

/** Go back to a place; to the top where there is none yet. */
export function putBack(/** @type {HTMLElement} */ slot, /** @type {ScrollPlace | undefined} */ place) {
  const row = place?.p ? slot.querySelector(`[data-p="${CSS.escape(place.p)}"]`) : null;
  if (!place || !row) {
    slot.scrollTop = place?.top ?? 0;
    return;
  }
  let left = FRAMES;
  // What comes into sight by the first step is drawn a moment later, and may be taller than it was taken to be.
  function step() {
    if (!place || !row?.isConnected) return;
    slot.scrollTop += row.getBoundingClientRect().top - slot.getBoundingClientRect().top - place.off;
    left -= 1;
    if (left > 0) requestAnimationFrame(step);
  }
  step();
}
