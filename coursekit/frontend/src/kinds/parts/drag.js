// Dragging a row of a list by its handle, with pointer or finger. An extra: whatever it does, buttons do.

/** Let `grip` drag `row` among its siblings; `done` is called when it was dropped at another place. */
export function draggable(/** @type {HTMLElement} */ grip, /** @type {HTMLElement} */ row, /** @type {() => void} */ done) {
  /** @type {Element | null} */
  let from = null; // what stood after the row
  let dragging = false;
  function over(/** @type {PointerEvent} */ event) {
    if (!dragging) return;
    for (const other of row.parentElement?.children ?? []) {
      if (other === row) continue;
      const box = other.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      const before = other.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (before && event.clientY < middle) {
        other.before(row);
        break;
      }
      if (!before && event.clientY > middle && event.clientY < box.bottom + box.height) other.after(row);
    }
    // Moving the row in the page lets go of the pointer.
    if (!grip.hasPointerCapture(event.pointerId)) grip.setPointerCapture(event.pointerId);
  }
  function end() {
    if (!dragging) return;
    dragging = false;
    const moved = from !== row.nextElementSibling;
    row.classList.remove("ck-dragged");
    document.removeEventListener("pointermove", over);
    if (moved) done();
  }
  grip.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    event.preventDefault(); // no selection of text
    from = row.nextElementSibling;
    dragging = true;
    row.classList.add("ck-dragged");
    document.addEventListener("pointermove", over);
    document.addEventListener("pointerup", end, { once: true });
    document.addEventListener("pointercancel", end, { once: true });
  });
}
