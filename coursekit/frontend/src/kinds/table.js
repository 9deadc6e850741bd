// A table to be filled in: a native control for each cell, Enter goes down, a block can be pasted.
// What is told of a cell stands below its row, and the cell itself says how it stands.
import { announce } from "../live.js";
import { h, say, uid } from "../dom.js";
import { many, plain, rich } from "../text.js";
import { makeCell } from "./parts/cell.js";
import { spread } from "./parts/paste.js";
import { createRowTold } from "./parts/row-told.js";

/** @type {Record<string, string>} */
const SIGNS = { right: "✓", wrong: "✗", partly: "~", note: "?" };
// How wide the box must be for a table of that many columns, in em; where it is not, each row is a block of fields.
const LEAST = [0, 18, 25, 30, 34, 36, 50];
const MOST_TOLD = 5; // values named that were pasted in vain
/** @type {Record<string, string>} */
const SAID = { right: "right", wrong: "not this", partly: "partly right", note: "not counted" };

export default function table(/** @type {View} */ view, /** @type {Room} */ { changed, labelId }) {
  /** @type {Column[]} */
  const columns = view.columns ?? [];
  /** @type {TableRow[]} */
  const rows = view.rows ?? [];
  /** @type {Map<string, Filled>} */
  const cells = new Map();
  const asks = (/** @type {TableRow} */ row, /** @type {Column} */ column) => column.type !== "given" && (!row.only?.length || row.only.includes(column.id));
  const at = (/** @type {number} */ r, /** @type {number} */ c) => (columns[c]?.type === "given" && rows[r] ? null : cells.get(`${rows[r]?.id}:${columns[c]?.id}`));
  /** @type {Mark | null} */
  let last = null;
  let fresh = true; // nothing was changed since the last mark

  /** To the next cell up or down; with `on`, from the foot of a column to the head of the next. */
  function move(/** @type {number[]} */ [r, c], /** @type {number} */ step, /** @type {boolean} */ on) {
    let to = r + step;
    let column = c;
    while (!at(to, column)) {
      if (rows[to]) to += step;
      else if (on && columns[column + step]) {
        column += step;
        to = step > 0 ? 0 : rows.length - 1;
      } else return false;
    }
    at(to, column)?.focus();
    return true;
  }
  function edited(/** @type {How} */ how) {
    fresh = false;
    changed(how);
  }
  function pasted(/** @type {number} */ r, /** @type {number} */ c, /** @type {string} */ text) {
    const { filled, strange, outside } = spread(text, r, c, at);
    const words = [`${many(filled.length, "cell")} filled.`];
    if (strange.length) words.push(`Not in the list, left as it was: ${some(strange)}.`);
    if (outside.length) words.push(`Outside the table, left out: ${some(outside)}.`);
    say(told, words.join(" "));
    announce(told.textContent);
    for (const cell of filled) mark(cell, "");
    if (filled.length) edited({});
  }

  const reasons = h("ul", { class: "ck-cells-told" }); // of the table as a whole
  const told = h("p", { class: "ck-hint", role: "status" });
  const sums = new Map();
  let slots = new Map();

  /** @type {Map<string, ReturnType<typeof createRowTold>>} */
  const toldOf = new Map();
  const body = rows.map((row, r) => {
    const name = uid("row");
    const below = createRowTold(columns.length + 1);
    toldOf.set(row.id, below);
    const line = h(
      "tr",
      null,
      h("th", { scope: "row", id: name, dir: "auto" }, rich(row.text)),
      columns.map((column, c) => {
        if (column.type === "given") return h("td", { data: { head: column.name }, dir: "auto" }, rich(row.given?.[column.id] ?? ""));
        if (!asks(row, column)) return h("td", { class: "ck-cell-none" });
        const sign = h("span", { class: "ck-cell-sign", "aria-hidden": "true" });
        /** @type {Filled} */
        const cell = Object.assign(makeCell(column, {
          label: `${plain(row.text)}, ${column.name}`,
          changed(/** @type {How} */ how) {
            mark(cell, "");
            edited(how);
          },
          move: (/** @type {number} */ step, /** @type {boolean} */ on) => move([r, c], step, on),
          pasted: (/** @type {string} */ text) => pasted(r, c, text),
        }), { sign, column: column.name, row: row.id, node: h("td") });
        cell.node = h("td", { class: `ck-cell ck-cell-${column.type}`, data: { head: column.name } }, cell.control, sign);
        cells.set(`${row.id}:${column.id}`, cell);
        return cell.node;
      }),
    );
    return [line, below.node];
  });
  const foot = columns.map((column) => {
    const node = h("td", { data: { head: column.name } });
    sums.set(`column:${column.id}`, node);
    return node;
  });
  const sum = h("tr", { hidden: true }, h("th", { scope: "row" }, "Right"), foot);

  function mark(/** @type {Filled} */ cell, /** @type {string} */ tone) {
    cell.node.dataset.tone = tone;
    say(cell.sign, SIGNS[tone] ?? "");
    cell.sign.title = SAID[tone] ?? "";
    cell.say(SAID[tone] ?? "");
  }
  function slot(/** @type {string} */ part) {
    const cell = cells.get(part);
    if (cell) return toldOf.get(cell.row)?.add(cell, slots.get(part) === "right") ?? null;
    if (!part.startsWith("criterion:")) return null;
    const box = h("div");
    reasons.append(h("li", null, box));
    return box;
  }
  const room = Math.min(LEAST.length - 1, columns.reduce((sum, { type }) => sum + (type === "text" ? 2 : 1), 0)); // in columns
  const node = h(
    "div",
    { class: "ck-table-box" },
    legend(columns),
    h(
      "div",
      { class: "ck-table-scroll" },
      h(
        "table",
        { class: "ck-table ck-table-fill", "aria-labelledby": labelId, data: { columns: room } },
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            h("th", { scope: "col" }, view.rows_name ?? ""),
            columns.map((column) => h("th", { scope: "col" }, column.name, column.unit ? ` (${column.unit})` : "")),
          ),
        ),
        h("tbody", null, body),
        h("tfoot", null, sum),
      ),
    ),
    told,
    reasons,
  );
  const sized = new ResizeObserver(() => {
    node.classList.toggle("ck-stacked", node.clientWidth < LEAST[room] * Number.parseFloat(getComputedStyle(node).fontSize));
  });
  sized.observe(node);
  return {
    node,
    hint: "Fill in what you can; blank cells are not wrong. Enter goes down, Shift+Enter up, Tab to the right; a block copied from a spreadsheet can be pasted.",
    read() {
      /** @type {Record<string, Record<string, string>>} */
      const found = {};
      for (const row of rows) {
        const line = columns
          .map((column) => [column.id, cells.get(`${row.id}:${column.id}`)?.read() ?? ""])
          .filter(([, value]) => value.trim());
        if (line.length) found[row.id] = Object.fromEntries(line);
      }
      return Object.keys(found).length ? { cells: found } : {};
    },
    write(/** @type {Answer} */ answer) {
      for (const row of rows)
        for (const column of columns) cells.get(`${row.id}:${column.id}`)?.write(answer.cells?.[row.id]?.[column.id] ?? "");
    },
    slot,
    owns: (/** @type {string} */ part) => sums.has(part),
    destroy: () => sized.disconnect(),
    marked(/** @type {Mark | null} */ given) {
      const notes = given?.feedback ?? [];
      if (given !== last) {
        last = given;
        fresh = true;
        say(told, "");
        reasons.replaceChildren();
        for (const each of toldOf.values()) each.clear();
        slots = new Map(notes.map((note) => [note.part, note.tone]));
        for (const [part, cell] of cells) mark(cell, slots.get(part) ?? "");
        for (const [part, place] of sums) say(place, notes.find((note) => note.part === part)?.text ?? "");
        sum.hidden = !notes.some((note) => sums.has(note.part));
      }
      if (!given || given.state === "unanswered") return { keep: Boolean(given) };
      const done = given.state === "right" && fresh;
      return { keep: true, label: done ? "Checked" : "Check again", kept: done };
    },
  };
}

