// All marks of a text as one list, in the order of its words: folded away until somebody wants to see them.
import { fill, h } from "../dom.js";
import { short, wordsOf } from "./naming.js";

/**
 * @param {App} app
 * @param {(id: string) => void} open  goes to a mark and opens it
 */
export function createMarkList(app, open) {
  const list = h("ol", { class: "ck-mark-list" });
  const none = h("p", { class: "ck-soft" });
  /** @type {HTMLSelectElement} */
  const filter = h("select", { class: "ck-field ck-small", "aria-label": "Show marks with one tag", on: { change: () => app.setFilter(filter.value) } });
  const element = h("div", { class: "ck-all-marks" }, h("label", { class: "ck-filter" }, h("span", { class: "ck-soft" }, "show"), filter), none, list);
  const order = () => new Map(app.setup.editions.flatMap((edition) => edition.paragraphs.map(({ id }, n) => [id, n])));

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
  function line(/** @type {Annotation} */ mark) {
    const tag = app.tags.get(mark.tag);
    return h(
      "li",
      { class: "ck-note", data: { colour: tag?.colour ?? 0 } },
      h(
        "button",
        { type: "button", class: "ck-list-go", on: { click: () => open(mark.id) } },
        h("span", { class: "ck-sig" }, mark.spans[0]?.paragraph ?? ""),
        " ",
        h("b", { class: "ck-tagname" }, app.tagName(mark.tag)),
        " ",
        h("bdi", { class: "ck-quoted" }, short(wordsOf(mark), 70)),
      ),
      mark.comment && h("div", { class: "ck-comment", dir: "auto" }, mark.comment),
    );
  }
  return {
    element,
    draw() {
      drawFilter();
      if (element.closest("[hidden]")) return;
      const at = order();
      const place = (/** @type {Annotation} */ { spans: [first] }) => (at.get(first?.paragraph) ?? 0) * 1e6 + (first?.start ?? 0);
      const shown = [...app.marks.values()].filter(({ tag }) => !app.filter || tag === app.filter);
      none.hidden = shown.length > 0;
      none.textContent = app.marks.size ? "No mark has this tag." : "No marks yet: select some words, then press a tag.";
      fill(list, shown.sort((one, other) => place(one) - place(other)).map(line));
    },
  };
}
