// What the drawn results have in common: a bar with its words and numbers, and what is told where there are few.
import { h } from "../dom.js";

/** Before talking, and after. */
export const ROUND_WORDS = ["", "round 1", "round 2"];

/**
 * A bar and its number. The bar says nothing that the number does not.
 *
 * @param {number} share  per cent of the whole width
 * @param {string} words  how many
 * @param {string} [name]  of its kind
 * @param {string} [before]  what stands before it
 */
export function bar(share, words, name = "", before = "") {
  return h(
    "span",
    { class: ["rm-bar", name] },
    before && h("span", { class: "rm-when" }, before),
    h("span", { class: "rm-track", "aria-hidden": "true" }, h("span", { class: "rm-fill", style: { width: `${share}%` } })),
    h("span", { class: "rm-number" }, words),
  );
}

/** Lines of words, where nothing can be drawn. */
export function lines(/** @type {string[]} */ said) {
  return said.map((line) => h("p", null, line));
}