/** The first of some values that were pasted, and how many more there are. */
function some(/** @type {string[]} */ values) {
  const more = values.length - MOST_TOLD;
  return `${values.slice(0, MOST_TOLD).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A name as the head of what is said of it: what asks has its sign already. */
const headed = (/** @type {string} */ name) => (/[?!.:]$/.test(name) ? name : `${name}:`);

/** What the columns ask, and what their lists hold: one line a list, however many columns share it. */
function legend(/** @type {Column[]} */ columns) {
  /** @type {Map<string, Column[]>} */
  const lists = new Map();
  for (const column of columns) {
    const key = (column.choices ?? []).map((choice) => choice.id).join("\n") || column.id;
    lists.set(key, [...(lists.get(key) ?? []), column]);
  }
  const lines = [...lists.values()].map((same) => {
    const [first] = same;
    const help = [...new Set(same.map((column) => column.help).filter(Boolean))].join(" ");
    const choices = (first.choices ?? []).map((choice) => choice.text).join(" · ");
    if (!help && !choices) return null;
    const often = first.type === "choices" ? " (one or more)" : "";
    return h("li", { dir: "auto" }, h("b", null, `${headed(`${same.map((column) => column.name).join(", ")}${often}`)} `), rich(help), choices ? h("span", { class: "ck-legend-choices" }, rich(choices)) : null);
  });
  return lines.some(Boolean) ? h("details", { class: "ck-legend", open: true }, h("summary", null, "What goes where"), h("ul", null, lines)) : null;
}
