// The questions of a form: a choice, a text, a sentence pointed at. Each says its answer as soon as there is one.
import { h, say, uid } from "../dom.js";
import { countWords, many, rich } from "../text.js";
import { wordsAt } from "./papers.js";

/** @typedef {import("../protocol.js").PracticeItem} Item */
/** @typedef {{ papers: ReturnType<typeof import("./papers.js").createPapers>, keep(answer: Answer, hold?: "put" | "drop"): void }} Room */
/** @typedef {{ node: HTMLElement, first: HTMLElement, read(): Answer, write(answer: Answer): void, flush?(): void }} Part */

const PAUSE = 600; // ms of rest after which typing is saved

/** @returns {Part} */
function weighted(/** @type {Item} */ item, /** @type {Room} */ room) {
  const name = uid("option");
  /** @type {HTMLInputElement[]} */
  const inputs = item.options.map((_, number) => h("input", { type: "radio", name, value: String(number), on: { change: () => room.keep(read()) } }));
  /** @returns {Answer} */
  const read = () => {
    const option = inputs.findIndex((input) => input.checked);
    return option < 0 ? {} : { option };
  };
  return {
    node: h("div", null, item.options.map((option, number) => h("label", { class: "ck-option" }, inputs[number], h("span", { dir: "auto" }, rich(option.text))))),
    first: inputs[0],
    read,
    write(answer) {
      for (const [number, input] of inputs.entries()) input.checked = number === answer.option;
    },
  };
}

/** @returns {Part} */
function written(/** @type {Item} */ _item, /** @type {Room} */ room, /** @type {string} */ labelId) {
  const countId = uid("count");
  const count = h("p", { class: "ck-soft", id: countId });
  let timer = 0;
  const area = h("textarea", { class: "ck-field ck-area", rows: "5", maxlength: "20000", dir: "auto", "aria-labelledby": labelId, "aria-describedby": countId, on: { input } });
  const read = () => (area.value.trim() ? { text: area.value } : {});
  const tally = () => say(count, `${many(countWords(area.value), "word")} · no machine reads this; afterwards you rate it yourself`);
  function input() {
    tally();
    room.keep(read(), "put");
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  }
  function flush() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    room.keep(read());
  }
  tally();
  return {
    node: h("div", null, area, count),
    first: area,
    read,
    write(answer) {
      area.value = String(answer.text ?? "");
      tally();
    },
    flush,
  };
}

/** @returns {Part} */
function point(/** @type {Item} */ _item, /** @type {Room} */ room) {
  /** @type {any} */
  let spot = {};
  const shown = h("p", { class: "ck-practice-pointed" });
  const begin = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => room.papers.point(take, () => begin.focus()) } });
  const clear = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => take({}) } }, "Take it away");
  function take(/** @type {any} */ next) {
    write(next);
    room.keep(spot);
    if (!next.paper) begin.focus();
  }
  function write(/** @type {any} */ next) {
    spot = next;
    const there = spot.paper ? wordsAt(room.papers.papers, spot) : null;
    say(shown, there ? `${there.where}: “${there.words}”` : "");
    shown.hidden = clear.hidden = !there;
    say(begin, there ? "Point at another sentence" : "Point at a sentence");
  }
  write({});
  return { node: h("div", null, shown, h("p", { class: "ck-line" }, begin, clear)), first: begin, read: () => spot, write };
}

const KINDS = { weighted, written, point };

/** {node, blank(), write(answer), focus(), flush()} */
export function createItem(/** @type {Item} */ item, /** @type {number} */ number, /** @type {Room} */ room) {
  const labelId = uid("prompt");
  const part = KINDS[/** @type {keyof typeof KINDS} */ (item.kind)](item, room, labelId);
  return {
    node: h("fieldset", { class: "ck-practice-item", data: { item: item.id } }, h("legend", { id: labelId }, h("b", null, `${number}. `), rich(item.prompt)), part.node),
    blank: () => Object.keys(part.read()).length === 0,
    write: part.write,
    focus: () => part.first.focus(),
    flush: () => part.flush?.(),
  };
}
