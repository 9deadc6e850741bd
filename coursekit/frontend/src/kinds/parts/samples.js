// Sample answers to a text question, at three levels, each with what a reader of it would say.
import { fill, h } from "../../dom.js";
import { rich } from "../../text.js";

const LEVELS = [
  ["high", "A strong answer"],
  ["middle", "A middling answer"],
  ["low", "A weak answer"],
];

/** {node, fill(notes) -> whether there was a sample, clear()}; notes are `sample:high`, `comment:high`… */
export function sampleList() {
  const node = h("div", { class: "ck-samples" });
  /** @type {unknown} */
  let shown = null; // the notes on view: drawing them again would drop what a reader selected
  return {
    node,
    fill(/** @type {{ part: string, text: string }[]} */ notes) {
      if (notes === shown) return node.childElementCount > 0;
      shown = notes;
      const words = (/** @type {string} */ part) => notes.filter((note) => note.part === part).map((note) => note.text);
      const known = LEVELS.filter(([level]) => words(`sample:${level}`).length);
      fill(
        node,
        known.map(([level, name]) =>
          h(
            "section",
            { class: "ck-sample" },
            h("h4", null, name),
            words(`sample:${level}`).map((text) => h("blockquote", { dir: "auto" }, rich(text))),
            words(`comment:${level}`).map((text) => h("p", { class: "ck-sample-comment" }, rich(text))),
          ),
        ),
      );
      return known.length > 0;
    },
    clear() {
      shown = null;
      fill(node);
    },
  };
}
