// A block from a spreadsheet, laid over the cells from the one it was pasted into.

const MOST = 2000; // cells
const SHOWN = 30; // signs of a value that is told of

const SELECTORS = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
// biome-ignore lint/suspicious/noMisleadingCharacterClass: signs that cannot be seen are looked for by themselves
const UNSEEN = /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u3164\uffa0]/gu;

/**
 * Rows of cells, by the rules of `coursekit/questions/block.py`: tabs part columns, line ends part rows. A spreadsheet
 * quotes only a cell that holds a tab or a line end; all other quotation marks are the writer's own.
 */
export function block(/** @type {string} */ text) {
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  /** @type {string[][]} */
  const rows = [[]];
  for (let at = 0; ; ) {
    const held = quoted(source, at);
    const next = source.slice(at).search(/[\t\n]/);
    const end = held ? at + held.length : next < 0 ? source.length : at + next;
    const cell = source.slice(at, end);
    rows[rows.length - 1].push(held ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === source.length) return rows;
    if (source[end] === "\n") rows.push([]);
    at = end + 1;
  }
}

/** The cell that begins here with the marks that hold it together; "" where its marks are its own, as ditto marks are. */
function quoted(/** @type {string} */ source, /** @type {number} */ at) {
  if (source[at] !== '"') return "";
  const found = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  found.lastIndex = at;
  const [whole, inner] = found.exec(source) ?? ["", ""];
  return inner.includes("\t") !== inner.includes("\n") && !/^[\t\n]|[\t\n]$/.test(inner) ? whole : "";
}

/** Words to be looked for in a list, without signs that cannot be seen and in one form of those that mean the same. */
export function settled(/** @type {string} */ words) {
  return words.replace(SELECTORS, "").replace(/\s/gu, " ").replace(UNSEEN, "").normalize("NFKC").replace(/ +/g, " ").trim();
}

/**
 * Write a block; `at(r, c)` gives a cell, null for one that is only to be read, undefined outside the table.
 * Returns the cells that were filled, and as quoted words what did not fit its cell and what had none.
 */
export function spread(/** @type {string} */ text, /** @type {number} */ row, /** @type {number} */ column, /** @type {(row: number, column: number) => Filled | null | undefined} */ at) {
  /** @type {Filled[]} */
  const filled = [];
  /** @type {string[]} */
  const strange = [];
  /** @type {string[]} */
  const outside = [];
  let seen = 0;
  block(text).forEach((line, r) => {
    line.forEach((raw, c) => {
      seen += 1;
      const value = raw.trim();
      const cell = seen <= MOST && value ? at(row + r, column + c) : null;
      if (cell === null) return;
      const fits = cell?.fits(value);
      if (cell && fits) {
        cell.write(fits);
        filled.push(cell);
      } else (cell ? strange : outside).push(`“${[...value].slice(0, SHOWN).join("")}”`);
    });
  });
  return { filled, strange, outside };
}
