// Marks whose words are no longer where they were: listed with the reason, never guessed, never dropped.
import { fill, h } from "../dom.js";
import { announce } from "../live.js";
import { wordsOf } from "./naming.js";

export function createUnplaced(/** @type {App} */ app, /** @type {() => Place[]} */ points) {
  const element = h("section", { class: "ck-unplaced", "aria-label": "Marks that lost their place" });

  function settle(/** @type {string} */ id) {
    const places = points();
    if (places.length === 0) announce("Nothing is selected. Select the words it belongs to first.");
    else if (app.lost.settle(id, places)) announce("The mark stands on the selected words now.");
  }
  function entry(/** @type {Unplaced} */ { annotation, reason }) {
    const { id } = annotation;
    const tag = app.tags.get(annotation.tag);
    const press = (/** @type {string} */ label, /** @type {() => void} */ click) =>
      h("button", { type: "button", class: "ck-link ck-small", on: { mousedown: (event) => event.preventDefault(), click } }, label);
    return h(
      "li",
      { class: "ck-note", data: { colour: tag?.colour ?? 0 } },
      h("b", { class: "ck-tagname" }, tag?.name ?? annotation.tag),
      " ",
      h("bdi", { class: "ck-quoted" }, `“${wordsOf(annotation, 160)}”`),
      annotation.comment && h("div", { class: "ck-comment", dir: "auto" }, annotation.comment),
      h("div", { class: "ck-soft" }, reason),
      !app.readonly && h("div", { class: "ck-do" }, press("Put it on the words selected", () => settle(id)), press("Give it up", () => app.lost.drop(id))),
    );
  }
  function draw() {
    const all = app.lost.list();
    element.hidden = all.length === 0;
    fill(
      element,
      h("p", { class: "ck-head" }, all.length === 1 ? "One mark has lost its place" : `${all.length} marks have lost their place`),
      h("p", { class: "ck-soft" }, "The words they were made on are not in the text as it is here. Nothing was thrown away."),
      h("ol", { class: "ck-notes" }, all.map(entry)),
    );
  }
  app.on("unplaced", draw);
  draw();
  return element;
}
