// The way from a widget to the pane of its lesson, where the page has one.

export const HOST = Symbol.for("coursekit.pane");
const LONGEST = 500; // ms between two looks

/**
 * Tell which lesson's pane an element belongs to, as soon as the element is in the page: widgets are drawn before they
 * are put there. Null, and at once, where the page has no panes. Returns the function that stops waiting.
 *
 * @param {HTMLElement} el
 * @param {(lesson: PaneLesson | null) => void} found
 */
export function withLesson(el, found) {
  const host = /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis))[HOST];
  if (!host) {
    found(null);
    return () => {};
  }
  let timer = 0;
  function look(/** @type {number} */ wait) {
    if (el.isConnected) found(host.lessonOf(el));
    else timer = setTimeout(look, wait, Math.min(LONGEST, 2 * wait + 1));
  }
  look(0);
  return () => clearTimeout(timer);
}

/** Whether a press came from the keyboard (or a screen reader), and the focus may go where it leads. */
export const byKeyboard = (/** @type {MouseEvent} */ event) => event.detail === 0;
