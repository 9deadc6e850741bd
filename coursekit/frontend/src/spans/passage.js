// What of a text a reference names. Pure.
import { within } from "../question/refs.js";
import { findIn } from "./find.js";

/**
 * The stretches that a reference names: a paragraph, or a quotation in it; or all from it to the paragraph `to`, as far as
 * the text has it. Of a text in two editions side by side, in the first.
 *
 * @param {Item[]} items
 * @param {string} paragraph
 * @param {string} quote
 * @returns {Stretch[]}  empty where the text does not have the paragraph
 */
export function passage(items, paragraph, quote, to = paragraph) {
  const at = items.findIndex((item) => item.paragraph === paragraph);
  if (at < 0) return [];
  const first = items[at];
  const [place] = findIn(first.text, quote);
  if (place) return [{ item: first, start: place[0], end: place[1] }];
  return items
    .slice(at)
    .filter((item) => item === first || (item.edition === first.edition && within("ANY", item.paragraph, `ANY ${paragraph}-${to}`)))
    .map((item) => ({ item, start: 0, end: item.text.value.length }));
}
