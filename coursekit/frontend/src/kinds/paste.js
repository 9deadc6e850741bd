// A block from a spreadsheet, laid over the cells from the one it was pasted into.

const MOST = 2000; // cells

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

/** Write a block; `at(r, c)` gives a cell or nothing. Returns how many were filled and what did not fit. */
export function spread(text, row, column, at) {
  const strange = [];
  let filled = 0;
  let seen = 0;
  block(text).forEach((line, r) =>
    line.forEach((value, c) => {
      seen += 1;
      const cell = seen <= MOST && value.trim() ? at(row + r, column + c) : null;
      if (!cell) return;
      const fits = cell.fits(value.trim());
      if (!fits) strange.push(`“${value.trim().slice(0, 30)}”`);
      else {
        cell.write(fits);
        filled += 1;
      }
    }),
  );
  return { filled, strange };
}
