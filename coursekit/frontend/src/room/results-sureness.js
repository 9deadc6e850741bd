// How sure people were, against what came of it.
import { h } from "../dom.js";
import { many } from "../text.js";
import { bar, lines } from "./results-parts.js";

export function surenessDrawn(/** @type {Sureness} */ { few, bands, sure_and_wrong: wrong, said }) {
  if (few) return lines(said);
  return [
    wrong !== null && h("p", { class: "rm-told" }, h("strong", null, `Sure and wrong: ${wrong}`), wrong > 0 && " – what made them so sure?"),
    h(
      "ul",
      { class: "rm-rows" },
      bands.map(({ least, most, people, right }) =>
        h(
          "li",
          null,
          h("span", { class: "rm-words" }, `${least} to ${most} % sure: ${many(people, "person", "people")}`),
          bar((100 * right) / people, `${right} right, ${people - right} wrong`),
        ),
      ),
    ),
  ];
}
