// Where a reader is in a text that is about to be laid out anew.

/** Remember where the reader is in the text; returns what goes back there once it is laid out anew. */
export function placeIn(/** @type {HTMLElement} */ root) {
  /** @type {HTMLElement | null | undefined} */
  const focused = document.activeElement?.closest(".ck-row");
  const pid = focused && root.contains(focused) ? focused.dataset.p : "";
  /** @type {HTMLElement[]} */
  const rows = [...root.querySelectorAll(".ck-row")].map((row) => /** @type {HTMLElement} */ (row));
  const inCopy = document.activeElement?.closest(".ck-copy"); // stays, and the browser keeps it in sight
  const away = !inCopy && root.getBoundingClientRect().top < 0;
  const top = away ? rows.find((row) => row.getBoundingClientRect().bottom > 0)?.dataset.p : "";
  const row = (/** @type {string} */ id) => root.querySelector(`.ck-row[data-p="${CSS.escape(id)}"]`);
  return () => {
    if (top) row(top)?.scrollIntoView({ block: "start" });
    if (pid) /** @type {HTMLElement | null | undefined} */ (row(pid)?.querySelector(".ck-words"))?.focus({ preventScroll: true });
  };
}
