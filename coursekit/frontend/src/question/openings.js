// The word in bold that a reason opens with: "Right.", "Not this." Said once where it would be said twice running. Pure.
import { TONES } from "./words.js";

const GROUND = /^ground(:|$)/;

/**
 * The opening of each of the notes that stand beside their part. Reasons for a ground stand right above the verdict: what
 * that says of the whole they need not say, nor one after another the same.
 *
 * @param {MarkNote[]} notes  in their order
 * @param {string} state      of the mark
 */
export function openings(notes, state) {
  let before = state === "right" ? TONES.right : "";
  return notes.map(({ part, tone }) => {
    const words = TONES[tone] ?? "";
    if (!GROUND.test(part)) return words;
    const again = words === before;
    if (words) before = words;
    return again ? "" : words;
  });
}
