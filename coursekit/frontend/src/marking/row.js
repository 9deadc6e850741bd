// One row of the rubric under an answer: native radios from 0 up, and below them the words of the level chosen.
import { fill, h, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { plain, rich } from "../text.js";

/** {id, node, get() -> level or -1, set(level), focus()}; `changed()` is called when the reader sets a level. */
export function createRow(/** @type {import("../protocol.js").Row} */ row, /** @type {() => void} */ changed) {
  const name = uid("level");
  const levels = row.levels ?? [];
  const chosen = h("p", { class: "ck-chosen" });
  const inputs = levels.map((_, level) => h("input", { type: "radio", name, value: String(level), on: { change: picked } }));
  const node = h(
    "fieldset",
    { class: "ck-level-row" },
    h("legend", null, rich(row.name)),
    h(
      "div",
      { class: "ck-levels" },
      levels.map((words, level) =>
        h(
          "label",
          { class: "ck-level", title: plain(words) },
          inputs[level],
          h("span", null, `${level}`),
          h("span", { class: "ck-unseen" }, " ", rich(words)),
        ),
      ),
    ),
    chosen,
  );
  const get = () => inputs.findIndex((input) => input.checked);
  function tell() {
    fill(chosen, get() < 0 ? "no level yet" : rich(levels[get()]));
    chosen.dataset.set = String(get() >= 0);
  }
  function set(/** @type {number} */ level) {
    inputs.forEach((input, index) => {
      input.checked = index === level;
    });
    tell();
  }
  function picked() {
    tell();
    changed();
  }
  onKey(node, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const level = /^\d$/.test(event.key) ? Number(event.key) : -1;
    if (level >= 0 && level < inputs.length) {
      inputs[level].focus();
      if (get() !== level) {
        set(level);
        changed();
      }
      return true;
    }
    if (event.key !== "Backspace" && event.key !== "Delete") return false;
    if (get() >= 0) {
      set(-1);
      changed();
    }
    return true;
  });
  tell();
  return { id: row.id, node, get, set, focus: () => (inputs[get()] ?? inputs[0])?.focus() };
}
