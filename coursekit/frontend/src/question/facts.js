// Facts from outside the documents, each with how sure it is: shown with the question that needs them.
import { h } from "../dom.js";
import { rich } from "../text.js";
import { known } from "./words.js";

export function facts(/** @type {any[] | undefined} */ card) {
  if (!card?.length) return null;
  return h(
    "div",
    { class: "ck-facts", role: "group", "aria-label": "From outside the documents" },
    h("p", { class: "ck-facts-head" }, "From outside the documents"),
    h(
      "ul",
      null,
      card.map((fact) =>
        h(
          "li",
          { data: { fact: fact.id } },
          // By its id it is cited in prose: “fact F4”.
          h("span", { class: "ck-sig" }, [fact.id, fact.date].filter(Boolean).join(" · ")),
          " ",
          h("span", null, rich(fact.statement)),
          h("span", { class: "ck-soft" }, ` (${[known(fact.certainty), fact.checked].filter(Boolean).join("; ") || "how it is known is not said"})`),
        ),
      ),
    ),
  );
}
