// Passage references as authors write them: "LET p11", "LET p5-p6", "CAT e1.t". Pure.

const REF = /^([A-Z]{3}) ([a-z]\d+(?:\.[a-z])?)(?:-([a-z]\d+(?:\.[a-z])?))?$/;

/** {source, from, to} or null. */
export function parseRef(ref) {
  const match = REF.exec(String(ref ?? "").trim());
  return match ? { source: match[1], from: match[2], to: match[3] ?? match[2] } : null;
}

const parts = (id) => {
  const match = /^([a-z])(\d+)(?:\.([a-z]))?$/.exec(id);
  return match ? { letter: match[1], number: Number(match[2]), field: match[3] ?? "" } : null;
};

/** Whether a paragraph lies in a reference. A range runs over numbers of one letter. */
export function within(source, paragraph, ref) {
  const range = parseRef(ref);
  const here = parts(paragraph);
  if (!range || !here || range.source !== source) return false;
  if (paragraph === range.from || paragraph === range.to) return true;
  const [from, to] = [parts(range.from), parts(range.to)];
  if (from.letter !== to.letter || here.letter !== from.letter) return false;
  if (here.number === from.number && from.number === to.number) return here.field >= from.field && here.field <= to.field;
  return here.number > from.number && here.number < to.number;
}

/** What of `passages` ({"LET p11": {text, quotes, title}}) a reference names: [{ref, …}] in their order. */
export function passagesFor(ref, passages) {
  if (passages?.[ref]) return [{ ref, ...passages[ref] }];
  return Object.entries(passages ?? {})
    .map(([key, passage]) => ({ ref: key, at: parseRef(key), ...passage }))
    .filter(({ at }) => at && at.from === at.to && within(at.source, at.from, ref))
    .sort((a, b) => parts(a.at.from).number - parts(b.at.from).number || (a.at.from < b.at.from ? -1 : 1))
    .map(({ at: _at, ...passage }) => passage);
}

/** References for one line of prose: the siglum once where it repeats. ["LET p11", "LET p12"] -> ["LET p11", "p12"] */
export function shortened(refs) {
  let before = "";
  return refs.map((ref) => {
    const source = parseRef(ref)?.source ?? "";
    const words = source && source === before ? ref.slice(source.length + 1) : ref;
    before = source;
    return words;
  });
}

/** Split a text into pieces by code-point ranges: [{text, quoted}]. */
export function quotedPieces(text, quotes) {
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
