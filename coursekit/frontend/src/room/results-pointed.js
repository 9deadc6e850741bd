// What was pointed at: the heat on the text, the passages by votes, and where the class divides.
import { h } from "../dom.js";
import { many } from "../text.js";
import { heatDrawn } from "./results-heat.js";
import { bar, lines, ROUND_WORDS } from "./results-parts.js";

const DIVIDED = 0.75; // from here on: between a quarter and three quarters of the class point at it
const MOST_DIVIDED = 3;
const MOST_LISTED = 8;
const AROUND = 40; // characters
// Signs that belong to the words around a passage.
const BEGINS = /^[\p{Pi}\p{Ps}"']+/u;
const ENDS = /[\p{Pf}\p{Pe}"',.;:]+$/u;

export function pointedDrawn(
  /** @type {RoundFound[]} */ rounds,
  /** @type {Asked} */ asked,
  /** @type {RoomExpert | null} */ expert,
  short = false,
) {
  const last = /** @type {RoundFound} */ (rounds.at(-1));
  const first = rounds.length > 1 ? rounds[0] : null;
  return [
    last.pointed && one(last.pointed, asked, expert, short),
    first?.pointed &&
      h("details", { class: "rm-earlier" }, h("summary", null, `How it was in ${ROUND_WORDS[first.round]}`), one(first.pointed, asked, null, short)),
  ];
}

function one(/** @type {PointedFound} */ pointed, /** @type {Asked} */ asked, /** @type {RoomExpert | null} */ expert, /** @type {boolean} */ short) {
  const { people, few, nowhere, passages, divided, said } = pointed;
  if (few || people === 0) return [lines(said), expert && expertDrawn(expert)];
  const split = divided.map((at) => passages[at]).filter(({ division }) => division >= DIVIDED);
  const rest = passages.slice(MOST_LISTED);
  return [
    heatDrawn(pointed, asked.paragraphs ?? [], expert, short),
    h("div", { class: "rm-lists" }, [
      split.length > 0 && [
        h("p", { class: "rm-about" }, "Where the class divides"),
        h("ol", { class: "rm-rows" }, split.slice(0, MOST_DIVIDED).map((each) => passageRow(each, people))),
      ],
      h("p", { class: "rm-about" }, `The passages, by votes (${many(people, "person", "people")})`),
      h("ol", { class: "rm-rows" }, passages.slice(0, MOST_LISTED).map((each) => passageRow(each, people))),
      rest.length > 0 &&
        h(
          "details",
          null,
          h("summary", null, `${many(rest.length, "passage")} more`),
          h("ol", { class: "rm-rows" }, rest.map((each) => passageRow(each, people))),
        ),
      nowhere > 0 && h("p", null, `“Nowhere”: ${nowhere} of ${people}`),
      expert && expertDrawn(expert),
    ]),
  ];
}

/**
 * The words of a passage that most point at, with some of those around them. Pure.
 *
 * @param {Pick<PointedPassage, "text" | "core">} passage
 */
export function around({ text, core }, most = AROUND) {
  const at = Math.max(0, text.indexOf(core));
  const before = text.slice(0, at).replace(BEGINS, "");
  const after = text.slice(at + core.length).replace(ENDS, "");
  const cut = (/** @type {string} */ words, /** @type {RegExp} */ part) => words.replace(part, "");
  return {
    before: before.length > most ? `… ${cut(before.slice(-most), /^\S*\s*/)}` : before,
    core,
    after: after.length > most ? `${cut(after.slice(0, most), /\s*\S*$/)} …` : after,
  };
}

function passageRow(/** @type {PointedPassage} */ passage, /** @type {number} */ people) {
  const { at, count, per_cent: share } = passage;
  const { before, core, after } = around(passage);
  return h(
    "li",
    null,
    h("span", { class: "rm-words" }, h("span", { class: "rm-at" }, at), " “", before, before || after ? h("strong", null, core) : core, after, "”"),
    bar(share, `${count} of ${people} (${share} %)`),
  );
}

function expertDrawn(/** @type {RoomExpert} */ { passages }) {
  return [
    h("p", { class: "rm-about" }, "An expert points at"),
    h(
      "ul",
      { class: "rm-list" },
      passages.map(({ at, quote, reason, count }) =>
        h(
          "li",
          { class: "rm-right" },
          h("span", { class: "rm-at" }, at),
          quote ? ` “${quote}”` : " the whole of it",
          count === null ? null : h("strong", null, ` ${count} of the class too`),
          reason && h("p", null, reason),
        ),
      ),
    ),
  ];
}
