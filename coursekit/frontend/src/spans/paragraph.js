// One paragraph on the page: an element with exactly one text node, so that a place in the text is a
// place in the node. Colour comes from highlights, never from elements around words.
import { h, safe } from "../dom.js";
import { createText } from "./codepoints.js";

/** An item as selection.js describes it. */
export function createItem(/** @type {{ id: string, text: string }} */ { id, text }, /** @type {string} */ edition, props = {}) {
  const held = createText(text);
  const leaf = document.createTextNode(safe(held.value));
  const node = h("p", { ...props, class: "ck-words", dir: "auto", tabindex: "-1" });
  node.append(leaf);
  return { edition, paragraph: id, node, leaf, text: held };
}
