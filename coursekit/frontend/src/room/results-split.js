// How the votes split: a row an option, with a bar a round.
import { h } from "../dom.js";
import { bar, lines, ROUND_WORDS } from "./results-parts.js";

/**
 * The parts of all rounds put together: about -> words -> the row of each round. Pure.
 *
 * @param {(Split | null)[]} splits  of the rounds, in order
 */
export function together(splits) {
  /** @type {Map<string, Map<string, (SplitRow | undefined)[]>>} */
  const parts = new Map();
  splits.forEach((split, at) => {
    for (const { about, rows } of split?.parts ?? []) {
      const part = parts.get(about) ?? new Map();
      parts.set(about, part);
      for (const row of rows) {
        const of = part.get(row.words) ?? splits.map(() => undefined);
        of[at] = row;
        part.set(row.words, of);
      }
    }
  });
  return parts;
}

export function splitDrawn(/** @type {(Split | null)[]} */ splits, /** @type {RoundFound[]} */ rounds) {
  const left = (/** @type {Split | null} */ split) => (split?.few ? split.said[0] : split?.left_out);
  const few = splits.flatMap((split, at) => (left(split) ? [`${ROUND_WORDS[rounds[at].round]}: ${left(split)}`] : []));
  const told = splits.flatMap((split, at) => (split && !split.few ? [at] : []));
  const parts = [...together(splits)].map(([about, rows]) => [
    about && h("p", { class: "rm-about" }, about),
    h("ul", { class: "rm-rows" }, [...rows].map(([words, of]) => row(words, of, told, rounds))),
  ]);
  return [parts, lines(few)];
}

function row(
  /** @type {string} */ words,
  /** @type {(SplitRow | undefined)[]} */ of,
  /** @type {number[]} */ told,
  /** @type {RoundFound[]} */ rounds,
) {
  const right = of.some((each) => each?.right);
  return h(
    "li",
    { class: [right && "rm-right"] },
    h("span", { class: "rm-words" }, words, right && h("span", { class: "rm-verdict" }, "✓ right")),
    told.map((at) => {
      const { count = 0, per_cent: share = 0 } = of[at] ?? {};
      const last = at === told.at(-1);
      return bar(share, `${count} (${share} %)`, last ? "" : "rm-before", told.length > 1 ? ROUND_WORDS[rounds[at].round] : "");
    }),
  );
}
