// Below the text: how many marks there are, undo, filter, and whether all is saved.
import { h, say } from "../dom.js";
import { many } from "../text.js";

export function createFoot(/** @type {App} */ app, /** @type {Node} */ statusNode) {
  const about = app.setup.task?.about;
  const count = h("span", { class: "ck-soft ck-marks" });
  const button = (/** @type {string} */ label, /** @type {string} */ keys, /** @type {() => void} */ click) => h("button", { type: "button", class: "ck-link ck-small", "aria-keyshortcuts": keys, on: { click } }, label);
  const undo = button("undo", "Control+Z", app.undo);
  const redo = button("redo", "Control+Y", app.redo);
  /** @type {HTMLSelectElement} */
  const filter = h("select", { class: "ck-field ck-small", "aria-label": "Show marks with one tag", on: { change: () => app.setFilter(filter.value) } });

  function drawFilter() {
    const used = new Map();
    for (const { tag } of app.marks.values()) used.set(tag, (used.get(tag) ?? 0) + 1);
    if (app.filter && !used.has(app.filter)) used.set(app.filter, 0);
    const known = [...app.tags.keys(), ...[...used.keys()].filter((tag) => !app.tags.has(tag))];
    const options = known.filter((tag) => used.has(tag)).map((tag) => `${tag}\n${app.tagName(tag)} (${used.get(tag)})`);
    const next = ["\nall tags", ...options];
    if (filter.dataset.drawn === next.join("\t")) return;
    filter.dataset.drawn = next.join("\t");
    filter.replaceChildren(...next.map((each) => h("option", { value: each.split("\n")[0] }, each.split("\n")[1])));
    filter.value = app.filter;
  }
  function draw() {
    const n = app.marks.size;
    say(count, about ? `${n} of about ${many(about, "mark")}` : many(n, "mark"));
    undo.disabled = !app.canUndo;
    redo.disabled = !app.canRedo;
    drawFilter();
  }
  app.on("marks", draw);
  app.on("filter", draw);
  draw();
  if (app.readonly && app.marks.size === 0) return null; // nothing to count, nothing to save
  return h(
    "div",
    { class: "ck-foot" },
    count,
    app.readonly ? null : [undo, redo],
    h("label", { class: "ck-filter" }, h("span", { class: "ck-soft" }, "show"), filter),
    h("span", { class: "ck-space" }),
    statusNode,
  );
}
