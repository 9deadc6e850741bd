// Make a span, and find it again: the twins of coursekit/spans/make.py and anchor.py. The same cases go
// through both in the tests and must give the same.

export const CONTEXT = 32; // code points kept before and after a quotation
export const LONGEST = 20_000; // code points in one quotation
export const TELLING = 8; // code points of context that say something without the paragraph's edge

/** The span of points `start` to `end` of a text (from createText), or null where that is no passage of it. @returns {Span | null} */
export function makeSpan(/** @type {{ source: string, edition: string, paragraph: string }} */ { source, edition, paragraph }, /** @type {Units | null} */ text, /** @type {number} */ start, /** @type {number} */ end) {
  if (!text || !(Number.isInteger(start) && Number.isInteger(end))) return null;
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

function occurrences(/** @type {string} */ value, /** @type {string} */ quote) {
  const places = [];
  for (let at = value.indexOf(quote); at >= 0; at = value.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/**
 * Where a span stands in a text now: {start, end} in code points, or {reason}.
 * The rule, and why nothing is ever approximate, is told in coursekit/spans/anchor.py.
 */
export function anchorSpan(/** @type {Units} */ text, /** @type {Span} */ span) {
  const { quote } = span;
  if (!quote) return { reason: "no words are given to look for" };
  const { value } = text;
  const placed = (/** @type {number} */ unit) => ({ start: text.point(unit), end: text.point(unit + quote.length) });
  const places = occurrences(value, quote);
  if (places.length === 0) return { reason: "its words no longer stand there" };
  const told = new Map(places.map((at) => [at, beside(value, span, at)]));
  const both = places.filter((at) => !told.get(at)?.includes("no"));
  if (both.length === 1) return placed(both[0]);
  const old = both.find((at) => text.point(at) === span.start);
  if (old !== undefined) return placed(old);
  const either = places.filter((at) => told.get(at)?.includes("yes"));
  if (either.length === 1 && (places.length === 1 || text.point(either[0]) === span.start)) return placed(either[0]);
  if (places.length === 1) return { reason: "its words stand there, but not what stood before or after them" };
  return { reason: `its words stand there ${places.length} times, and which were meant is not certain` };
}

/** For each side, whether what stood there stands beside the words at `at`: "yes", "no", or too short to tell. */
function beside(/** @type {string} */ value, /** @type {{ quote: string, prefix?: string, suffix?: string, start: number }} */ { quote, prefix = "", suffix = "", start }, /** @type {number} */ at) {
  const before = value.slice(0, at);
  const after = value.slice(at + quote.length);
  const begun = prefix !== "" || start === 0; // else it was cut from within a text, and nothing was kept
  const ended = suffix !== "" || begun;
  const sides = [];
  if (begun) sides.push(says(prefix, before.endsWith(prefix), before === prefix));
  if (ended) sides.push(says(suffix, after.startsWith(suffix), after === suffix));
  return sides;
}

function says(/** @type {string} */ context, /** @type {boolean} */ stands, /** @type {boolean} */ whole) {
  if ([...context].length < TELLING) return whole ? "short" : "no";
  return stands ? "yes" : "no";
}
