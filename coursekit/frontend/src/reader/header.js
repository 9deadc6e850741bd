// The bar above the text: whose it is, which text of it, and where to look for a phrase.
import { h } from "../dom.js";

export function createHeader(/** @type {ReaderSetup} */ { source }, /** @type {Child} */ tools) {
  return h(
    "div",
    { class: "ck-bar" },
    h("span", { class: "ck-sig" }, source.siglum),
    h("span", { class: "ck-title" }, source.title),
    h("span", { class: "ck-space" }),
    tools,
  );
}

/** Guide, full text or both: native radio buttons, shown only where there is a choice. */
export function createViews(/** @type {Edition[]} */ editions, /** @type {string} */ view, /** @type {(value: string) => void} */ choose) {
  if (editions.length < 2) return null;
  const name = `ck-view-${Math.random().toString(36).slice(2)}`;
  const views = [...editions.map((edition) => [edition.name, edition.label ?? edition.name]), ["both", "Both"]];
  return h(
    "fieldset",
    { class: "ck-seg" },
    h("legend", { class: "ck-unseen" }, "Which text to show"),
    views.map(([value, label]) =>
      h(
        "label",
        null,
        h("input", { type: "radio", name, value, checked: value === view, on: { change: () => choose(value) } }),
        h("span", null, label),
      ),
    ),
  );
}
