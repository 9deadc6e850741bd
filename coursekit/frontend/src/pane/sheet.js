// The pane as a sheet from below, in a narrow window. It covers much of the lesson, so it sinks to one line when somebody
// turns to the lesson again: draws it along, or writes in it with a keyboard on the screen. A touch brings it up as it was.
import { h } from "../dom.js";

const FAR = 60; // px by which the lesson is drawn along before that counts as turning to it
const WRITING = "textarea, input:not([type]), input:is([type=text], [type=search], [type=number]), [contenteditable=true]";

/** @param {() => void} changed  called when the sheet has sunk, or has come up again */
export function createSheet(changed) {
  const rise = h("button", { type: "button", class: "ck-pane-rise", on: { click: () => sink(false, { focus: true }) } }, "To the document");
  const element = h("div", { class: "ck-pane-below", hidden: true }, h("div", { class: "ck ck-pane-bar" }, rise));
  const onScreen = matchMedia("(pointer: coarse)"); // the keyboard, most likely
  let low = false;
  let from = Number.NaN; // where a finger was put down on the lesson
  let rolled = 0; // by a wheel

  function sink(/** @type {boolean} */ next, { focus = false } = {}) {
    [from, rolled] = [Number.NaN, 0];
    if (low === next) return;
    low = next;
    element.classList.toggle("ck-low", low);
    changed();
    if (focus) /** @type {HTMLElement | null} */ (element.querySelector(".ck-pane-slot"))?.focus();
  }
  const outside = (/** @type {Event} */ { target }) => !element.hidden && !low && target instanceof Node && !element.contains(target);
  const options = { capture: true, passive: true };
  document.addEventListener("touchstart", (event) => (from = outside(event) ? (event.touches[0]?.clientY ?? Number.NaN) : Number.NaN), options);
  document.addEventListener("touchmove", (event) => Math.abs((event.touches[0]?.clientY ?? from) - from) > FAR && sink(true), options);
  document.addEventListener("wheel", (event) => {
    rolled = outside(event) ? rolled + Math.abs(event.deltaY) : 0;
    if (rolled > 2 * FAR) sink(true);
  }, options);
  document.addEventListener("focusin", (event) => outside(event) && onScreen.matches && /** @type {Element} */ (event.target).matches(WRITING) && sink(true));
  return {
    element,
    get low() {
      return low;
    },
    rise: () => sink(false),
  };
}
