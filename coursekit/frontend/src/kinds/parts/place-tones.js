// How each place that was pointed at is shown once the answer is marked. Pure.

/** A place's tone in a word: the colour only repeats it. @type {Record<string, string>} */
export const TOLD = { right: "right", partly: "partly right", wrong: "not this" };

/**
 * The tone of each of some places, "" for none. A mark tells them one by one, in the order of the answer; one made before
 * marks did so has one state for all.
 *
 * @param {unknown[]} spans   the places now
 * @param {unknown[]} judged  those that were marked: what was pointed at since is none of them
 * @param {Mark | null} mark
 */
export function tonesOf(spans, judged, mark) {
  const { state = "", places } = mark ?? {};
  const tones = places ?? judged.map(() => (state in TOLD && (judged.length === 1 || state === "wrong") ? state : ""));
  return spans.map((span) => (tones.length === judged.length ? (tones[judged.indexOf(span)] ?? "") : ""));
}
