// A toy kind for a test: is it so, or not?
import { h } from "../dom.js";

export default function verdict(_view, { changed }) {
  const so = h("input", { type: "checkbox", on: { change: () => changed({}) } });
  return {
    node: h("label", null, so, " It is so"),
    hint: "Say whether it is so.",
    read: () => (so.checked ? { verdict: true } : {}),
    write: (answer) => {
      so.checked = answer.verdict === true;
    },
    slot: () => null,
  };
}
