// What is in sight in a notebook: cells folded away (hidden, not taken out: their widgets live on), the line that
// stands for a text which opens afterwards, and the buttons by which one goes on.
import { h } from "../dom.js";

const FOLDED = "ck-folded";
const LATER = "ck-later";

/** The line that stands for what is told afterwards. */
function laterLine(/** @type {() => void} */ open) {
  return h(
    "div",
    { class: "ck-later-line" },
    h("span", null, "Afterwards: opens with your answer"),
    h("button", { type: "button", class: "ck-link", on: { click: open } }, "Open it now"),
  );
}

/**
 * @param {{ node: HTMLElement }[]} cells  JupyterLab's cells
 * @param {import("./folds.js").Folds} folds
 * @param {(cell: number) => void} open    asked for what is told afterwards
 */
export function fold(cells, folds, open) {
  cells.forEach(({ node }, at) => {
    node.classList.toggle(FOLDED, Boolean(folds.hidden[at]));
    const later = Boolean(folds.later[at]);
    if (later === node.classList.contains(LATER)) return;
    node.classList.toggle(LATER, later);
    if (later) node.append(laterLine(() => open(at)));
    else node.querySelector(":scope > .ck-later-line")?.remove();
  });
}

/** The buttons at the edge of what is in sight; one set a lesson, moved along. */
export function edge() {
  const node = h("div", { class: "ck-onward", role: "group", "aria-label": "Going on" });
  return {
    node,
    /**
     * @param {{ node: HTMLElement } | undefined} cell  at whose foot they stand
     * @param {{ label: string, main?: boolean, press: () => void }[]} ways
     */
    stand(cell, ways) {
      if (!cell || ways.length === 0) {
        node.remove();
        return;
      }
      const labels = ways.map(({ label }) => label).join("\n");
      if (node.dataset.labels !== labels || node.childElementCount === 0) {
        node.dataset.labels = labels;
        node.replaceChildren(
          ...ways.map(({ label, main }, at) =>
            h("button", { type: "button", class: main ? "ck-main" : "ck-link", data: { way: at } }, label),
          ),
        );
      }
      node.onclick = (event) => {
        const pressed = /** @type {HTMLElement} */ (event.target).closest("button");
        if (pressed) ways[Number(pressed.dataset.way)]?.press();
      };
      if (node.parentElement !== cell.node) cell.node.append(node);
    },
  };
}

/** Bring a cell to the top of its notebook, and the focus to its first words where that was asked for. */
export function show(/** @type {HTMLElement} */ node, /** @type {{ focus?: boolean }} */ { focus = false } = {}) {
  if (focus) {
    const words = /** @type {HTMLElement} */ (node.querySelector(".jp-MarkdownOutput :is(h1, h2, h3), .jp-MarkdownOutput > *") ?? node);
    if (!words.hasAttribute("tabindex")) words.tabIndex = -1;
    words.focus({ preventScroll: true });
  }
  node.scrollIntoView({ block: "start" });
}

const MARGIN = 16; // px kept free below what is brought into sight

/** Bring a card's verdict and its button into sight where they are below the edge; nothing moves where they are not. */
export function showVerdict(/** @type {HTMLElement} */ scroller, /** @type {HTMLElement} */ card) {
  const foot = card.querySelector(".ck-foot");
  if (!foot?.checkVisibility()) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const below = foot.getBoundingClientRect().bottom + MARGIN - bottom;
  if (below <= MARGIN) return;
  // Not so far that a long verdict begins above the edge.
  const verdict = card.querySelector(".ck-feedback:not([hidden])") ?? foot;
  const by = Math.min(below, verdict.getBoundingClientRect().top - top - MARGIN);
  if (by <= 0) return;
  scroller.scrollBy({ top: by, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
}

/** Give the focus to the first thing in a cell that takes an answer. */
export function focusCard(/** @type {HTMLElement} */ node) {
  /** @type {HTMLElement | null} */ (node.querySelector(".jp-OutputArea :is(input, textarea, select, button):not([hidden])"))?.focus({ preventScroll: true });
}
