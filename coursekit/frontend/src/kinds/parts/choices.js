// Options to tick: what single and multiple choice share.
import { h, uid } from "../../dom.js";
import { rich } from "../../text.js";

/** A list of native radios or checkboxes, one bordered label an option. */
export function choices(/** @type {string} */ type, /** @type {Choice[]} */ options, /** @type {(how: How) => void} */ changed) {
  const name = uid("option");
  const inputs = new Map();
  const slots = new Map();
  const node = h(
    "div",
    { class: "ck-options" },
    options.map((option) => {
      const input = h("input", { type, name, value: option.id, on: { change: () => changed({}) } });
      const slot = h("div", { class: "ck-slot" });
      inputs.set(option.id, input);
      slots.set(option.id, slot);
      return h("div", null, h("label", { class: "ck-option" }, input, h("span", { dir: "auto" }, rich(option.text))), slot);
    }),
  );
  return {
    node,
    chosen: () => [...inputs].filter(([, input]) => input.checked).map(([id]) => id),
    choose(/** @type {string[]} */ ids) {
      for (const [id, input] of inputs) input.checked = ids.includes(id);
    },
    slot: (/** @type {string} */ part) => slots.get(part) ?? null,
    words: (/** @type {string} */ part) => options.find((option) => option.id === part)?.text,
  };
}
