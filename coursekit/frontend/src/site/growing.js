// Places for what a page was not built with, because it is another thing for everybody: questions that come back. They
// stand in the cell that shows them, and go when Python, begun anew, does not show them any more.
import { h } from "../dom.js";

const PLACE = /^(\d{1,4})-\d{1,3}$/; // the cell, and the how manieth thing that it shows

/** Make places as Python tells of them. To be listening before what shows something in them. */
export function growPlaces(/** @type {ParentNode} */ root, /** @type {Line} */ line) {
  /** @type {Map<string, HTMLElement>} */
  const grown = new Map();
  /** @type {Set<string>} */
  const told = new Set();

  /** @param {string} name */
  function grow(name) {
    const [, cell] = PLACE.exec(name) ?? [];
    if (!cell || root.querySelector(`[data-output="${name}"]`)) return;
    const place = h("div", { class: "ck-output", "data-output": name, "data-view": name }, h("div", { class: "ck-static" }));
    root.querySelector(`[data-cell="${cell}"]`)?.append(place); // they come in their order
    grown.set(name, place);
  }
  line.on(({ type, output }) => {
    if (type === "starts") told.clear();
    if (type === "html") {
      told.add(String(output));
      grow(String(output));
    }
    if (type !== "ready") return;
    for (const [name, place] of grown) {
      if (told.has(name)) continue;
      place.remove();
      grown.delete(name);
    }
  });
}
