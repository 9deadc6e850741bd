// Who changed between the rounds, from what to what; and whether it was for the better.
import { h } from "../dom.js";
import { bar, lines } from "./results-parts.js";

export function shiftDrawn(/** @type {Shift} */ { people, few, stayed = 0, rows, courses, said }) {
  if (few) return lines(said);
  const found = Object.entries(courses);
  return [
    h("p", { class: "rm-told" }, h("strong", null, `${people - stayed} of ${people} changed their answer.`)),
    found.length > 0 &&
      h(
        "ul",
        { class: "rm-rows" },
        found.map(([words, count]) => {
          const share = Math.round((100 * count) / people);
          return h("li", null, h("span", { class: "rm-words" }, words), bar(share, `${count} (${share} %)`));
        }),
      ),
    h("ul", { class: "rm-list" }, rows.map(rowDrawn)),
  ];
}

const OTHERS = "other answers"; // as the room calls those that too few gave to be told apart

function rowDrawn(/** @type {Shift["rows"][number]} */ { from, people, to }) {
  const ways = Object.entries(to).map(([words, count]) =>
    h("li", { class: [words !== from && "rm-went"] }, h("strong", null, String(count)), words === from ? " stayed" : ` → ${words}`),
  );
  return h("li", null, h("p", null, from === OTHERS ? `Of the ${people} who first gave ${OTHERS}:` : `Of the ${people} who first said “${from}”:`), h("ul", { class: "rm-ways" }, ways));
}
