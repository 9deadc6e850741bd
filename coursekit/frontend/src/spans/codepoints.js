// Everything outside the browser counts Unicode code points; a browser counts UTF-16 units.
// Here, and nowhere else, one becomes the other.

const ASTRAL = /[\ud800-\udfff]/;
const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** U+FFFD for each unpaired surrogate, as coursekit.spans.well_formed has it. Lengths stay the same. */
export function wellFormed(/** @type {string} */ text) {
  return ASTRAL.test(text) ? text.replace(UNPAIRED, "\ufffd") : text;
}

/**
 * A text that can be asked for places in either count.
 *
 * `value` the string; `length` in code points; `unit(point)` and `point(unit)` convert, held to the
 * text's bounds; a unit inside a surrogate pair is the point before it, or with `up` the one after.
 */
export function createText(/** @type {unknown} */ raw) {
  const value = wellFormed(String(raw ?? ""));
  return ASTRAL.test(value) ? withPairs(value) : plain(value);
}

const held = (/** @type {number} */ number, /** @type {number} */ most) => Math.min(Math.max(number, 0), most);

function plain(/** @type {string} */ value) {
  const same = (/** @type {number} */ number) => held(number, value.length);
  return { value, length: value.length, unit: same, point: same, slice: (/** @type {number} */ start, /** @type {number} */ end) => value.slice(start, end) };
}

function withPairs(/** @type {string} */ value) {
  /** @type {number[]} */
  const units = []; // where each code point begins, and where the text ends
  let at = 0;
  for (const sign of value) {
    units.push(at);
    at += sign.length;
  }
  units.push(at);
  const length = units.length - 1;
  const unit = (/** @type {number} */ point) => units[held(point, length)];
  function point(/** @type {number} */ wanted, up = false) {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (units[middle] <= wanted) low = middle;
      else high = middle - 1;
    }
    return up && units[low] < wanted ? Math.min(low + 1, length) : low;
  }
  return { value, length, unit, point, slice: (/** @type {number} */ start, /** @type {number} */ end) => value.slice(unit(start), unit(end)) };
}
