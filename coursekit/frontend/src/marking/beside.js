// What a marker looks at while reading: the whole rubric, and sample answers with what a reader said of them.
import { h } from "../dom.js";
import { sampleList } from "../kinds/parts/samples.js";
import { rich } from "../text.js";

const folded = (/** @type {string} */ words, /** @type {Child} */ node) => h("details", null, h("summary", null, h("h3", null, words)), node);

/** The two, each to be folded away. */
export function beside(/** @type {ReadQuestion} */ question) {
  const samples = sampleList();
  const notes = (question.samples ?? []).flatMap(({ level, text, comment }) => [
    { part: `sample:${level}`, text },
    { part: `comment:${level}`, text: comment },
  ]);
  const any = samples.fill(notes);
  const rubric = (question.rows ?? []).map((row) =>
    h(
      "section",
      null,
      h("h4", null, rich(row.name)),
      h("ol", { class: "ck-scale" }, (row.levels ?? []).map((words, level) => h("li", null, h("b", null, `${level}`), " ", rich(words)))),
    ),
  );
  return h("div", { class: "ck-beside" }, folded("The rubric", h("div", { class: "ck-rubric" }, rubric)), any ? folded("Sample answers", samples.node) : null);
}
