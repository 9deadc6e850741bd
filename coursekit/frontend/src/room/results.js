// What came of a vote, drawn: console, screen and phones have this one.
//
//   drawResults(vote.results, vote.asked, { level: 3 })
//
// It gives one element, to be put inside a .ck; all sizes in it are in em, so whoever wants it large sets the size of
// its type. Its style is results.css. Bars and heat are drawn beside the same in words and numbers.
import { h } from "../dom.js";
import { many } from "../text.js";
import { numbersDrawn } from "./results-numbers.js";
import { pointedDrawn } from "./results-pointed.js";
import { shiftDrawn } from "./results-shift.js";
import { splitDrawn } from "./results-split.js";
import { surenessDrawn } from "./results-sureness.js";

/**
 * @param {RoomResults} results
 * @param {Asked} asked
 * @param {{ level?: 2 | 3 | 4, short?: boolean }} [how]  which headings its parts have; whether text that nobody points at is left out
 */
export function drawResults(results, asked, { level = 3, short = false } = {}) {
  const { rounds } = results;
  const part = (/** @type {string} */ title, /** @type {string} */ name, /** @type {Child} */ child) =>
    child ? h("section", { class: ["rm-part", `rm-${name}`] }, h(`h${level}`, null, title), child) : null;
  const last = rounds.at(-1);
  if (!last) return h("div", { class: "rm-results" }, h("p", null, results.why ?? "Nobody voted."));
  const splits = rounds.map(({ split }) => split);
  const sure = last.sureness?.people ? last.sureness : null;
  const why = results.reasons.filter(({ words }) => words);
  return h(
    "div",
    { class: "rm-results" },
    part(`How it split: ${many(people(last), "vote")}`, "split", splits.some(Boolean) && splitDrawn(splits, rounds)),
    part("The numbers", "numbers", rounds.some(({ numbers }) => numbers) && numbersDrawn(rounds)),
    part("Where the class points", "pointed", last.pointed && pointedDrawn(rounds, asked, results.expert, short)),
    part("Who changed", "shift", results.shift && shiftDrawn(results.shift)),
    part("How sure, and how right", "sureness", sure && surenessDrawn(sure)),
    part("Why", "reasons", why.length > 0 && reasonsDrawn(why)),
  );
}

function people(/** @type {RoundFound} */ { split, numbers, pointed }) {
  return split?.people ?? numbers?.people ?? pointed?.people ?? 0;
}

function reasonsDrawn(/** @type {RoomResults["reasons"]} */ reasons) {
  return h(
    "ul",
    { class: "rm-list" },
    reasons.map(({ option, words, right }) =>
      h(
        "li",
        { class: [right !== null && (right ? "rm-right" : "rm-wrong")] },
        option && h("strong", null, option),
        right !== null && h("span", { class: "rm-verdict" }, right ? "✓ right" : "✗ not right"),
        h("p", null, words),
      ),
    ),
  );
}
