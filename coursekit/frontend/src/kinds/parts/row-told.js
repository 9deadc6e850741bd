// What is told of the cells of one row, right below them: what to think about is open, why the right ones are right is
// folded away. It is a row of the table itself, so that nobody has to look for the cell a reason belongs to.
import { h } from "../../dom.js";

/**
 * @param {number} columns  of the table, its heads among them
 * @returns {{ node: HTMLElement, clear(): void, add(cell: Filled, right: boolean): HTMLElement }}
 */
export function createRowTold(columns) {
  const open = h("ul", { class: "ck-cells-told" });
  const fine = h("ul", { class: "ck-cells-told" });
  const why = h("details", { class: "ck-cells-fine", hidden: true }, h("summary", null, "Why it is right"), fine);
  const node = h("tr", { class: "ck-row-told", hidden: true }, h("td", { colspan: columns }, open, why));
  return {
    node,
    clear() {
      open.replaceChildren();
      fine.replaceChildren();
      why.hidden = true;
      why.open = false;
      node.hidden = true;
    },
    /** The place for a cell's reason. */
    add(cell, right) {
      const box = h("div");
      const name = h("button", { type: "button", class: "ck-link", dir: "auto", "aria-label": `To the cell ${cell.label}`, on: { click: () => cell.focus() } }, cell.column);
      (right ? fine : open).append(h("li", null, name, " ", box));
      why.hidden = !fine.childElementCount;
      node.hidden = false;
      return box;
    },
  };
}
