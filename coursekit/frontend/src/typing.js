// Whoever is typing goes on typing when JupyterLab puts a box in the way that only tells something: that a kernel has
// died, just when words are most easily lost. It would take the focus, the words would go nowhere, and a space would
// press its button. So it is closed as soon as it stands there, what it told is said, and JupyterLab gives the focus
// back. A box that asks something (two buttons or more) stays.
import { announce } from "./live.js";

const JUST_NOW = 2000; // ms since the last key

/**
 * Keep the focus in a field of ours that is being typed in. Called once a page.
 *
 * @param {HTMLElement} body  where such boxes are put
 * @param {string} fields  what one types in, as a selector
 */
export function typeOn(body, fields) {
  let typed = Number.NEGATIVE_INFINITY;
  body.addEventListener("input", (event) => {
    const field = /** @type {Element} */ (event.target);
    if (field.closest(".ck") && field.matches(fields)) typed = performance.now();
  });
  new MutationObserver((changes) => {
    if (performance.now() - typed > JUST_NOW) return;
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement) goOn(node);
  }).observe(body, { childList: true });
}

function goOn(/** @type {HTMLElement} */ box) {
  if (!box.matches(".jp-Dialog")) return;
  const buttons = box.querySelectorAll("button.jp-Dialog-button");
  if (buttons.length !== 1 || box.querySelector("input, select, textarea")) return;
  const told = [".jp-Dialog-header", ".jp-Dialog-body"].map((part) => box.querySelector(part)?.textContent?.trim() ?? "");
  announce(told.filter(Boolean).join(": "));
  /** @type {HTMLElement} */ (buttons[0]).click();
}
