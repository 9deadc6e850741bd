// Carry a span between the guide and the full text through the phrases the guide quotes: the twin of
// coursekit/spans/carry.py, which says how and why.
import { makeSpan } from "./span.js";

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const EDGE = new Set("“”‘’\"' \t\r\n\u00a0");

/**
 * The same words in the other edition, or null where the guide does not quote them.
 * `links`: for the span's paragraph, [guide start, guide end, text start, text end] of each phrase.
 */
export function carrySpan(/** @type {Span} */ span, /** @type {Units | null} */ text, /** @type {Units | null} */ target, /** @type {Link[] | null} */ links) {
  if (!text || !target || !links) return null;
  const signs = [...text.value];
  let { start, end } = span;
  while (start < end && EDGE.has(signs[start])) start += 1;
  while (end > start && EDGE.has(signs[end - 1])) end -= 1;
  const fromGuide = span.edition === "guide";
  for (const [ga, gb, ta, tb] of links) {
    const [a, b, c, d] = fromGuide ? [ga, gb, ta, tb] : [ta, tb, ga, gb];
    if (!(a <= start && start < end && end <= b)) continue;
    const found = across(signs.slice(a, b), [...target.slice(c, d)], start - a, end - a);
    const where = { ...span, edition: fromGuide ? "text" : "guide" };
    if (found) return makeSpan(where, target, c + found[0], c + found[1]);
  }
  return null;
}

function letters(/** @type {string[]} */ signs) {
  return signs.flatMap((sign, at) => (LETTER.test(sign) ? [at] : []));
}

/** The range of `other` with the same letters as phrase[start..end); both are lists of code points. */
export function across(/** @type {string[]} */ phrase, /** @type {string[]} */ other, /** @type {number} */ start, /** @type {number} */ end) {
  const here = letters(phrase);
  const there = letters(other);
  if (here.length !== there.length) return null;
  if (here.some((at, n) => phrase[at].toLowerCase() !== other[there[n]].toLowerCase())) return null;
  const first = here.findIndex((at) => at >= start);
  const last = here.findLastIndex((at) => at < end);
  if (first < 0 || last < first) return null;
  let stop = there[last] + 1;
  const taken = phrase.slice(here[last] + 1, end); // a full stop that was marked with its word goes along
  if (taken.length > 0 && taken.every((sign, n) => other[stop + n] === sign)) stop += taken.length;
  return [there[first], stop];
}
