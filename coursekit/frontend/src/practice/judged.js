// A form that was handed over: each answer, what it is worth and why; a written one is rated by whoever wrote it.
import { h, uid } from "../dom.js";
import { rich } from "../text.js";
import { createPapers, wordsAt } from "./papers.js";

/** @typedef {import("../protocol.js").PracticeForm} Form */
/** @typedef {import("../protocol.js").PracticeItem} Item */

const BLANK = "You left this blank.";
const worth = (/** @type {Item} */ item) => (item.points === null ? "left blank" : `${item.points} of ${item.of} points`);

function options(/** @type {Item} */ item, /** @type {any} */ answer) {
  return h(
    "ul",
    { class: "ck-practice-options" },
    item.options.map((option, number) =>
      h(
        "li",
        { data: { mine: String(number === answer.option) } },
        h("p", null, number === answer.option ? h("b", null, "Your answer: ") : null, rich(option.text), h("span", { class: "ck-soft" }, ` · worth ${option.weight}`)),
        h("p", { class: "ck-practice-why" }, rich(option.feedback)),
      ),
    ),
  );
}

function pointed(/** @type {Form} */ form, /** @type {Item} */ item, /** @type {any} */ answer) {
  const there = answer.paper ? wordsAt(form.papers, answer) : null;
  return [
    h("p", null, there ? [h("b", null, "You pointed at: "), `${there.where}: “${there.words}”`] : BLANK),
    h("p", null, h("b", null, "What counts: "), item.accepted.map((quote) => `“${quote}”`).join(" or ")),
    item.feedback.map((words) => h("p", { class: "ck-practice-why" }, rich(words))),
  ];
}

function written(/** @type {Form} */ form, /** @type {Item} */ item, /** @type {any} */ answer, /** @type {import("./page.js").Send} */ send) {
  const name = uid("level");
  const rate = (/** @type {number} */ level) => send("rate", { form: form.form, item: item.id, level }, { group: `rate:${item.id}` });
  const own = answer.text ? h("blockquote", { dir: "auto" }, answer.text.split("\n").map((/** @type {string} */ line) => h("p", null, line))) : h("p", null, BLANK);
  const rows = item.rubric.map((words, level) =>
    h("label", { class: "ck-option" }, h("input", { type: "radio", name, checked: level === item.level, on: { change: () => rate(level) } }), h("span", null, h("b", null, `${level} `), rich(words))),
  );
  return [
    item.feedback.map((words) => h("p", { class: "ck-practice-why" }, rich(words))),
    h(
      "div",
      { class: "ck-practice-beside" },
      h("div", null, h("p", null, h("b", null, "Your answer")), own, answer.text ? h("fieldset", null, h("legend", null, "Which level is it?"), rows) : null),
      h(
        "div",
        null,
        h("p", null, h("b", null, "Others, at three levels")),
        item.samples.map((sample) => h("div", { class: "ck-practice-sample" }, h("p", null, h("b", null, `Level ${sample.level}`)), h("blockquote", { dir: "auto" }, rich(sample.text)), sample.comment ? h("p", { class: "ck-soft" }, rich(sample.comment)) : null)),
      ),
    ),
  ];
}

/** A form that is over, folded or not. */
export function judgedForm(/** @type {Form} */ form, /** @type {import("./page.js").Send} */ send, { unfolded = false } = {}) {
  const items = form.items.map((item, index) => {
    const answer = form.answers[item.id] ?? {};
    const inside = item.kind === "weighted" ? options(item, answer) : item.kind === "point" ? pointed(form, item, answer) : written(form, item, answer, send);
    const said = item.kind === "written" ? "you rate it" : worth(item);
    return h("section", { class: "ck-practice-item", data: { item: item.id } }, h("h4", null, `${index + 1}. `, rich(item.prompt)), h("p", { class: "ck-soft" }, said), inside);
  });
  const papers = h("details", { class: "ck-practice-form" }, h("summary", null, "The papers once more"), createPapers(form, () => {}).node); // what is opened now is no news
  return h("details", { class: "ck-practice-form", open: unfolded }, h("summary", null, `${form.title}: your answers, question by question`), papers, items);
}
