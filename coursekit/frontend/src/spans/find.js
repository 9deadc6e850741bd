// Find a phrase as a reader types it: without regard to case, accents, kinds of quotation mark, of hyphen
// and of white space. What is found are places in the text as it stands.

const SAME = new Map(
  Object.entries({ "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-" }),
);
const DROPPED = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u; // accents, soft hyphens, what has no width

/** The text in its compared form, and for each unit of that where it came from: {folded, from, to}. */
export function fold(/** @type {string} */ value) {
  let folded = "";
  const from = [];
  const to = [];
  let at = 0;
  for (const sign of value) {
    const end = at + sign.length;
    let plain = /\s/.test(sign) ? " " : (SAME.get(sign) ?? sign.normalize("NFKD").toLowerCase());
    plain = [...plain].filter((each) => !DROPPED.test(each)).join("");
    if (plain === "" || (plain === " " && folded.endsWith(" "))) {
      if (to.length > 0) to[to.length - 1] = end; // an accent belongs to the letter before it
    } else {
      for (let n = 0; n < plain.length; n += 1) {
        from.push(at);
        to.push(end);
      }
      folded += plain;
    }
    at = end;
  }
  return { folded, from, to };
}

const known = new WeakMap();

/** All places of a phrase in a text (from createText), as [start, end] in UTF-16 units, not overlapping. */
export function findIn(/** @type {Units} */ text, /** @type {string} */ phrase) {
  const wanted = fold(String(phrase).trim()).folded;
  if (!wanted) return [];
  if (!known.has(text)) known.set(text, fold(text.value));
  const { folded, from, to } = known.get(text);
  const found = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    found.push([from[at], to[at + wanted.length - 1]]);
  }
  return found;
}
