// What is in sight of a lesson: cells folded away (hidden, not taken out: their widgets live on), the line that
// stands for a text which opens afterwards, and the buttons by which one goes on.
import { h } from "../dom.js";
import { edgesOf } from "./place.js";

const FOLDED = "ck-folded";
const LATER = "ck-later";
// What stands in a cell, in JupyterLab and in the pages edition.
const PROSE = ":is(.jp-MarkdownOutput, .ck-prose)";
const OUTPUT = ":is(.jp-OutputArea, .ck-output)";

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
 * @param {{ node: HTMLElement }[]} cells  the page's
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
  // JupyterLab may put a cell's output in later than the cell: what leads on stands below it all the same.
  const below = new MutationObserver(() => {
    const cell = node.parentElement;
    if (cell && cell.lastElementChild !== node) keepFocus(() => cell.append(node));
  });
  /** What is moved or drawn anew loses the focus; whoever had come to a button here is still at it. */
  function keepFocus(/** @type {() => void} */ change) {
    const { activeElement } = document;
    const at = activeElement && node.contains(activeElement) ? [...node.children].indexOf(activeElement) : -1;
    change();
    if (at >= 0) /** @type {HTMLElement | undefined} */ (node.children[at] ?? node.lastElementChild)?.focus({ preventScroll: true });
  }
  return {
    node,
    /** Bring them into sight, and the focus to the first; false where none stand. */
    come() {
      const first = node.isConnected ? node.querySelector("button") : null;
      node.scrollIntoView({ block: "nearest" });
      first?.focus({ preventScroll: true });
      return first !== null;
    },
    /**
     * @param {{ node: HTMLElement } | undefined} cell  at whose foot they stand
     * @param {{ label: string, main?: boolean, press: () => void }[]} ways
     */
    stand(cell, ways) {
      if (!cell || ways.length === 0) {
        below.disconnect();
        node.remove();
        return;
      }
      const labels = ways.map(({ label }) => label).join("\n");
      if (node.dataset.labels !== labels || node.childElementCount === 0) {
        node.dataset.labels = labels;
        const buttons = ways.map(({ label, main }, at) =>
          h("button", { type: "button", class: main ? "ck-main" : "ck-link", data: { way: at } }, label),
        );
        keepFocus(() => node.replaceChildren(...buttons));
      }
      node.onclick = (event) => {
        const pressed = /** @type {HTMLElement} */ (event.target).closest("button");
        if (pressed) ways[Number(pressed.dataset.way)]?.press();
      };
      if (node.parentElement === cell.node && node === cell.node.lastElementChild) return;
      keepFocus(() => cell.node.append(node));
      below.disconnect();
      below.observe(cell.node, { childList: true });
    },
  };
}

/** Bring a cell to the top of its page, and the focus to its first words where that was asked for. */
export function show(/** @type {HTMLElement} */ node, /** @type {{ focus?: boolean }} */ { focus = false } = {}) {
  if (focus) {
    const words = /** @type {HTMLElement} */ (node.querySelector(`${PROSE} :is(h1, h2, h3), ${PROSE} > *`) ?? node);
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
  const { top, bottom } = edgesOf(scroller);
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
  /** @type {HTMLElement | null} */ (node.querySelector(`${OUTPUT} :is(input, textarea, select, button):not([hidden])`))?.focus({ preventScroll: true });
}
