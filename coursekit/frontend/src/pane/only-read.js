// A text only to be read, where a reference leads to a paragraph that the lesson has for a task or a question alone.
import { h } from "../dom.js";

/**
 * Put it into the pane.
 *
 * @param {HTMLElement} slot
 * @param {ReturnType<typeof import("../kinds/parts/pointed-text.js").createPointedText>} text
 * @param {string} title  of the source
 * @returns {SheetLife}
 */
export function onlyRead(slot, text, title) {
  const root = h("section", { class: "ck ck-only-read", "aria-label": `Read ${title}` }, text.text);
  slot.append(root);
  return {
    show: text.show,
    picked: text.selected,
    destroy() {
      text.destroy();
      root.remove();
    },
  };
}
