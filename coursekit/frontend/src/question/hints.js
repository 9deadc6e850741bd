// Hints in steps: each says more than the one before, and that it was taken is noted.
import { fill, h, say } from "../dom.js";
import { announce } from "../live.js";
import { plain, rich } from "../text.js";

/** {node, show(hints)} for a question that has `count` hints; `take(step)` asks for one. */
export function createHints(/** @type {number} */ count, /** @type {(step: number) => void} */ take) {
  if (!count) return { node: null, show() {} };
  /** @type {string[]} */
  let given = [];
  const list = h("ol", { class: "ck-hints-given" });
  const button = h("button", { type: "button", class: "ck-link", on: { click: () => take(given.length + 1) } });
  const price = h("span", { class: "ck-soft" }, " noted, but costs no points");
  const node = h("div", { class: "ck-hints" }, list, button, price);
  function draw() {
    fill(list, given.map((words) => h("li", null, rich(words))));
    list.hidden = !given.length;
    say(button, `${given.length ? "Another" : "A"} hint (${given.length + 1} of ${count})`);
    button.hidden = price.hidden = given.length >= count;
  }
  draw();
  return {
    node,
    show(/** @type {string[]} */ hints, { aloud = true } = {}) {
      const more = hints.length > given.length;
      given = hints;
      draw();
      if (more && aloud) announce(plain(hints.at(-1)));
    },
  };
}
