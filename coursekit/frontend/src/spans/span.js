// Make a span, and find it again: the twins of coursekit/spans/make.py and anchor.py. The same cases go
// through both in the tests and must give the same.

export const CONTEXT = 32; // code points kept before and after a quotation
export const LONGEST = 20_000; // code points in one quotation

/** The span of points `start` to `end` of a text (from createText), or null where that is no passage of it. */
export function makeSpan({ source, edition, paragraph }, text, start, end) {
  if (!(Number.isInteger(start) && Number.isInteger(end))) return null;
  if (!(start >= 0 && start < end && end <= text.length) || end - start > LONGEST) return null;
  return {
    source,
    edition,
    paragraph,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

function occurrences(value, quote) {
  const places = [];
  for (let at = value.indexOf(quote); at >= 0; at = value.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/**
 * Where a span stands in a text now: {start, end} in code points, or {reason}.
 * The rule, and why nothing is ever approximate, is told in coursekit/spans/anchor.py.
 */
export function anchorSpan(text, span) {
  const { quote, prefix = "", suffix = "" } = span;
  if (!quote) return { reason: "no words are given to look for" };
  const { value } = text;
  const placed = (unit) => ({ start: text.point(unit), end: text.point(unit + quote.length) });
  const places = occurrences(value, quote);
  if (places.length === 0) return { reason: "its words no longer stand there" };
  if (places.length === 1) return placed(places[0]);
  const before = places.filter((at) => value.endsWith(prefix, at));
  const after = places.filter((at) => value.startsWith(suffix, at + quote.length));
  const old = [...before, ...after].find((at) => text.point(at) === span.start);
  if (old !== undefined) return placed(old);
  const both = before.filter((at) => after.includes(at));
  if (both.length === 1) return placed(both[0]);
  return { reason: `its words stand there ${places.length} times, and which were meant is not certain` };
}
