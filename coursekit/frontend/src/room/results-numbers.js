// How the numbers of a round lie: steps as bars, and the middle in words.
import { h } from "../dom.js";
import { bar, lines, ROUND_WORDS } from "./results-parts.js";

const short = (/** @type {number} */ number) => String(Math.round(number * 100) / 100);

export function numbersDrawn(/** @type {RoundFound[]} */ rounds) {
  return rounds.map(({ round, numbers }) => {
    if (!numbers) return null;
    const most = Math.max(1, ...numbers.steps.map(({ count }) => count));
    return [
      rounds.length > 1 && h("p", { class: "rm-about" }, ROUND_WORDS[round]),
      lines(numbers.said),
      h(
        "ul",
        { class: "rm-rows rm-steps" },
        numbers.steps.map(({ from, to, count }) =>
          h(
            "li",
            null,
            h("span", { class: "rm-words" }, from === to ? short(from) : `${short(from)} to ${short(to)}`),
            bar((100 * count) / most, String(count)),
          ),
        ),
      ),
    ];
  });
}
