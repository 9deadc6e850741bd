// Fields of the console's forms, each with its label.
import { h, uid } from "../dom.js";

/** @typedef {{ name: string, help?: string, value?: string, rows?: number, numeric?: boolean, narrow?: boolean }} Text */

/** A line, or with `rows` an area, to type into. */
export function textField(/** @type {string} */ label, /** @type {Text} */ { name, help = "", value = "", rows = 0, numeric, narrow }) {
  const [id, told] = [uid("rc"), uid("rc")];
  const common = { id, name, class: "ck-field", value, autocomplete: "off", "aria-describedby": help ? told : null };
  const field = rows ? h("textarea", { ...common, rows }) : h("input", { ...common, type: "text", inputmode: numeric ? "decimal" : null });
  const words = help && h("span", { class: "ck-soft", id: told }, help);
  return { node: h("div", { class: ["rc-field", narrow && "rc-narrow"] }, h("label", { htmlFor: id }, label), field, words), field };
}

/** @param {[string, string][]} choices  value and words */
export function selectField(/** @type {string} */ label, /** @type {string} */ name, choices, value = choices[0]?.[0] ?? "", narrow = true) {
  const id = uid("rc");
  const field = h("select", { id, name, class: "ck-field", value }, optionNodes(choices));
  return { node: h("div", { class: ["rc-field", narrow && "rc-narrow"] }, h("label", { htmlFor: id }, label), field), field };
}

export function optionNodes(/** @type {[string, string][]} */ choices) {
  return choices.map(([value, words]) => h("option", { value }, words));
}

export function checkField(/** @type {string} */ label, /** @type {string} */ name) {
  const field = h("input", { type: "checkbox", name });
  return { node: h("label", { class: "rc-check" }, field, " ", label), field };
}

/** What stands in the fields of a form, by their names. */
export function typedIn(/** @type {HTMLElement} */ form) {
  /** @type {Record<string, string | boolean>} */
  const found = {};
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name]"))) {
    found[field.name] = field.type === "checkbox" ? field.checked : field.value;
  }
  return found;
}

export const CLOCKS = /** @type {[string, string][]} */ ([
  ["0", "no clock"],
  ["30", "30 seconds"],
  ["60", "1 minute"],
  ["90", "1½ minutes"],
  ["120", "2 minutes"],
  ["180", "3 minutes"],
  ["300", "5 minutes"],
  ["600", "10 minutes"],
]);
