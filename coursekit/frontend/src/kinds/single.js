// Single choice: native radios. Its one note stands below the list, as an answer to what was said.
import { choices } from "./parts/choices.js";

export default function single(/** @type {View} */ view, /** @type {Room} */ { changed }) {
  const list = choices("radio", view.options ?? [], changed);
  return {
    node: list.node,
    hint: "",
    read: () => (list.chosen().length ? { choice: list.chosen()[0] } : {}),
    write: (/** @type {Answer} */ answer) => list.choose([answer.choice]),
    slot: () => null,
    words: list.words,
  };
}
