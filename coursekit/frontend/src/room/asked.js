// What is asked, as it is read from a distance: the question, what can be chosen, the text that is pointed into.
import { h } from "../dom.js";
import { many, rich } from "../text.js";

const PLACES = ["", "one place", "up to two places", "up to three places"];

/** The options of what is asked, where it has any. */
export function optionsOf(/** @type {Asked} */ asked) {
  return asked.options ?? asked.card?.options ?? [];
}

/** What one has to do, in a line. */
export function taskOf(/** @type {Asked} */ asked) {
  if (asked.kind === "point") {
    const nowhere = asked.nowhere ? ", or say that they stand nowhere here" : "";
    return `On your phone: point at the words, ${PLACES[asked.places ?? 1]}${nowhere}.`;
  }
  if (asked.kind === "number") return [asked.hint, asked.unit && `in ${asked.unit}`].filter(Boolean).join(", ");
  return "";
}

export function askedDrawn(/** @type {Asked} */ asked) {
  const card = asked.card ?? /** @type {Partial<View>} */ ({});
  const lists = [card.cards, card.items, card.left, card.rows].filter((each) => Array.isArray(each) && each.length > 0);
  const into = [card.classes, card.right].find((each) => Array.isArray(each) && each.length > 0);
  const task = taskOf(asked);
  const words = (/** @type {any} */ each) => rich(each.text ?? each.name ?? "");
  return [
    optionsOf(asked).length > 0 &&
      h("ol", { class: "rm-options" }, optionsOf(asked).map((/** @type {Choice} */ each) => h("li", null, words(each)))),
    lists.map((list) => h("ul", { class: "rm-options" }, list.map((/** @type {any} */ each) => h("li", null, words(each))))),
    into && h("p", { class: "rm-into" }, "To each belongs one of: ", h("strong", null, into.map((/** @type {any} */ each) => each.text ?? each.name).join(" · "))),
    task && h("p", { class: "rm-task" }, task),
    asked.rider && h("p", { class: "rm-task" }, rich(asked.rider)),
    asked.paragraphs && asked.paragraphs.length > 0 && textDrawn(asked.paragraphs, asked.source ?? card.siglum ?? ""),
  ];
}

function textDrawn(/** @type {RoomParagraph[]} */ paragraphs, /** @type {string} */ source) {
  return h(
    "div",
    { class: "rm-text", role: "group", "aria-label": `The text: ${source}, ${many(paragraphs.length, "paragraph")}` },
    paragraphs.map(({ id, text }) => h("div", { class: "rm-prow" }, h("span", { class: "rm-id" }, `${source} ${id}`.trim()), h("p", { dir: "auto" }, text))),
  );
}
