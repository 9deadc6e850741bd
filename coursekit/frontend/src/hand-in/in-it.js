// What a hand-in made now would hold, in words: what is not finished first, for it can still be done.
import { h } from "../dom.js";
import { many, rich } from "../text.js";

/** @returns {HTMLElement[]} */
export function inIt(/** @type {HandInNow} */ { unit, parts, summary }, unfolded = false) {
  const open = parts.filter((part) => !part.done);
  const done = parts.length - open.length;
  const rows = (/** @type {HandInNow["parts"]} */ list) =>
    list.map((part) => h("li", { dir: "auto" }, rich(part.name), h("span", { class: "ck-soft" }, ` · ${part.stands}`)));
  return [
    h("p", null, h("b", null, `In the file: ${done} of ${many(parts.length, "part")} answered. `), summary),
    ...(open.length ? [h("p", null, "Not finished; you may hand in all the same:"), h("ul", null, rows(open))] : []),
    h(
      "details",
      { class: "ck-fold", open: unfolded },
      h("summary", null, "What is in the file"),
      h("ul", null, rows(parts)),
      h("p", null, `Your name or pseudonym, ${unit === "lesson" ? "your answers in this lesson and your marks in its texts" : "your answers to this exercise"}, when you checked them and what you reached, which hints you took, whether you opened the solution, and which texts you had. Nothing else from your work.`),
    ),
  ];
}
