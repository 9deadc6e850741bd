// A question made on the spot: choices, words to point at, a number, how sure people are.
import { fill, h, uid } from "../dom.js";
import { checkField, optionNodes, selectField, textField, typedIn } from "./console-fields.js";
import { itemOf } from "./console-item.js";

/** @type {[string, string][]} */
const KINDS = [
  ["choice", "Choices"],
  ["point", "Point at the words"],
  ["number", "A number"],
  ["confidence", "How sure, in %"],
];

export function createMaker(/** @type {(item: Record<string, unknown>) => Promise<boolean>} */ ask) {
  /** @type {import("./console-plan.js").Offered["sources"]} */
  let sources = [];
  const name = uid("rc");
  const own = h("div", { class: "rc-own" });
  const prompt = textField("The question", { name: "prompt", rows: 2 });
  const kind = () => /** @type {HTMLInputElement | null} */ (form.querySelector(`[name="${name}"]:checked`))?.value ?? "choice";
  const form = h(
    "form",
    { class: "rc-form", on: { submit } },
    h(
      "fieldset",
      null,
      h("legend", null, "What people answer with"),
      KINDS.map(([value, words]) =>
        h("label", { class: "rc-check" }, h("input", { type: "radio", name, value, checked: value === "choice", on: { change: () => fill(own, fields()) } }), ` ${words}`),
      ),
    ),
    prompt.node,
    own,
    h("button", { type: "submit", class: "ck-button ck-quiet" }, "Ask this now"),
  );

  /** @returns {Child} */
  function fields() {
    const sure = checkField("Ask how sure they are, too", "confidence").node;
    if (kind() === "choice") {
      return [textField("The options, one a line", { name: "options", rows: 4, help: "2 to 10. A star before an option says that it is right." }).node, sure];
    }
    if (kind() === "point") return [pointFields(), sure];
    if (kind() === "confidence") return null;
    return h("div", { class: "rc-row" }, [
      textField("Unit", { name: "unit", narrow: true }).node,
      textField("Least", { name: "least", numeric: true, narrow: true }).node,
      textField("Most", { name: "most", numeric: true, narrow: true }).node,
      textField("Right (if any)", { name: "key", numeric: true, narrow: true }).node,
      textField("Give or take", { name: "tolerance", numeric: true, narrow: true }).node,
    ]);
  }
  function pointFields() {
    const source = selectField("In which text", "source", sources.map(({ siglum, title }) => [siglum, `${siglum}, ${title}`]), undefined, false);
    const from = selectField("From paragraph", "from", [], undefined, false);
    const to = selectField("To paragraph", "to", [], undefined, false);
    const places = selectField("At most", "places", [["1", "one place"], ["2", "two places"], ["3", "three places"]]);
    const list = () => {
      const found = sources.find(({ siglum }) => siglum === source.field.value)?.paragraphs ?? [];
      for (const { field } of [from, to]) fill(field, optionNodes(found.map(([id, words]) => [id, `${id}  ${words}`])));
    };
    source.field.addEventListener("change", list);
    from.field.addEventListener("change", () => {
      if (to.field.selectedIndex < from.field.selectedIndex) to.field.selectedIndex = from.field.selectedIndex;
    });
    list();
    const own = textField("What you would point at (may be left out)", { name: "own", help: "Words as they stand in the text. You lay them over when the results are open." });
    return [source.node, from.node, to.node, places.node, own.node, checkField("“Nowhere here” is an answer", "nowhere").node];
  }
  async function submit(/** @type {Event} */ event) {
    event.preventDefault();
    const done = await ask(itemOf(kind(), typedIn(form)));
    if (!done) return;
    prompt.field.value = "";
    fill(own, fields());
  }
  fill(own, fields());
  return {
    node: h("details", { class: "rc-part" }, h("summary", null, h("h2", null, "Make a question now")), form),
    offer(/** @type {import("./console-plan.js").Offered} */ offered) {
      sources = offered.sources;
      if (kind() === "point") fill(own, fields());
    },
  };
}
