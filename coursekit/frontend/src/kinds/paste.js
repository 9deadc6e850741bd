// A block from a spreadsheet, laid over the cells from the one it was pasted into.

const MOST = 2000; // cells
const SHOWN = 30; // signs of a value that is told of

/** Rows of cells: tabs part columns, line ends part rows; quotes hold a cell with either in it together. */
export function block(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < source.length; i += 1) {
    const sign = source[i];
    if (quoted && sign === '"' && source[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && (sign === "\t" || sign === "\n")) {
      rows.at(-1).push(cell);
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows.at(-1).push(cell);
  return rows;
}

/**
 * Write a block; `at(r, c)` gives a cell, null for one that is only to be read, undefined outside the table.
 * Returns the cells that were filled, and as quoted words what did not fit its cell and what had none.
 */
export function spread(text, row, column, at) {
  const filled = [];
  const strange = [];
  const outside = [];
  let seen = 0;
  block(text).forEach((line, r) =>
    line.forEach((raw, c) => {
      seen += 1;
      const value = raw.trim();
      const cell = seen <= MOST && value ? at(row + r, column + c) : null;
      if (cell === null) return;
      const fits = cell?.fits(value);
      if (fits) {
        cell.write(fits);
        filled.push(cell);
      } else (cell ? strange : outside).push(`“${[...value].slice(0, SHOWN).join("")}”`);
    }),
  );
  return { filled, strange, outside };
}
