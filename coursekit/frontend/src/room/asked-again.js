// What was asked, while people talk about it or wait: the options, or the text with the words that one pointed at.
import { h } from "../dom.js";
import { rich } from "../text.js";
import { createText } from "../spans/codepoints.js";
import { optionsOf } from "./asked.js";
import { segments } from "./results-heat.js";

/** The places that one's own latest vote points at, in one paragraph: start, end, once. */
function places(/** @type {PhoneVote} */ { own }, /** @type {string} */ paragraph) {
  const answer = (own[2] ?? own[1])?.answer;
  /** @type {Span[]} */
  const spans = answer?.spans ?? answer?.ground?.spans ?? [];
  return spans
    .filter((span) => span.paragraph === paragraph)
    .sort((one, two) => one.start - two.start)
    .map(({ start, end }) => /** @type {[number, number, number]} */ ([start, end, 1]));
}

function textOf(/** @type {PhoneVote} */ vote, /** @type {RoomParagraph} */ { id, text }) {
  const pieces = segments(createText(text), places(vote, id));
  return h(
    "div",
    { class: "ck-prow" },
    h("span", { class: "ck-id" }, id),
    h("p", { class: "ck-words", dir: "auto" }, pieces.map((piece) => (piece.count ? h("mark", null, piece.text) : piece.text))),
  );
}

/** Folded away where it is long; null where the question says it all. */
export function askedAgain(/** @type {PhoneVote} */ vote) {
  const options = optionsOf(vote.asked);
  const paragraphs = vote.asked.paragraphs ?? [];
  return [
    options.length > 0 && h("ul", { class: "rp-options" }, options.map((/** @type {Choice} */ each) => h("li", { dir: "auto" }, rich(each.text)))),
    paragraphs.length > 0 &&
      h("details", { class: "rp-text" }, h("summary", null, "The text, with the words you pointed at"), paragraphs.map((each) => textOf(vote, each))),
  ];
}
