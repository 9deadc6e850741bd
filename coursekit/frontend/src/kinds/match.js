// Match: one of the right-hand choices for each left-hand line; a choice may serve twice, or not at all.
import { assign } from "./parts/assign.js";

export default function match(/** @type {View} */ view, /** @type {Room} */ { changed }) {
  const pairs = assign(view.left ?? [], view.right ?? [], changed);
  const read = () => pairs.read();
  return {
    node: pairs.node,
    hint: "Choose one for each line. A choice may fit twice, or not at all.",
    read: () => (Object.keys(read()).length ? { pairs: read() } : {}),
    write: (/** @type {Answer} */ answer) => pairs.write(answer.pairs),
    slot: pairs.slot,
    words: pairs.words,
  };
}
