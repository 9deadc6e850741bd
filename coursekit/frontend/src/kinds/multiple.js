// Multiple choice: native checkboxes, a note under each option it speaks of.
import { choices } from "./parts/choices.js";

export default function multiple(/** @type {View} */ view, /** @type {Room} */ { changed }) {
  const list = choices("checkbox", view.options ?? [], changed);
  return {
    node: list.node,
    hint: "Choose all that fit. A right choice counts for you, a wrong one against.",
    read: () => (list.chosen().length ? { choices: list.chosen() } : {}),
    write: (/** @type {Answer} */ answer) => list.choose(answer.choices ?? []),
    slot: list.slot,
    words: list.words,
  };
}
