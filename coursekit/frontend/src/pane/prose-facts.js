// A fact from outside the documents that is cited in prose opens there: it is what the lesson shows elsewhere of it, on a
// card or in a list of its own, with where it was checked.
import { h, uid } from "../dom.js";

const LESSON = ".jp-NotebookPanel, main";

/** Where a lesson shows a fact, seen from a part of it; null where it shows it nowhere, or not yet. */
export function factShown(/** @type {Element} */ from, /** @type {string} */ id) {
  return /** @type {HTMLElement | null} */ (from.closest(LESSON)?.querySelector(`[data-fact="${id}"]`) ?? null);
}

/**
 * A button that opens a fact.
 *
 * @param {HTMLElement} shown  where it is shown
 * @param {string} words       the button's
 * @param {(opens: HTMLElement) => void} put  puts what opens in its place
 */
export function factLink(shown, words, put) {
  const id = uid("fact");
  const row = /** @type {HTMLElement} */ (shown.cloneNode(true));
  row.removeAttribute("data-fact");
  const place = h("div", { id, class: "ck-cited-fact", hidden: true }, h(row.matches("li") ? "ul" : "dl", null, row));
  /** @type {HTMLButtonElement} */
  const button = h("button", { type: "button", class: "ck-ref", title: "Open this fact here", "aria-expanded": "false", "aria-controls": id, on: { click: toggle } }, words);
  function toggle() {
    place.hidden = !place.hidden;
    button.setAttribute("aria-expanded", String(!place.hidden));
  }
  put(place);
  return button;
}
