// One cell of a table: a select, ticks, a line or some lines, always with a name of its own.
import { h, uid } from "../../dom.js";
import { onKey } from "../../keys.js";
import { plain } from "../../text.js";
import { settled } from "./paste.js";

const LINE = 300; // signs that a cell holds
const LINES = 2000;
/** @type {Record<string, string>} */
const MODES = { number: "decimal" };

/** {control, label, read(), write(text), focus(), say(words), fits(text)}. Values are text, as the kernel keeps them. */
export function makeCell(/** @type {Column} */ column, /** @type {CellRoom} */ { label, changed, move, pasted }) {
  const state = uid("state");
  const spoken = h("span", { id: state, class: "ck-sr" });
  const make = column.type === "choice" ? choice : column.type === "choices" ? choices : column.type === "text" ? lines : line;
  const made = make(column, { label, state, changed });
  for (const field of made.fields) {
    onKey(field, (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const typed = field.tagName === "INPUT" && field.type === "text";
      if (event.key === "Enter" && field.tagName !== "TEXTAREA") {
        move(event.shiftKey ? -1 : 1, true);
        return true;
      }
      if (typed && (event.key === "ArrowDown" || event.key === "ArrowUp")) return move(event.key === "ArrowDown" ? 1 : -1, false);
      return false;
    });
    field.addEventListener("paste", (/** @type {any} */ event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      // A line takes one value by itself; a list takes none by itself; lines hold whatever is pasted.
      const spread = field.tagName === "INPUT" && field.type === "text" ? /[\t\r\n]/.test(text.trim()) : field.tagName !== "TEXTAREA";
      if (!spread || !text.trim()) return;
      event.preventDefault();
      pasted(text);
    });
  }
  return {
    label,
    control: h("div", { class: "ck-cell-control" }, made.node, spoken),
    read: made.read,
    write: made.write,
    fits: made.fits,
    focus: () => made.fields[0]?.focus(),
    say: (/** @type {string} */ words) => {
      spoken.textContent = words;
    },
  };
}

/** The id of the choice that some words name, "" for none. */
export function named(/** @type {Column} */ column, /** @type {string} */ words) {
  const wanted = settled(words).toLowerCase();
  return column.choices.find((choice) => [choice.id, plain(choice.text)].some((each) => settled(each).toLowerCase() === wanted))?.id ?? "";
}

const HEADED = /^[^\s:]{1,9}:/; // "A: says that it is so" is known by its beginning
const ARROW = 26; // px of a list that its arrow and edges take
/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** How many px some words take in a field. */
function wide(/** @type {string} */ words, /** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ field) {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = getComputedStyle(field).font;
  return pen.measureText(words).width;
}

function choice(/** @type {Column} */ column, /** @type {CellShape} */ { label, state, changed }) {
  // Where a list is too narrow for what was chosen, the words stand below it.
  const whole = h("span", { class: "ck-chosen", "aria-hidden": "true", dir: "auto" });
  const show = () => {
    const words = field.value ? (field.selectedOptions[0]?.textContent ?? "") : "";
    const hidden = words && !HEADED.test(words) && field.clientWidth > 0 && wide(words, field) > field.clientWidth - ARROW;
    whole.textContent = hidden ? words : "";
  };
  const change = () => {
    show();
    changed({});
  };
  const field = h(
    "select",
    { class: "ck-field", "aria-label": label, "aria-describedby": state, on: { change } },
    h("option", { value: "" }, "–"),
    column.choices.map((each) => h("option", { value: each.id }, plain(each.text))),
  );
  new ResizeObserver(show).observe(field);
  return {
    node: h("div", null, field, whole),
    fields: [field],
    read: () => field.value,
    write: (/** @type {string} */ text) => {
      field.value = named(column, text);
      show();
    },
    fits: (/** @type {string} */ text) => named(column, text),
  };
}

function choices(/** @type {Column} */ column, /** @type {CellShape} */ { label, state, changed }) {
  const ticks = column.choices.map((each) => h("input", { type: "checkbox", value: each.id, on: { change: () => changed({}) } }));
  const ids = (/** @type {string} */ text) =>
    text
      .split(/[,;]/)
      .filter((each) => each.trim())
      .map((each) => named(column, each));
  return {
    node: h(
      "fieldset",
      { class: "ck-ticks", "aria-label": label, "aria-describedby": state },
      ticks.map((tick, index) => h("label", null, tick, " ", plain(column.choices[index].text))),
    ),
    fields: ticks,
    read: () => ticks.filter((tick) => tick.checked).map((tick) => tick.value).join(","),
    write(/** @type {string} */ text) {
      const on = new Set(ids(text));
      for (const tick of ticks) tick.checked = on.has(tick.value);
    },
    fits: (/** @type {string} */ text) => (ids(text).includes("") ? "" : ids(text).join(",")),
  };
}

function line(/** @type {Column} */ column, /** @type {CellShape} */ { label, state, changed }) {
  const field = h("input", {
    type: "text",
    class: "ck-field",
    inputmode: MODES[column.type] ?? "text",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: LINE,
    "aria-label": label,
    "aria-describedby": state,
    on: { input: () => changed({ typing: true }) },
  });
  return typed(field, LINE);
}

function lines(/** @type {Column} */ _column, /** @type {CellShape} */ { label, state, changed }) {
  const field = h("textarea", {
    class: "ck-field",
    rows: "2",
    maxlength: LINES,
    "aria-label": label,
    "aria-describedby": state,
    on: { input: () => changed({ typing: true }) },
  });
  return typed(field, LINES);
}

function typed(/** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ field, /** @type {number} */ most) {
  return {
    node: field,
    fields: [field],
    read: () => field.value,
    fits: (/** @type {string} */ text) => (text.length <= most ? text : ""),
    write: (/** @type {string} */ text) => {
      // The caret would jump to the end of a field that is being typed in.
      if (field.value !== text) field.value = text;
    },
  };
}
