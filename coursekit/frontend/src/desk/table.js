// Who has handed in: learners by exercises, and below what is to be said of them.
import { fill, h } from "../dom.js";
import { many } from "../text.js";

/** {node, show(now)} */
export function createTable() {
  const table = h("div", { class: "ck-desk-wide", role: "region", "aria-label": "Learners by exercises", tabindex: "0", hidden: true });
  const none = h("p", { class: "ck-soft" }, "Nothing is on the desk yet.");
  const trouble = h("p", { class: "ck-status", data: { state: "failed" }, hidden: true });
  const notes = h("ul", { class: "ck-desk-notes" });
  const node = h("section", { class: "ck-desk-who" }, h("h3", null, "Who has handed in"), none, trouble, table, notes);
  return {
    node,
    show(/** @type {DeskNow} */ now) {
      const { exercises, rows, notes: said } = now.table;
      none.hidden = rows.length > 0 || Boolean(now.trouble);
      trouble.hidden = !now.trouble;
      fill(trouble, now.trouble);
      table.hidden = rows.length === 0;
      fill(
        table,
        h(
          "table",
          null,
          h("caption", null, `${many(rows.length, "learner")}, ${many(exercises.length, "exercise")}${now.hidden ? "; names are hidden" : ""}`),
          h("thead", null, h("tr", null, h("th", { scope: "col" }, "Learner"), exercises.map((name) => h("th", { scope: "col" }, name)))),
          h(
            "tbody",
            null,
            rows.map((row) =>
              h(
                "tr",
                null,
                h("th", { scope: "row", dir: "auto" }, row.learner),
                row.cells.map((cell) => h("td", { data: { state: cell.state || "none" }, dir: "auto" }, cell.words || "–")),
              ),
            ),
          ),
        ),
      );
      fill(notes, said.map((line) => h("li", { dir: "auto" }, line)));
    },
  };
}
