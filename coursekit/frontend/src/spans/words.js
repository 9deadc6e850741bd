// Where words begin and end, in UTF-16 units: what the keyboard moves by.

const SIGNS = /\S+/gu;
let segmenter = null;

/** Words of a text as [start, end] pairs; runs of signs where a text has no words (an emoji, a rule of dashes). */
export function wordsOf(/** @type {string} */ value) {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  const words = [];
  for (const { segment, index, isWordLike } of segmenter.segment(value)) {
    if (isWordLike) words.push([index, index + segment.length]);
  }
  if (words.length > 0) return words;
  return [...value.matchAll(SIGNS)].map((run) => [run.index, run.index + run[0].length]);
}

/** The index of the word at a place, else of the next one, else the last; -1 where there is none. */
export function wordAt(/** @type {number[][]} */ words, /** @type {number} */ unit) {
  const at = words.findIndex(([, end]) => end > unit);
  return at >= 0 ? at : words.length - 1;
}

/** A range without the white space at its ends, or null where nothing else is in it. */
export function trimmed(/** @type {string} */ value, /** @type {number} */ start, /** @type {number} */ end) {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(value[from])) from += 1;
  while (to > from && /\s/.test(value[to - 1])) to -= 1;
  return from < to ? [from, to] : null;
}

/** The place one visible sign before or after `unit`: a letter with its accents is one sign. */
export function signStep(/** @type {string} */ value, /** @type {number} */ unit, /** @type {boolean} */ forward) {
  const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let before = 0;
  for (const { index, segment } of signs.segment(value)) {
    const next = index + segment.length;
    if (forward && next > unit) return next;
    if (!forward && next >= unit) return unit === 0 ? 0 : index;
    before = next;
  }
  return before;
}
