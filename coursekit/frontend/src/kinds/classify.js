// Classify: a class for each card.
import { assign } from "./parts/assign.js";

export default function classify(/** @type {View} */ view, /** @type {Room} */ { changed }) {
  const cards = assign(view.cards ?? [], view.classes ?? [], changed);
  const read = () => cards.read();
  return {
    node: cards.node,
    hint: "Choose a class for each.",
    read: () => (Object.keys(read()).length ? { classes: read() } : {}),
    write: (/** @type {Answer} */ answer) => cards.write(answer.classes),
    slot: cards.slot,
    words: cards.words,
  };
}
