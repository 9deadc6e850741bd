// Passage references as authors write them: "LOG p11", "LOG p5-p6", "LIST e1.t". Pure.
import { ID, partsOf, SIGLUM } from "../ids.js";

const REF = new RegExp(`^(${SIGLUM}) (${ID})(?:-(${ID}))?$`);

/** {source, from, to} or null. */
export function parseRef(/** @type {unknown} */ ref) {
  const match = REF.exec(String(ref ?? "").trim());
  return match ? { source: match[1], from: match[2], to: match[3] ?? match[2] } : null;
}

/** Whether a paragraph lies in a reference. A range runs over numbers of the same letters. */
export function within(/** @type {string} */ source, /** @type {string} */ paragraph, /** @type {string} */ ref) {
  const range = parseRef(ref);
  const here = partsOf(paragraph);
  if (!range || !here.letters || range.source !== source) return false;
  if (paragraph === range.from || paragraph === range.to) return true;
  const [from, to] = [partsOf(range.from), partsOf(range.to)];
  if (from.letters !== to.letters || here.letters !== from.letters) return false;
  if (here.number === from.number && from.number === to.number) return here.field >= from.field && here.field <= to.field;
  return here.number > from.number && here.number < to.number;
}

/** What of `passages` ({"LOG p11": {text, quotes, title}}) a reference names: [{ref, …}] in their order. */
export function passagesFor(/** @type {string} */ ref, /** @type {Passages | undefined} */ passages) {
  if (passages?.[ref]) return [{ ref, ...passages[ref] }];
  return Object.entries(passages ?? {})
    .flatMap(([key, passage]) => {
      const at = parseRef(key);
      return at && at.from === at.to && within(at.source, at.from, ref) ? [{ ref: key, at, ...passage }] : [];
    })
    .sort((a, b) => partsOf(a.at.from).number - partsOf(b.at.from).number || (a.at.from < b.at.from ? -1 : 1))
    .map(({ at: _at, ...passage }) => passage);
}

/** References for one line of prose: the siglum once where it repeats. ["LOG p11", "LOG p12"] -> ["LOG p11", "p12"] */
export function shortened(/** @type {string[]} */ refs) {
  let before = "";
  return refs.map((ref) => {
    const source = parseRef(ref)?.source ?? "";
    const words = source && source === before ? ref.slice(source.length + 1) : ref;
    before = source;
    return words;
  });
}

/** Split a text into pieces by code-point ranges: [{text, quoted}]. */
export function quotedPieces(/** @type {unknown} */ text, /** @type {number[][] | undefined} */ quotes) {
  const points = [...String(text ?? "")];
  const found = [];
  let at = 0;
  for (const [start, end] of [...(quotes ?? [])].sort((a, b) => a[0] - b[0])) {
    if (!(start >= at && end > start && end <= points.length)) continue;
    if (start > at) found.push({ text: points.slice(at, start).join(""), quoted: false });
    found.push({ text: points.slice(start, end).join(""), quoted: true });
    at = end;
  }
  if (at < points.length) found.push({ text: points.slice(at).join(""), quoted: false });
  return found;
}
