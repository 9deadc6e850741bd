// Words picked by a finger that taps: the first tap picks a word, the next reaches as far as another one. Pure.
import { wordAt, wordsOf } from "./words.js";

/** Remembers where the picking began. Places are code points. */
export function createTaps() {
  /** @type {{ paragraph: string, w: number } | null} */
  let from = null;
  return {
    /**
     * What is picked after a tap; null where it lets go: a tap on the word where the picking began.
     *
     * @param {string} paragraph
     * @param {Units} text  its text
     * @param {number} at  the place of the tap
     */
    tap(paragraph, text, at) {
      const words = wordsOf(text.value);
      const w = wordAt(words, text.unit(at));
      if (w < 0 || (from?.paragraph === paragraph && from.w === w)) {
        from = null;
        return null;
      }
      if (from?.paragraph !== paragraph) from = { paragraph, w };
      const [first, last] = [Math.min(from.w, w), Math.max(from.w, w)];
      return { paragraph, start: text.point(words[first][0]), end: text.point(words[last][1], true) };
    },
    forget() {
      from = null;
    },
  };
}
