// The place of the documents at the right of a page, and the handle by which it is made wider: a pointer draws it, keys
// move it.
import { h } from "../dom.js";

const LEAST = 340; // px, of either side
const SHARE = 0.45; // of the window, until it was made wider or narrower
const STEP = 24; // px a key moves it

/** A width that leaves room on both sides. Pure. */
export const fitting = (/** @type {number} */ width, /** @type {number} */ window_) => Math.round(Math.max(LEAST, Math.min(window_ - LEAST, width)));

/**
 * @param {Drawer} kept  how wide it was made
 * @returns {Side & { element: HTMLElement }}
 */
export function createSide(kept) {
  /** @type {(() => void)[]} */
  const listeners = [];
  const handle = h("div", { class: "ck-side-handle", role: "separator", tabindex: "0", "aria-orientation": "vertical", "aria-label": "Width of the documents" });
  const node = h("div", { class: "ck-pane-side" });
  const element = h("aside", { class: "ck-aside", "aria-label": "Beside the text", hidden: true }, handle, node);
  let wide = Number(kept.get()) || SHARE * innerWidth;

  function draw() {
    const fits = fitting(wide, innerWidth);
    document.documentElement.style.setProperty("--ck-side", `${fits}px`);
    const share = (/** @type {number} */ px) => String(Math.round((100 * px) / innerWidth));
    handle.setAttribute("aria-valuenow", share(fits));
    handle.setAttribute("aria-valuemin", share(LEAST));
    handle.setAttribute("aria-valuemax", share(innerWidth - LEAST));
    handle.setAttribute("aria-valuetext", `${share(fits)} % of the window`);
  }
  function widen(/** @type {number} */ next) {
    wide = fitting(next, innerWidth);
    kept.put(String(wide));
    draw();
  }
  function tell(/** @type {boolean} */ open) {
    if (element.hidden === !open) return;
    element.hidden = !open;
    document.documentElement.classList.toggle("ck-has-side", open);
    for (const listener of listeners) listener();
  }
  handle.onkeydown = (event) => {
    const now = fitting(wide, innerWidth);
    const to = { ArrowLeft: now + STEP, ArrowRight: now - STEP, Home: LEAST, End: innerWidth - LEAST }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    widen(to);
  };
  handle.onpointerdown = (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault(); // no words are selected on the way
    handle.focus();
  };
  handle.onpointermove = (event) => {
    if (handle.hasPointerCapture(event.pointerId)) widen(innerWidth - event.clientX);
  };
  addEventListener("resize", draw);
  draw();
  return {
    node,
    element,
    get open() {
      return !element.hidden;
    },
    show: () => tell(true),
    hide: () => tell(false),
    onChange: (listener) => listeners.push(listener),
  };
}
