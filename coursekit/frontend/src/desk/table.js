// Who has handed in: learners by exercises, and below what is to be said of them.
import { fill, h } from "../dom.js";
import { many } from "../text.js";

/** {node, show(now)} @param {Child[]} above  what stands above the table */
export function createTable(...above) {
  const wide = h("div", { class: "ck-desk-wide", role: "region", "aria-label": "Learners by exercises", tabindex: "0", hidden: true });
  const none = h("p", { class: "ck-soft" }, "Nothing is on the desk yet.");
  const trouble = h("p", { class: "ck-status", data: { state: "failed" }, hidden: true });
  const notes = h("ul", { class: "ck-desk-notes" });
  const node = h("section", { class: "ck-desk-who" }, h("h3", null, "Who has handed in"), none, trouble, above, wide, notes);
  /** @type {HTMLTableCellElement[][]} */
  let cells = [];
  let drawn = "";

  function put(/** @type {HTMLElement} */ td, /** @type {DeskCell} */ cell) {
    const [words, state] = [cell.words || "–", cell.state || "none"];
    if (td.dataset.state !== state) td.dataset.state = state;
    if (td.textContent !== words) fill(td, words);
  }
  function draw(/** @type {DeskNow} */ now) {
    const { exercises, rows } = now.table;
    cells = rows.map((row) => row.cells.map(() => h("td", { dir: "auto" })));
    const names = h("tr", null, h("th", { scope: "col" }, "Learner"), exercises.map((name) => h("th", { scope: "col" }, name)));
    const body = rows.map((row, at) => h("tr", null, h("th", { scope: "row", dir: "auto" }, row.learner), cells[at]));
    const caption = `${many(rows.length, "learner")}, ${many(exercises.length, "exercise")}${now.hidden ? "; names are hidden" : ""}`;
    fill(wide, h("table", null, h("caption", null, caption), h("thead", null, names), h("tbody", null, body)));
  }
  return {
    node,
    show(/** @type {DeskNow} */ now) {
      const { exercises, rows, notes: said } = now.table;
      none.hidden = rows.length > 0 || Boolean(now.trouble);
      trouble.hidden = !now.trouble;
      fill(trouble, now.trouble);
      wide.hidden = rows.length === 0;
      const next = JSON.stringify([now.hidden, exercises, rows.map((row) => row.learner)]);
      if (next !== drawn) draw(now); // else only what is new is written: whoever reads or scrolls there goes on
      drawn = next;
      for (const [at, row] of rows.entries()) for (const [number, cell] of row.cells.entries()) put(cells[at][number], cell);
      fill(notes, said.map((line) => h("li", { dir: "auto" }, line)));
    },
  };
}
